import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { MetricResult } from '@/lib/domain/metric'
import type { Locale, Text } from '@/lib/domain/text'
import { toMetric } from '@/lib/metrics/registry'
import { amplificationOverTime as amplificationSpec, toAmplification } from '@/lib/views/amplificationOverTime'
import { powerMetricIds, powerOverTime as powerOverTimeSpec, type PowerDay } from '@/lib/views/powerOverTime'
import { toColumnName } from '../columnName'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import type { LoadedVotesDay } from '../loadedVotes'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { toVotesParts } from './votesParts'

type Row = PowerDay & { of: LoadedVotesDay }

/** A chart of days on which votes stand beside what was held, by one metric of both. */
interface DayChart {
  id: string
  title: Text
  metricId: (typeof powerMetricIds)[number]
  /** Of its own, between the day and where it comes from */
  columns: readonly CsvColumn<Row>[]
  spec: (rows: readonly Row[], basis: { lens: Loaded['lens']; name: string }, locale: Locale) => ChartSpec
}

const toDayChart = ({ id, title, metricId, columns: own, spec }: DayChart): Chart => ({
  id, title, kind: 'chart', scopes: ['token'], lenses: true, days: true, fixed: false, needs: ['votes', 'votesDays', 'history'], long: false,
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts || parts.votes.days.length === 0) return null
    const held = new Map(loaded.history.map((day) => [day.day, day.metrics[metricId]]))
    const rows = parts.votes.days.map((of): Row => ({ day: of.day, votes: of.metrics[metricId], held: held.get(of.day), of }))
    const columns: CsvColumn<Row>[] = [
      { name: 'day', kind: 'code', value: ({ day }) => day },
      ...own,
      { name: 'origin', kind: 'code', value: ({ of }) => of.origin },
      { name: 'block_number', kind: 'number', value: ({ of }) => String(of.block.number) },
      { name: 'block_time', kind: 'code', value: ({ of }) => toIsoTime(of.block.timestamp) },
      ...parts.foot.filter((column) => !column.name.startsWith('votes_')),
    ]
    return toChartView(spec(rows, { lens: loaded.lens, name: parts.token.symbol }, locale), id, toDataTable(columns, rows), locale)
  },
})

/** A metric of votes and of what was held. */
function metricPair(metricId: DayChart['metricId']): CsvColumn<Row>[] {
  const metric = toMetric(metricId)
  const write = (result: MetricResult | undefined) => (result?.status === 'ok' ? (metric.unit === 'share' ? toPercentDecimal : toPlainDecimal)(result.value) : null)
  const name = toColumnName(metric)
  return [
    { name: `votes_${name}`, kind: 'number', value: ({ votes }) => write(votes) },
    { name: `held_${name}`, kind: 'number', value: ({ held }) => write(held) },
  ]
}

/** One chart for each metric that is drawn over time, beside the same of what was held. */
export const powerOverTime: readonly Chart[] = powerMetricIds.map((metricId) => {
  const metric = toMetric(metricId)
  return toDayChart({
    id: `powerOverTime-${metricId}`,
    title: { en: `${metric.name.en} of votes over time`, de: `${metric.name.de} der Stimmen im Lauf der Zeit` },
    metricId,
    columns: [...metricPair(metricId), { name: 'delegated_raw', kind: 'number', value: ({ of }) => String(of.delegated) }],
    spec: (rows, basis, locale) => powerOverTimeSpec(rows, metric, basis, locale),
  })
})

/** How many times as concentrated votes are as what is held, by day. */
export const amplificationOverTime: Chart = toDayChart({
  id: 'amplificationOverTime',
  title: { en: 'How much delegation concentrates', de: 'Wie stark das Delegieren konzentriert' },
  metricId: 'hhi',
  columns: [
    {
      name: 'amplification', kind: 'number', value: (row) => {
        const factor = toAmplification(row)
        return factor === null ? null : toPlainDecimal(factor)
      },
    },
    ...metricPair('hhi'),
  ],
  spec: amplificationSpec,
})
