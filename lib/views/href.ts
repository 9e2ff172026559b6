import type { Locale } from '@/lib/domain/text'
import { toRulesWord } from '@/lib/ownership/entities/chosenRules'
import { headlineLens } from '@/lib/ownership/lenses'

/** A query as links carry it; null and '' leave a parameter out. */
export type Query = Readonly<Record<string, string | number | null | undefined>>

/**
 * The address of a page in a language. English has no prefix.
 *
 * @param path begins with '/', without a language
 * @example toHref('de', '/protocols/uniswap', { lens: 'circulating' }) // '/de/protocols/uniswap?lens=circulating'
 */
export function toHref(locale: Locale, path: string, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === null || value === undefined || value === '' ? [] : [[name, String(value)]]))
  const prefixed = locale === 'en' ? path : path === '/' ? `/${locale}` : `/${locale}${path}`
  return pairs.length ? `${prefixed}?${new URLSearchParams(pairs)}` : prefixed
}

/** The default lens is not written into addresses, so that one page has one address. */
export const toLensQuery = (lens: string): Query => ({ lens: lens === headlineLens ? null : lens })

/** Neither are the usual rules by which addresses become one holder. */
export const toRulesQuery = (rules: readonly string[] | null | undefined): Query => ({ rules: toRulesWord(rules) })
