import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'

/** One piece of a long list: what is shown, and the way to the rest. */
export interface PageView {
  /** '101 to 200 of 1,234' */
  text: string
  /** Addresses; null where there is no such page */
  first: string | null
  previous: string | null
  next: string | null
  last: string | null
}

/**
 * Says which rows of a list a page shows, and where the others are.
 *
 * @param page from 1
 * @param matched rows in all
 * @example toPageView({ page: 2, pageSize: 100, matched: 250 }, (page) => `?page=${page}`, 'en')
 * // { text: '101 to 200 of 250', first: '?page=1', previous: '?page=1', next: '?page=3', last: '?page=3' }
 */
export function toPageView(
  { page, pageSize, matched }: { page: number; pageSize: number; matched: number },
  href: (page: number) => string,
  locale: Locale,
): PageView {
  const last = Math.max(1, Math.ceil(matched / pageSize))
  const write = (count: number) => formatNumber(count, 'count', locale)
  const from = matched === 0 ? 0 : (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, matched)
  return {
    text: locale === 'en' ? `${write(from)} to ${write(to)} of ${write(matched)}` : `${write(from)} bis ${write(to)} von ${write(matched)}`,
    first: page > 1 ? href(1) : null,
    previous: page > 1 ? href(page - 1) : null,
    next: page < last ? href(page + 1) : null,
    last: page < last ? href(last) : null,
  }
}
