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

/** What is known of a metric between its bounds: 'from … to …' where both are, 'at least …' where only the lower is. */
const between = {
  en: (low: string, high: string | null) => (high === null ? `at least ${low}` : `${low} to ${high}`),
  de: (low: string, high: string | null) => (high === null ? `mindestens ${low}` : `${low} bis ${high}`),
}

const notMeasured = { en: 'not measured', de: 'nicht gemessen' }

/**
 * A metric's result as a cell: the figure with its standard error, or the bounds between which it lies, or why there is neither.
 *
 * @param result undefined where the snapshot was taken before the metric existed
 * @example toMetricCell({ status: 'undefined', reason: 'oneHolder' }, gini, 'de') // { value: null, text: 'es gibt nur einen Halter' }
 */
export function toMetricCell(result: MetricResult | undefined, metric: Pick<Metric, 'unit'>, locale: Locale): Cell {
  if (!result) return { value: null, text: notMeasured[locale] }
  const write = (value: number) => formatNumber(value, formats[metric.unit], locale)
  if (result.status === 'undefined') {
    const { bounds, reason } = result
    const text = bounds ? between[locale](write(bounds.low), bounds.high === null ? null : write(bounds.high)) : undefinedReasons[reason][locale]
    return { value: null, text }
  }
  const unit = metric.unit === 'nats' ? '\u00a0nats' : ''
  const error = result.standardError === undefined ? '' : ` ± ${write(result.standardError)}`
  return { value: result.value, text: write(result.value) + error + unit }
}

/** The value of a metric, null where it has none. */
export const toValue = (result: MetricResult | undefined): number | null => (result?.status === 'ok' ? result.value : null)
