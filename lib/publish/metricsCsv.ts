import type { Metric, MetricResult } from '@/lib/domain/metric'
import { basisColumns, type CsvBasis } from './csvBasis'
import type { CsvColumn } from './csv'
import { toPlainDecimal } from './plainDecimal'

/** One metric of one token at one block under one lens. */
export interface MetricRow {
  metric: Pick<Metric, 'id' | 'unit'>
  result: MetricResult
  basis: CsvBasis
}

/**
 * The columns of a metrics file: one row a metric and block. Shares are 0 to 1 here, as everywhere in data. A metric without a value has
 * an empty `value`, its reason in `status`, and in
 * `low` and `high` the bounds between which it lies, where a list that was cut off gives any. The digits are the shortest that read back as the same double.
 *
 * @example metricsColumns.map(({ name }) => name).slice(0, 5) // ['metric', 'value', 'standard_error', 'low', 'high']
 */
export const metricsColumns: readonly CsvColumn<MetricRow>[] = [
  { name: 'metric', kind: 'code', value: ({ metric }) => metric.id },
  { name: 'value', kind: 'number', value: ({ result }) => (result.status === 'ok' ? toPlainDecimal(result.value) : null) },
  {
    name: 'standard_error',
    kind: 'number',
    value: ({ result }) => (result.status === 'ok' && result.standardError !== undefined ? toPlainDecimal(result.standardError) : null),
  },
  { name: 'low', kind: 'number', value: ({ result }) => toBound(result, 'low') },
  { name: 'high', kind: 'number', value: ({ result }) => toBound(result, 'high') },
  { name: 'unit', kind: 'code', value: ({ metric }) => metric.unit },
  { name: 'status', kind: 'code', value: ({ result }) => (result.status === 'ok' ? 'ok' : result.reason) },
  ...basisColumns<MetricRow>(({ basis }) => basis),
]

function toBound(result: MetricResult, end: 'low' | 'high'): string | null {
  const bound = result.status === 'undefined' ? result.bounds?.[end] : undefined
  return bound === undefined || bound === null ? null : toPlainDecimal(bound)
}

/**
 * The rows of one measurement, in the registry's order. A metric that the snapshot was taken without has no row.
 *
 * @example toMetricRows(metrics, { gini: ok(0.5) }, basis).length // 1
 */
export const toMetricRows = (
  metrics: readonly Pick<Metric, 'id' | 'unit'>[],
  results: Readonly<Record<string, MetricResult>>,
  basis: CsvBasis,
): MetricRow[] =>
  metrics.flatMap((metric) => {
    const result = results[metric.id]
    return result ? [{ metric, result, basis }] : []
  })
