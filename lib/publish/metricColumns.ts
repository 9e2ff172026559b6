import type { Metric, MetricResult } from '@/lib/domain/metric'
import { toColumnName } from './columnName'
import type { CsvColumn } from './csv'
import { toPercentDecimal, toPlainDecimal } from './plainDecimal'

/**
 * A column for each metric, where a row has several side by side. A metric without a value leaves its field empty.
 *
 * @param of the metrics of a row; undefined where nothing was measured
 * @example metricColumns(() => results, [toMetric('top10Share')])[0]?.name // 'top10_share_pct'
 */
export const metricColumns = <Row>(of: (row: Row) => Readonly<Record<string, MetricResult>> | undefined, metrics: readonly Metric[]): CsvColumn<Row>[] =>
  metrics.map((metric) => ({
    name: toColumnName(metric),
    kind: 'number',
    value: (row) => {
      const result = of(row)?.[metric.id]
      if (result?.status !== 'ok') return null
      return metric.unit === 'share' ? toPercentDecimal(result.value) : toPlainDecimal(result.value)
    },
  }))
