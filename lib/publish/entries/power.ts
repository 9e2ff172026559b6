import { toDecimalString } from '@/lib/domain/amount'
import type { MetricResult } from '@/lib/domain/metric'
import type { Rung } from '@/lib/governance/ladder'
import { toMetric } from '@/lib/metrics/registry'
import { ladderMetricIds, powerLadder as powerLadderSpec, powerLadderTable, toSupplyShare } from '@/lib/views/powerLadder'
import { powerMetricIds, powerOverTime as powerOverTimeSpec, type PowerDay } from '@/lib/views/powerOverTime'
import { toColumnName } from '../columnName'
import { amplificationOverTime as amplificationSpec, toAmplification } from '@/lib/views/amplificationOverTime'
import { toValue } from '@/lib/views/metricCell'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toDataTable } from '../dataTable'
import type { LoadedVotesDay } from '../loadedVotes'
import { metricColumns } from '../metricColumns'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toVotesParts } from './votesParts'

const shared = { kind: 'chart', scopes: ['token'], lenses: true, fixed: false, long: false } as const

export const powerLadder: Chart = {
  ...shared,
  id: 'powerLadder',
  title: { en: 'From holding to deciding', de: 'Vom Besitz zur Entscheidung' },
  days: false,
  needs: ['votes'],
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts) return null
    const { token, votes: { ladder }, notes, foot } = parts
    const share = (rung: Rung) => toSupplyShare(ladder.supply, rung)
    const amplification = ({ id }: Rung) => (id === 'delegated' || id === 'cast' ? ladder.amplification[id] : null)
    const number = (value: number | null, write: (value: number) => string) => (value === null ? null : write(value))
    const columns: CsvColumn<Rung>[] = [
      { name: 'rung', kind: 'code', value: ({ id }) => id },
      ...metricColumns<Rung>(({ metrics }) => metrics, (['hhi'] as const).map(toMetric)),
      { name: 'amplification', kind: 'number', value: (rung) => number(amplification(rung), toPlainDecimal) },
      { name: 'amount', kind: 'number', value: ({ total }) => toDecimalString(total, token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ total }) => String(total) },
      { name: 'supply_pct', kind: 'number', value: (rung) => number(share(rung), toPercentDecimal) },
      ...metricColumns<Rung>(({ metrics }) => metrics, ladderMetricIds.filter((id) => id !== 'hhi').map(toMetric)),
      { name: 'left_out_accounts', kind: 'number', value: ({ excluded }) => String(excluded.accounts) },
      { name: 'left_out_raw', kind: 'number', value: ({ excluded }) => String(excluded.amount) },
      ...foot,
    ]
    const chart = powerLadderSpec(ladder, token.symbol, notes({ delegates: true, proposals: true }), locale)
    return { ...toChartView(chart, 'powerLadder', toDataTable(columns, ladder.rungs), locale), table: powerLadderTable(ladder, token, locale) }
  },
}

/** One chart for each metric that is drawn over time, beside the same of what was held. */
export const powerOverTime: readonly Chart[] = powerMetricIds.map((metricId): Chart => {
  const metric = toMetric(metricId)
  const id = `powerOverTime-${metricId}`
  return {
    ...shared,
    id,
    title: { en: `${metric.name.en} of votes over time`, de: `${metric.name.de} der Stimmen im Lauf der Zeit` },
    days: true,
    needs: ['votes', 'votesDays', 'history'],
    view: (loaded, locale) => {
      const parts = toVotesParts(loaded, locale)
      if (!parts || parts.votes.days.length === 0) return null
      const held = new Map(loaded.history.map((day) => [day.day, day.metrics[metricId]]))
      type Row = PowerDay & { of: LoadedVotesDay }
      const rows = parts.votes.days.map((of): Row => ({ day: of.day, votes: of.metrics[metricId], held: held.get(of.day), of }))
      const write = (result: MetricResult | undefined) => (result?.status === 'ok' ? (metric.unit === 'share' ? toPercentDecimal : toPlainDecimal)(result.value) : null)
      const name = toColumnName(metric)
      const columns: CsvColumn<Row>[] = [
        { name: 'day', kind: 'code', value: ({ day }) => day },
        { name: `votes_${name}`, kind: 'number', value: ({ votes }) => write(votes) },
        { name: `held_${name}`, kind: 'number', value: (row) => write(row.held) },
        { name: 'delegated_raw', kind: 'number', value: ({ of }) => String(of.delegated) },
        { name: 'origin', kind: 'code', value: ({ of }) => of.origin },
        { name: 'block_number', kind: 'number', value: ({ of }) => String(of.block.number) },
        { name: 'block_time', kind: 'code', value: ({ of }) => toIsoTime(of.block.timestamp) },
        ...parts.foot.filter((column) => !column.name.startsWith('votes_')),
      ]
      return toChartView(powerOverTimeSpec(rows, metric, { lens: loaded.lens, name: parts.token.symbol }, locale), id, toDataTable(columns, rows), locale)
    },
  }
})

/** How many times as concentrated votes are as what is held, by day. */
export const amplificationOverTime: Chart = {
  ...shared,
  id: 'amplificationOverTime',
  title: { en: 'How much delegation concentrates', de: 'Wie stark das Delegieren konzentriert' },
  days: true,
  needs: ['votes', 'votesDays', 'history'],
  view: (loaded, locale) => {
    const parts = toVotesParts(loaded, locale)
    if (!parts || parts.votes.days.length === 0) return null
    const held = new Map(loaded.history.map((day) => [day.day, day.metrics.hhi]))
    const rows = parts.votes.days.map((of): PowerDay & { of: LoadedVotesDay } => ({ day: of.day, votes: of.metrics.hhi, held: held.get(of.day), of }))
    const write = (value: number | null) => (value === null ? null : toPlainDecimal(value))
    const columns: CsvColumn<(typeof rows)[number]>[] = [
      { name: 'day', kind: 'code', value: ({ day }) => day },
      { name: 'amplification', kind: 'number', value: (row) => write(toAmplification(row)) },
      { name: 'votes_hhi', kind: 'number', value: ({ votes }) => write(toValue(votes)) },
      { name: 'held_hhi', kind: 'number', value: (row) => write(toValue(row.held)) },
      { name: 'origin', kind: 'code', value: ({ of }) => of.origin },
      { name: 'block_number', kind: 'number', value: ({ of }) => String(of.block.number) },
      { name: 'block_time', kind: 'code', value: ({ of }) => toIsoTime(of.block.timestamp) },
      ...parts.foot.filter((column) => !column.name.startsWith('votes_')),
    ]
    return toChartView(amplificationSpec(rows, { lens: loaded.lens, name: parts.token.symbol }, locale), 'amplificationOverTime', toDataTable(columns, rows), locale)
  },
}
