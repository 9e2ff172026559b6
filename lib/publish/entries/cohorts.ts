import type { Cohort, CohortMonth } from '@/lib/domain/cohorts'
import { arrivalTenths as arrivalTenthsSpec, toTenthSizes } from '@/lib/views/cohorts/arrivalTenths'
import { cohortShares as cohortSharesSpec } from '@/lib/views/cohorts/cohortShares'
import { cohortsSentence, cohortsTable as cohortsTableView, toCohortRows, type CohortRow } from '@/lib/views/cohorts/cohortsTable'
import { earlyGroups, earlyHolders as earlyHoldersSpec, toEarlyAmount, type EarlyGroup } from '@/lib/views/cohorts/earlyHolders'
import { toDated } from '@/lib/views/cohorts/months'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercent } from '../plainDecimal'
import type { Chart } from '../view'
import { cohortChart, monthColumns, toCohortParts } from './cohortParts'
import { toChartView } from './ownership'
import { toTableView, toTitle } from './toTableView'

const percent = (part: bigint, whole: bigint) => (whole > 0n ? toPercent(part, whole) : null)

/** How much a group holds, and what its share is taken of. */
const heldColumns: CsvColumn<{ held: bigint; dated: bigint }>[] = [
  { name: 'held_raw', kind: 'number', value: ({ held }) => String(held) },
  { name: 'receivers_hold_raw', kind: 'number', value: ({ dated }) => String(dated) },
  { name: 'held_by_receivers_pct', kind: 'number', value: ({ held, dated }) => percent(held, dated) },
]

const cohortColumns: CsvColumn<Pick<Cohort, 'from' | 'to' | 'receivers'>>[] = [
  { name: 'cohort_from', kind: 'code', value: ({ from }) => from },
  { name: 'cohort_to', kind: 'code', value: ({ to }) => to },
  { name: 'cohort_receivers', kind: 'number', value: ({ receivers }) => String(receivers) },
]

export const arrivalTenths: Chart = {
  ...cohortChart,
  id: 'arrivalTenths',
  title: { en: 'Who holds, by who came first', de: 'Wer hält, nach der Reihenfolge der Ankunft' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && arrivalTenthsSpec(parts.study, parts.token.symbol, parts.notes('arrival'), locale)
    if (!parts || !chart) return null
    const { study: { months, receivers }, basisColumns, protocolColumns } = parts
    const last = months.at(-1)!
    const sizes = toTenthSizes(receivers)
    type Row = { tenth: number; size: number; held: bigint; dated: bigint }
    const rows = last.tenths.map((held, place): Row => ({ tenth: place + 1, size: sizes[place]!, held, dated: toDated(last) }))
    const columns: CsvColumn<Row>[] = [
      { name: 'arrival_tenth', kind: 'number', value: ({ tenth }) => String(tenth) },
      { name: 'arrival_receivers', kind: 'number', value: ({ size }) => String(size) },
      { name: 'arrival_receivers_pct', kind: 'number', value: ({ size }) => toPercent(BigInt(size), BigInt(receivers)) },
      ...heldColumns, ...basisColumns, ...protocolColumns,
    ]
    return toChartView(chart, 'arrivalTenths', toDataTable(columns, rows), locale)
  },
}

export const earlyHolders: Chart = {
  ...cohortChart,
  id: 'earlyHolders',
  title: { en: 'What those who came first still hold', de: 'Was die Ersten noch halten' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && earlyHoldersSpec(parts.study.months, parts.token.symbol, parts.notes('arrival'), locale)
    if (!parts || !chart) return null
    type Row = { day: string; block: number; group: EarlyGroup; held: bigint; dated: bigint }
    const rows = parts.study.months.flatMap((month) => earlyGroups.map((group): Row => ({ day: month.day, block: month.block, group, held: toEarlyAmount(month, group), dated: toDated(month) })))
    const columns: CsvColumn<Row>[] = [...monthColumns<Row>(), { name: 'arrival_group', kind: 'code', value: ({ group }) => group }, ...heldColumns, ...parts.protocolColumns]
    return toChartView(chart, 'earlyHolders', toDataTable(columns, rows), locale)
  },
}

export const cohortShares: Chart = {
  ...cohortChart,
  id: 'cohortShares',
  title: { en: 'Who holds, by when they came', de: 'Wer hält, nach Zeit der Ankunft' },
  kind: 'chart',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const chart = parts && cohortSharesSpec(parts.study, parts.token.symbol, parts.notes('arrival'), locale)
    if (!parts || !chart) return null
    const { study: { cohorts, months }, protocolColumns } = parts
    type Row = Pick<CohortMonth, 'day' | 'block'> & Cohort & { held: bigint; dated: bigint }
    // Who is still to come holds nothing yet, and has no row.
    const rows = months.flatMap((month) => cohorts.flatMap((cohort, place): Row[] => (cohort.from > month.day ? [] : [{ ...cohort, day: month.day, block: month.block, held: month.cohorts[place]!, dated: toDated(month) }])))
    const columns: CsvColumn<Row>[] = [...monthColumns<Row>(), ...cohortColumns, ...heldColumns, ...protocolColumns]
    return toChartView(chart, 'cohortShares', toDataTable(columns, rows), locale)
  },
}

export const cohortsTable: Chart = {
  ...cohortChart,
  id: 'cohortsTable',
  title: { en: 'Holders by quarter of first receipt', de: 'Halter nach Quartal des ersten Empfangs' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const rows = parts ? toCohortRows(parts.study) : []
    if (!parts || rows.length === 0) return null
    const columns: CsvColumn<CohortRow>[] = [
      ...cohortColumns,
      { name: 'cohort_receivers_pct', kind: 'number', value: ({ receivers, receiversOfAll }) => toPercent(BigInt(receivers), BigInt(receiversOfAll)) },
      { name: 'cohort_holders', kind: 'number', value: ({ holders }) => String(holders) },
      ...heldColumns, ...parts.basisColumns, ...parts.protocolColumns,
    ]
    return toTableView({
      id: 'cohortsTable', title: toTitle(cohortsTable.title, parts.token.symbol, locale), sentence: cohortsSentence(rows, locale), notes: parts.notes('arrival'), table: cohortsTableView(rows, parts.token, locale), columns, rows,
    }, locale)
  },
}
