import { rivalMeasureIds, type RivalGroup, type Rivalry, type ShareMonth } from '@/lib/domain/competition'
import { toDrawnGroup, toGroupId } from '@/lib/views/competition/groupWords'
import { competitionNotes } from '@/lib/views/competition/competitionNotes'
import { hhiBetweenProtocols as hhiBetweenProtocolsSpec, toTold } from '@/lib/views/competition/hhiBetweenProtocols'
import { leadingProtocolsTable as leadingProtocolsTableView, toLeading, type Leading } from '@/lib/views/competition/leadingProtocolsTable'
import { marketSharesOverTime as marketSharesSpec, marketSharesTitles } from '@/lib/views/competition/marketSharesOverTime'
import { toLastDay, toOrder } from '@/lib/views/competition/months'
import { formatNumber } from '@/lib/views/format'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { toTableView } from './toTableView'

const shared = { scopes: ['all'], lenses: false, days: false, fixed: false, long: false, needs: ['competition'] } as const

/** The drawn field first: files have all of them. */
const toOrdered = (groups: readonly RivalGroup[], drawn: RivalGroup): RivalGroup[] => [drawn, ...groups.filter((group) => group !== drawn)]

interface MonthRow {
  group: RivalGroup
  rivalry: Rivalry
  month: ShareMonth
}

const toMonthRows = (groups: readonly RivalGroup[], measures: readonly string[]): MonthRow[] =>
  groups.flatMap((group) => toTold(group).filter(({ measure }) => measures.includes(measure)).flatMap((rivalry) => rivalry.path.map((month) => ({ group, rivalry, month }))))

export const hhiBetweenProtocols: Chart = {
  ...shared,
  id: 'hhiBetweenProtocols',
  title: { en: 'How concentrated the field of protocols is', de: 'Wie konzentriert das Feld der Protokolle ist' },
  kind: 'chart',
  view: ({ competition }, locale) => {
    const drawn = toDrawnGroup(competition)
    if (!drawn || toTold(drawn).length === 0) return null
    const columns: CsvColumn<MonthRow>[] = [
      { name: 'day', kind: 'code', value: ({ month }) => toLastDay(month.month) },
      { name: 'hhi_between', kind: 'number', value: ({ month }) => toPlainDecimal(month.hhi) },
      { name: 'field', kind: 'code', value: ({ group }) => toGroupId(group) },
      { name: 'rival_measure', kind: 'code', value: ({ rivalry }) => rivalry.measure },
      { name: 'leader', kind: 'code', value: ({ rivalry, month }) => rivalry.protocols[month.leader]!.slug },
      { name: 'leader_share_pct', kind: 'number', value: ({ month }) => toPercentDecimal(month.shares[month.leader]!) },
      { name: 'protocols_compared', kind: 'number', value: ({ rivalry }) => String(rivalry.protocols.length) },
    ]
    return toChartView(hhiBetweenProtocolsSpec(drawn, locale), 'hhiBetweenProtocols', toDataTable(columns, toMonthRows(toOrdered(competition, drawn), rivalMeasureIds)), locale)
  },
}

/** One chart for each measure: their units have nothing in common, their shares do. */
export const marketSharesOverTime: readonly Chart[] = rivalMeasureIds.map((measure): Chart => ({
  ...shared,
  id: `marketSharesOverTime-${measure}`,
  title: marketSharesTitles[measure],
  kind: 'chart',
  view: ({ competition }, locale) => {
    const drawn = toDrawnGroup(competition)
    const rivalry = drawn && toTold(drawn).find((one) => one.measure === measure)
    if (!drawn || !rivalry) return null
    type Row = MonthRow & { place: number }
    const amountOf = ({ rivalry: { months }, month: { month }, place }: Row) => months.find((one) => one.month === month)!.amounts[place]!
    const columns: CsvColumn<Row>[] = [
      { name: 'day', kind: 'code', value: ({ month }) => toLastDay(month.month) },
      { name: 'protocol', kind: 'code', value: ({ rivalry: { protocols }, place }) => protocols[place]!.slug },
      { name: 'share_pct', kind: 'number', value: ({ month, place }) => toPercentDecimal(month.shares[place]!) },
      { name: 'month_amount', kind: 'number', value: (row) => toPlainDecimal(amountOf(row)) },
      { name: 'field', kind: 'code', value: ({ group }) => toGroupId(group) },
      { name: 'rival_measure', kind: 'code', value: () => measure },
    ]
    const rows = toMonthRows(toOrdered(competition, drawn), [measure]).flatMap((row) => toOrder(row.rivalry).map((place): Row => ({ ...row, place })))
    return toChartView(marketSharesSpec(rivalry, drawn, locale), `marketSharesOverTime-${measure}`, toDataTable(columns, rows), locale)
  },
}))

export const leadingProtocolsTable: Chart = {
  ...shared,
  id: 'leadingProtocolsTable',
  title: { en: 'Who leads, by how much, and for how long', de: 'Wer führt, wie weit und wie lange' },
  kind: 'table',
  view: ({ competition }, locale) => {
    const rows = toLeading(competition)
    if (rows.length === 0) return null
    const percent = (name: string, of: (row: Leading) => number): CsvColumn<Leading> => ({ name, kind: 'number', value: (row) => toPercentDecimal(of(row)) })
    const plain = (name: string, of: (row: Leading) => number): CsvColumn<Leading> => ({ name, kind: 'number', value: (row) => toPlainDecimal(of(row)) })
    const columns: CsvColumn<Leading>[] = [
      { name: 'field', kind: 'code', value: ({ group }) => toGroupId(group) },
      { name: 'rival_measure', kind: 'code', value: ({ measure }) => measure },
      { name: 'leader', kind: 'code', value: ({ protocols, last }) => protocols[last.leader]!.slug },
      percent('leader_share_pct', ({ last }) => last.shares[last.leader]!),
      percent('second_share_pct', ({ second }) => second),
      plain('hhi_between', ({ last }) => last.hhi),
      plain('hhi_between_before', ({ first }) => first.hhi),
      plain('turnovers', ({ turnovers }) => turnovers),
      plain('protocols_compared', ({ protocols }) => protocols.length),
      plain('months_told', ({ months }) => months.length),
      { name: 'day', kind: 'code', value: ({ last }) => toLastDay(last.month) },
    ]
    return toTableView({
      id: 'leadingProtocolsTable', title: leadingProtocolsTable.title[locale], sentence: toSentence(rows, locale), notes: competitionNotes(competition, rivalMeasureIds, locale),
      table: leadingProtocolsTableView(competition, locale), columns, rows,
    }, locale)
  },
}

function toSentence(rows: readonly Leading[], locale: 'en' | 'de'): string {
  const most = rows.filter(({ last }) => last.shares[last.leader]! > 0.5).length
  const [all, more] = [formatNumber(rows.length, 'count', locale), formatNumber(most, 'count', locale)]
  return locale === 'de' ? `Bei ${more} von ${all} Vergleichen hat der Führende mehr als die Hälfte.` : `In ${more} of ${all} comparisons the leader has more than half.`
}
