import { undefinedReasons, type Bounds, type Metric, type MetricResult } from '@/lib/domain/metric'
import { metrics } from '@/lib/metrics/registry'
import { formatAmount, formatNumber } from '@/lib/views/format'
import { toTable } from '../toTable'
import type { ListMeasures } from './measureList'

/**
 * A list's measures for a terminal: what was measured, then one line for each metric with its value, its unit and its bounds.
 * Shares are in percent; what has no value says why, or stands empty where the bounds say it.
 *
 * @example toText('uni.csv', measures) // 'uni.csv\n1,000 holders, total 909,454,169\n\nmetric …'
 */
export function toText(file: string, measures: ListMeasures): string {
  const { holders, total, population, bounds } = measures
  const truncated = population === 'truncated'
  const rows = metrics.map((metric) => {
    const bound = bounds[metric.id]
    const row = [metric.id, toValue(measures.metrics[metric.id]!, metric), metric.unit === 'share' ? '' : metric.unit]
    return truncated ? [...row, bound && bound.low !== bound.high ? toRange(bound, metric) : ''] : row
  })
  const head = ['metric', 'value', 'unit', ...(truncated ? ['between'] : [])]
  const note = truncated ? '; the list was cut off, so what it does not decide has bounds or nothing' : ''
  return `${file}\n${formatNumber(holders, 'count', 'en')} holders, total ${formatAmount(total, 'en')}${note}\n\n${toTable(head, rows, [1])}\n`
}

function toValue(result: MetricResult, metric: Metric): string {
  if (result.status === 'undefined') return result.reason === 'cutOff' ? '' : `none: ${undefinedReasons[result.reason].en}`
  const error = result.standardError === undefined ? '' : ` ± ${result.standardError.toPrecision(2)}`
  return `${write(result.value, metric)}${error}`
}

function toRange({ low, high }: Bounds, metric: Metric): string {
  return high === null ? `${write(low, metric)} or more` : `${write(low, metric)} to ${write(high, metric)}`
}

/** Six digits: enough to tell bounds apart that are close. */
function write(value: number, { unit }: Metric): string {
  if (unit === 'share') return `${Number((100 * value).toPrecision(6))} %`
  return Number.isInteger(value) ? formatNumber(value, 'count', 'en') : String(Number(value.toPrecision(6)))
}
