import type { GrowthBin, Growth, Staying } from '@/lib/domain/growth'
import { holderClassIds } from '@/lib/domain/holderClass'
import { growthAgainstSize as growthSpec, growthTable, toFitted, toMeans } from '@/lib/views/wealth/growthAgainstSize'
import { largestHoldersStay as leadersSpec } from '@/lib/views/wealth/largestHoldersStay'
import { rankMobility as mobilityTable, rankMobilityNotes, rankMobilitySentence, toMobilityRows, type MobilityRow } from '@/lib/views/wealth/rankMobility'
import { treatmentNotes } from '@/lib/views/wealth/treatment'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal, toPlainDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { toChartView } from './ownership'
import { studyColumns } from './studyColumns'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, long: false, needs: ['growth'] } as const

const percent = (share: number | null) => (share === null ? null : toPercentDecimal(share))

/** One size with the fitted line's gain at it, and the exponents that all sizes share. */
const sizeColumns = (growth: Growth): CsvColumn<GrowthBin>[] => {
  const fitted = toFitted(growth)
  const of = (name: string, value: number | undefined): CsvColumn<GrowthBin> => ({ name, kind: 'number', value: () => (value === undefined ? null : toPlainDecimal(value)) })
  return [
    { name: 'mean_held', kind: 'number', value: (bin) => toPlainDecimal(toMeans(bin).size) },
    { name: 'holder_months', kind: 'number', value: ({ accounts }) => String(accounts) },
    { name: 'mean_gained', kind: 'number', value: (bin) => toPlainDecimal(toMeans(bin).gained) },
    { name: 'mean_lost', kind: 'number', value: (bin) => toPlainDecimal(toMeans(bin).lost) },
    { name: 'gone_pct', kind: 'number', value: ({ gone, accounts }) => toPercentDecimal(gone / accounts) },
    { name: 'fitted_gained', kind: 'number', value: (bin) => fitted && toPlainDecimal(fitted(toMeans(bin).size)) },
    of('gains_exponent', growth.gains?.alpha), of('gains_exponent_low', growth.gains?.low), of('gains_exponent_high', growth.gains?.high),
    of('losses_exponent', growth.losses?.alpha), of('losses_exponent_low', growth.losses?.low), of('losses_exponent_high', growth.losses?.high),
  ]
}

export const growthAgainstSize: Chart = {
  ...shared,
  id: 'growthAgainstSize',
  title: { en: 'How holdings grow, by their size', de: 'Wie Bestände wachsen, nach ihrer Größe' },
  kind: 'chart',
  view: ({ protocol, studies: { growth }, displayAddress }, locale) => {
    if (!protocol || !growth) return null
    const { result } = growth
    const chart = growthSpec(result, protocol.token.symbol, treatmentNotes(growth, locale), locale)
    const data = toDataTable([...sizeColumns(result), ...studyColumns(protocol, growth, displayAddress)], result.sizes)
    return { ...toChartView(chart, 'growthAgainstSize', data, locale), table: growthTable(chart) }
  },
}

const stayColumns: readonly CsvColumn<Staying>[] = [
  { name: 'months_later', kind: 'number', value: ({ months }) => String(months) },
  { name: 'starts', kind: 'number', value: ({ starts }) => String(starts) },
  { name: 'ten_still_pct', kind: 'number', value: ({ ten }) => toPercentDecimal(ten) },
  { name: 'tenth_still_pct', kind: 'number', value: ({ tenth }) => toPercentDecimal(tenth) },
]

export const largestHoldersStay: Chart = {
  ...shared,
  id: 'largestHoldersStay',
  title: { en: 'How long the largest holders stay the largest', de: 'Wie lange die größten Halter die größten bleiben' },
  kind: 'chart',
  view: ({ protocol, studies: { growth }, displayAddress }, locale) => {
    if (!protocol || !growth || growth.result.staying.length === 0) return null
    const { staying } = growth.result
    return toChartView(leadersSpec(staying, protocol.token.symbol, treatmentNotes(growth, locale), locale), 'largestHoldersStay', toDataTable([...stayColumns, ...studyColumns(protocol, growth, displayAddress)], staying), locale)
  },
}

const mobilityColumns: readonly CsvColumn<MobilityRow>[] = [
  { name: 'holder_class', kind: 'code', value: ({ place }) => holderClassIds[place]! },
  { name: 'holder_starts', kind: 'number', value: ({ count }) => String(count) },
  ...[...holderClassIds, 'gone' as const].map((id, column): CsvColumn<MobilityRow> => ({ name: `later_${id}_pct`, kind: 'number', value: ({ shares }) => percent(shares[column]!) })),
  { name: 'arrived_pct', kind: 'number', value: ({ arrived }) => percent(arrived) },
]

export const rankMobility: Chart = {
  ...shared,
  id: 'rankMobility',
  title: { en: 'Where holders are a year later', de: 'Wo Halter ein Jahr später stehen' },
  kind: 'table',
  view: ({ protocol, studies: { growth }, displayAddress }, locale) => {
    if (!protocol || !growth?.result.mobility) return null
    const rows = toMobilityRows(growth.result.mobility)
    return toTableView({
      id: 'rankMobility', title: toTitle(rankMobility.title, protocol.token.symbol, locale), sentence: rankMobilitySentence(rows, locale), notes: [...rankMobilityNotes(locale), ...treatmentNotes(growth, locale)],
      table: mobilityTable(rows, locale), columns: [...mobilityColumns, ...studyColumns(protocol, growth, displayAddress)], rows,
    }, locale)
  },
}
