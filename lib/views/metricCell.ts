import type { Cell, NumberFormat } from '@/lib/domain/chartSpec'
import { undefinedReasons, type Metric, type MetricResult, type MetricUnit } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from './format'

const formats: Record<MetricUnit, NumberFormat> = {
  count: 'count',
  share: 'share',
  bits: 'bits',
  nats: 'ratio',
  ratio: 'ratio',
  index: 'index',
  exponent: 'ratio',
}

/** How a metric's values are written on axes and in tables. */
export const toNumberFormat = (metric: Pick<Metric, 'unit'>): NumberFormat => formats[metric.unit]

const notMeasured = { en: 'not measured', de: 'nicht gemessen' }

/**
 * A metric's result as a cell: the figure with its standard error, or why there is none.
 *
 * @param result undefined where the snapshot was taken before the metric existed
 * @example toMetricCell({ status: 'undefined', reason: 'oneHolder' }, gini, 'de') // { value: null, text: 'es gibt nur einen Halter' }
 */
export function toMetricCell(result: MetricResult | undefined, metric: Pick<Metric, 'unit'>, locale: Locale): Cell {
  if (!result) return { value: null, text: notMeasured[locale] }
  if (result.status === 'undefined') return { value: null, text: undefinedReasons[result.reason][locale] }
  const write = (value: number) => formatNumber(value, formats[metric.unit], locale)
  const unit = metric.unit === 'nats' ? '\u00a0nats' : ''
  const error = result.standardError === undefined ? '' : ` ± ${write(result.standardError)}`
  return { value: result.value, text: write(result.value) + error + unit }
}

/** The value of a metric, null where it has none. */
export const toValue = (result: MetricResult | undefined): number | null => (result?.status === 'ok' ? result.value : null)
