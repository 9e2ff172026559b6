import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Metric } from '@/lib/domain/metric'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Locale } from '@/lib/domain/text'
import { toMetricCell } from './metricCell'

const words = {
  en: {
    caption: 'All measures',
    metric: 'Measure',
    question: 'Its question',
    value: 'Value',
    range: 'Range',
    direction: 'Higher means',
    directions: { moreConcentrated: 'more concentrated', lessConcentrated: 'less concentrated', neither: '–' },
  },
  de: {
    caption: 'Alle Maße',
    metric: 'Maß',
    question: 'Seine Frage',
    value: 'Wert',
    range: 'Spanne',
    direction: 'Höher heißt',
    directions: { moreConcentrated: 'stärker konzentriert', lessConcentrated: 'schwächer konzentriert', neither: '–' },
  },
} as const

/** The word for what a higher value means. */
export const directionText = (direction: Metric['direction'], locale: Locale): string => words[locale].directions[direction]

/**
 * Every metric of a measurement with the question it answers.
 *
 * @param metrics in the registry's order
 * @example metricsTable(metrics, measurement, 'en').rows[0]?.[2] // { value: 1234, text: '1,234' }
 */
export function metricsTable(metrics: readonly Metric[], { metrics: results }: Pick<Measurement, 'metrics'>, locale: Locale): Table {
  const word = words[locale]
  return {
    caption: word.caption,
    columns: [
      { id: 'metric', label: word.metric, numeric: false },
      { id: 'question', label: word.question, numeric: false },
      { id: 'value', label: word.value, numeric: true },
      { id: 'range', label: word.range, numeric: false },
      { id: 'direction', label: word.direction, numeric: false },
    ],
    rows: metrics.map((metric) => [
      { value: metric.id, text: metric.name[locale] },
      { value: metric.question[locale], text: metric.question[locale] },
      toMetricCell(results[metric.id], metric, locale),
      { value: metric.range, text: metric.range },
      { value: metric.direction, text: directionText(metric.direction, locale) },
    ]),
  }
}

/** The figures that stand large at the head of a page. */
export const headlineMetricIds = ['gini', 'nakamoto50', 'top10Share', 'holders'] as const

/** One headline figure. */
export interface HeadlineFigure {
  id: string
  name: string
  question: string
  cell: Cell
}

/**
 * The headline figures of a measurement, in the order of `headlineMetricIds`.
 *
 * @example headlineFigures(metrics, measurement, 'de')[0] // { id: 'gini', name: 'Gini-Koeffizient', question: '…', cell: { value: 0.93, text: '0,930' } }
 */
export function headlineFigures(metrics: readonly Metric[], { metrics: results }: Pick<Measurement, 'metrics'>, locale: Locale): HeadlineFigure[] {
  return headlineMetricIds.flatMap((id) => {
    const metric = metrics.find((candidate) => candidate.id === id)
    return metric
      ? [{ id, name: metric.name[locale], question: metric.question[locale], cell: toMetricCell(results[id], metric, locale) }]
      : []
  })
}
