import type { Metric, MetricResult } from '@/lib/domain/metric'
import type { PoolDay } from '@/lib/domain/poolReading'
import { toLiquidityShares } from '@/lib/liquidity/liquidityShares'
import { measure, metrics, toMetric } from '@/lib/metrics/registry'
import { toPoolName } from '@/lib/views/market/marketBasis'
import { liquidityConcentration as concentrationTable, liquiditySentence } from '@/lib/views/market/liquidityConcentration'
import { liquidityMetricIds, liquidityOverTime } from '@/lib/views/market/liquidityOverTime'
import { toColumnName } from '../columnName'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toTableView } from './toTableView'
import { marketColumns, ofMarket, toMarketParts, toMarketTitle } from './marketParts'

const write = (result: MetricResult | undefined, { unit }: Pick<Metric, 'unit'>): string | null => (result?.status === 'ok' ? (unit === 'share' ? toPercentDecimal : toPlainDecimal)(result.value) : null)

export const liquidityConcentration: Chart = {
  ...ofMarket,
  id: 'liquidityConcentration',
  title: { en: 'How liquidity and fees are shared', de: 'Wie Liquidität und Gebühren verteilt sind' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const { value, inRange, fees } = toLiquidityShares(parts.results, 'quote')
    const shared = { byValue: measure(value), byInRange: measure(inRange), byFees: measure(fees) }
    const written = (metric: Metric, result: MetricResult | undefined) => (result?.status === 'ok' ? toPlainDecimal(result.value) : null)
    const columns: CsvColumn<Metric>[] = [
      { name: 'metric', kind: 'code', value: ({ id }) => id },
      { name: 'by_value', kind: 'number', value: (metric) => written(metric, shared.byValue[metric.id]) },
      { name: 'by_in_range', kind: 'number', value: (metric) => written(metric, shared.byInRange[metric.id]) },
      { name: 'by_fees', kind: 'number', value: (metric) => written(metric, shared.byFees[metric.id]) },
      { name: 'unit', kind: 'code', value: ({ unit }) => unit },
      ...marketColumns<Metric>(parts),
    ]
    return toTableView({
      id: 'liquidityConcentration', title: toMarketTitle(liquidityConcentration.title, parts, locale), sentence: liquiditySentence(shared, locale), notes: parts.readingNotes,
      table: concentrationTable(metrics, shared, locale), columns, rows: metrics,
    }, locale)
  },
}

/** One chart for each metric that is drawn over time, by value and in range. */
export const liquidityConcentrationOverTime: readonly Chart[] = liquidityMetricIds.map((metricId): Chart => {
  const metric = toMetric(metricId)
  const id = `liquidityConcentrationOverTime-${metricId}`
  return {
    ...ofMarket,
    id,
    title: { en: `${metric.name.en} of providers over time`, de: `${metric.name.de} der Anbieter im Lauf der Zeit` },
    kind: 'chart',
    needs: ['market', 'marketDays'],
    view: (loaded, locale) => {
      const parts = toMarketParts(loaded, locale)
      if (!parts || parts.days.length === 0) return null
      const name = toColumnName(metric)
      const columns: CsvColumn<PoolDay>[] = [
        { name: 'day', kind: 'code', value: ({ day }) => day },
        { name: `value_${name}`, kind: 'number', value: ({ concentration }) => write(concentration.byValue[metricId], metric) },
        { name: `in_range_${name}`, kind: 'number', value: ({ concentration }) => write(concentration.byInRange[metricId], metric) },
        { name: 'providers', kind: 'number', value: ({ concentration }) => String(concentration.providers) },
        { name: 'in_range_providers', kind: 'number', value: ({ concentration }) => String(concentration.inRangeProviders) },
        { name: 'day_block_number', kind: 'number', value: ({ state }) => String(state.block) },
        ...marketColumns<PoolDay>(parts),
      ]
      return toChartView(liquidityOverTime(parts.days, metric, toPoolName(parts.facts, locale), parts.readingNotes, locale), id, toDataTable(columns, parts.days), locale)
    },
  }
})
