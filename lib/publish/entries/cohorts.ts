import type { Cohort, CohortMonth } from '@/lib/domain/cohorts'
import { arrivalTenths as arrivalTenthsSpec, toTenthSizes } from '@/lib/views/cohorts/arrivalTenths'
import { cohortShares as cohortSharesSpec, toCohortLayers, toLayerAmount, type CohortLayer } from '@/lib/views/cohorts/cohortShares'
import { cohortsOverTime as cohortsOverTimeView, cohortsOverTimeSentence, toCohortMoments, type CohortMoment } from '@/lib/views/cohorts/cohortsOverTime'
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

/** How much a group holds, and its share of what all receivers hold. */
const heldColumns: CsvColumn<{ held: bigint; dated: bigint }>[] = [
  { name: 'amount_raw', kind: 'number', value: ({ held }) => String(held) },
  { name: 'share_pct', kind: 'number', value: ({ held, dated }) => percent(held, dated) },
  { name: 'denominator_raw', kind: 'number', value: ({ dated }) => String(dated) },
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

/** Share and amount of those who came first. */
const earlyColumns: Readonly<Record<EarlyGroup, readonly [share: string, amount: string]>> = {
  firstTenth: ['first_tenth_pct', 'first_tenth_raw'],
  firstPercent: ['first_percent_pct', 'first_percent_raw'],
  firstHundred: ['first_hundred_pct', 'first_hundred_raw'],
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
    const { months } = parts.study
    const [day, block] = monthColumns<CohortMonth>()
    const columns: CsvColumn<CohortMonth>[] = [
      day,
      ...earlyGroups.map((group): CsvColumn<CohortMonth> => ({ name: earlyColumns[group][0], kind: 'number', value: (month) => percent(toEarlyAmount(month, group), toDated(month)) })),
      ...earlyGroups.map((group): CsvColumn<CohortMonth> => ({ name: earlyColumns[group][1], kind: 'number', value: (month) => String(toEarlyAmount(month, group)) })),
      { name: 'denominator_raw', kind: 'number', value: (month) => String(toDated(month)) },
      block, ...parts.protocolColumns,
    ]
    return toChartView(chart, 'earlyHolders', toDataTable(columns, months), locale)
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
    type Row = Pick<CohortMonth, 'day' | 'block'> & Pick<Cohort, 'from' | 'to'> & { layer: CohortLayer; receivers: number; held: bigint; dated: bigint }
    const rows = months.flatMap((month) => toCohortLayers(cohorts).map((layer): Row => ({
      layer, from: cohorts[layer.from]!.from, to: cohorts[layer.to - 1]!.to, receivers: layer.receivers, day: month.day, block: month.block, held: toLayerAmount(month, layer), dated: toDated(month),
    })))
    const columns: CsvColumn<Row>[] = [...monthColumns<Row>(), { name: 'group', kind: 'code', value: ({ layer }) => layer.id }, ...cohortColumns, ...heldColumns, ...protocolColumns]
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

export const cohortsOverTime: Chart = {
  ...cohortChart,
  id: 'cohortsOverTime',
  title: { en: 'Cohorts at the end of each year', de: 'Kohorten am Ende jedes Jahres' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toCohortParts(loaded, locale)
    const rows = parts ? toCohortMoments(parts.study) : []
    if (!parts || rows.length === 0) return null
    const columns: CsvColumn<CohortMoment>[] = [...monthColumns<CohortMoment>(), ...cohortColumns, ...heldColumns, ...parts.protocolColumns]
    return toTableView({
      id: 'cohortsOverTime', title: toTitle(cohortsOverTime.title, parts.token.symbol, locale), sentence: cohortsOverTimeSentence(rows, locale), notes: parts.notes('arrival'), table: cohortsOverTimeView(rows, parts.token, locale), columns, rows,
    }, locale)
  },
}
