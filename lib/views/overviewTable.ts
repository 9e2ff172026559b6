import type { Table } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { headlineMetricIds } from './metricsTable'
import type { OverviewRow } from './overview'

const words = {
  en: { caption: 'All protocols', name: 'Protocol', category: 'Category', date: 'As of', none: 'no snapshot yet' },
  de: { caption: 'Alle Protokolle', name: 'Protokoll', category: 'Kategorie', date: 'Stand', none: 'noch kein Stand' },
} as const

/**
 * The rows of the overview as a plain table: what its page draws, without the small lines.
 *
 * @example overviewTable(rows, metrics, 'en').rows[0]?.[0]?.text // 'Uniswap'
 */
export function overviewTable(rows: readonly OverviewRow[], metrics: readonly Metric[], locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'name', label: word.name, numeric: false },
      { id: 'category', label: word.category, numeric: false },
      ...headlineMetricIds.map((id) => ({ id, label: metrics.find((metric) => metric.id === id)?.name[locale] ?? id, numeric: true })),
      { id: 'date', label: word.date, numeric: false },
    ],
    rows: rows.map(({ slug, name, href, category, figures, basis }) => [
      { value: slug, text: name, href },
      { value: category, text: category },
      ...figures,
      basis ? { value: basis.dateTime, text: `${basis.date} (${basis.block})` } : { value: null, text: word.none },
    ]),
  }
}
