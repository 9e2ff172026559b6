import type { Payout, PayoutMonth } from '@/lib/domain/cohorts'
import { payoutsKept as payoutsKeptSpec } from '@/lib/views/cohorts/payoutsKept'
import { payoutsSentence, payoutsTable as payoutsTableView } from '@/lib/views/cohorts/payoutsTable'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { cohortChart, monthColumns, toCohortParts } from './cohortParts'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

/** Who paid, and how it is known whom. */
const payerColumns = <Row>(of: (row: Row) => Payout, displayAddress: Loaded['displayAddress']): CsvColumn<Row>[] => [
  { name: 'payer_address', kind: 'code', value: (row) => displayAddress(of(row).address) },
  { name: 'payer_name', kind: 'text', value: (row) => of(row).name },
  { name: 'payees_known_by', kind: 'code', value: (row) => of(row).proof },
]

/** What was received, and how much of it is still there. */
const keptColumns = <Row>(of: (row: Row) => PayoutMonth): CsvColumn<Row>[] => [
  { name: 'payout_kept_pct', kind: 'number', value: (row) => (of(row).received > 0n ? toPercent(of(row).kept, of(row).received) : null) },
  { name: 'payees', kind: 'number', value: (row) => String(of(row).receivers) },
  { name: 'payees_holding', kind: 'number', value: (row) => String(of(row).holders) },
  { name: 'payout_received_raw', kind: 'number', value: (row) => String(of(row).received) },
  { name: 'payout_kept_raw', kind: 'number', value: (row) => String(of(row).kept) },
]

export const payoutsKept: Chart = {
  ...cohortChart,
  id: 'payoutsKept',
  title: { en: 'What receivers of airdrops and rewards still hold', de: 'Was Empfänger von Airdrops und Belohnungen noch halten' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && payoutsKeptSpec(parts.study.payouts, parts.token, parts.notes('payouts'), locale)
    if (!parts || !chart) return null
    // The one that is drawn; the table has the others.
    const shown = parts.study.payouts[0]!
    const [day, block] = monthColumns<PayoutMonth>()
    const columns: CsvColumn<PayoutMonth>[] = [day, ...keptColumns<PayoutMonth>((month) => month), ...payerColumns<PayoutMonth>(() => shown, loaded.displayAddress), block, ...parts.protocolColumns]
    return toChartView(chart, 'payoutsKept', toDataTable(columns, shown.months), locale)
  },
}

export const payoutsTable: Chart = {
  ...cohortChart,
  id: 'payoutsTable',
  title: { en: 'Airdrops and rewards, and what their receivers still hold', de: 'Airdrops und Belohnungen, und was ihre Empfänger noch halten' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    if (!parts || parts.study.payouts.length === 0) return null
    const { payouts } = parts.study
    const count = (name: string, value: (payout: Payout) => number): CsvColumn<Payout> => ({ name, kind: 'number', value: (row) => String(value(row)) })
    const columns: CsvColumn<Payout>[] = [
      ...payerColumns<Payout>((payout) => payout, loaded.displayAddress),
      { name: 'paid_out_raw', kind: 'number', value: ({ paidOut }) => String(paidOut) },
      ...keptColumns<Payout>(({ months }) => months.at(-1)!),
      count('payees_hold_all', ({ holdAll }) => holdAll),
      count('payees_hold_part', ({ holdPart }) => holdPart),
      count('payees_hold_nothing', ({ holdNothing }) => holdNothing),
      count('payees_left_out', ({ leftOut }) => leftOut),
      ...parts.basisColumns, ...parts.protocolColumns,
    ]
    return toTableView({
      id: 'payoutsTable', title: toTitle(payoutsTable.title, parts.token.symbol, locale), sentence: payoutsSentence(payouts, locale), notes: parts.notes('payouts'),
      table: payoutsTableView(payouts, parts.token, loaded.displayAddress, locale), columns, rows: payouts,
    }, locale)
  },
}
