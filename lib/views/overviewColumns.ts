import type { LensId } from '@/lib/domain/lens'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toHref, toLensQuery } from './href'
import { headlineMetricIds } from './metricsTable'
import type { OverviewQuestion } from './overview'

/** A column of the overview; its head is a link that sorts by it. */
export interface OverviewColumn {
  key: OverviewQuestion['sort'] | 'category' | 'line'
  label: string
  numeric: boolean
  /** Where sorting by this column leads; null for columns that have no order */
  href: string | null
  sorted: 'ascending' | 'descending' | 'none'
}

const words = {
  en: { name: 'Protocol', category: 'Category', line: 'Gini, last year', date: 'As of' },
  de: { name: 'Protokoll', category: 'Kategorie', line: 'Gini, letztes Jahr', date: 'Stand' },
} as const

/** The order that a column is first shown in: names from A, and otherwise what is most concentrated or newest on top. */
export const firstOrder = (sort: OverviewQuestion['sort']): OverviewQuestion['order'] =>
  sort === 'name' || sort === 'nakamoto50' ? 'asc' : 'desc'

/**
 * The columns of the overview under a question. The column that is sorted by leads to the opposite order.
 *
 * @example overviewColumns({ sort: 'gini', order: 'desc', category: null, search: '' }, 'raw', metrics, 'en')[0]?.href // '/?sort=name&order=asc'
 */
export function overviewColumns(question: OverviewQuestion, lens: LensId, metrics: readonly Metric[], locale: Locale): OverviewColumn[] {
  const word = words[locale]
  const sortable = (key: OverviewQuestion['sort'], label: string, numeric: boolean): OverviewColumn => {
    const current = question.sort === key
    const order = current ? (question.order === 'asc' ? 'desc' : 'asc') : firstOrder(key)
    return {
      key,
      label,
      numeric,
      href: toHref(locale, '/', { ...toLensQuery(lens), q: question.search, category: question.category, sort: key, order }),
      sorted: current ? (question.order === 'asc' ? 'ascending' : 'descending') : 'none',
    }
  }
  const fixed = (key: 'category' | 'line', label: string): OverviewColumn => ({ key, label, numeric: false, href: null, sorted: 'none' })
  const [gini, ...others] = headlineMetricIds.map((id) => {
    const name = metrics.find((metric) => metric.id === id)?.name[locale] ?? id
    return sortable(id, name, true)
  })
  return [
    sortable('name', word.name, false),
    fixed('category', word.category),
    ...(gini ? [gini] : []),
    fixed('line', word.line),
    ...others,
    sortable('date', word.date, false),
  ]
}
