import type { Table } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { toHref, type Query } from '../href'
import { toMetricCell } from '../metricCell'
import { toFigure, type Compared } from './compared'

const words = { en: { caption: 'All measures side by side', metric: 'Measure' }, de: { caption: 'Alle Maße nebeneinander', metric: 'Maß' } } as const

/**
 * Every metric of several protocols side by side: a row for each metric, a column for each protocol.
 *
 * @param queryOf what the page that compares a metric is asked with
 * @example compareTable(compared, metrics, (metric) => ({ metric }), 'en').rows[0]?.map(({ text }) => text) // ['Holders', '380,412', '212,004']
 */
export function compareTable(compared: readonly Compared[], metrics: readonly Metric[], queryOf: (metricId: string) => Query, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [{ id: 'metric', label: word.metric, numeric: false }, ...compared.map(({ protocol }) => ({ id: protocol.slug, label: protocol.name, numeric: true }))],
    rows: metrics.map((metric) => [
      { value: metric.id, text: metric.name[locale], href: toHref(locale, '/compare', queryOf(metric.id)) },
      ...compared.map((one) => toMetricCell(toFigure(one, metric.id), metric, locale)),
    ]),
  }
}
