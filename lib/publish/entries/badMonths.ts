import type { ClassMonth } from '@/lib/domain/badMonths'
import { holderClassIds } from '@/lib/domain/holderClass'
import { toRate } from '@/lib/metrics/growth/worstMonths'
import { deepestFall as fallSpec } from '@/lib/views/wealth/deepestFall'
import { treatmentNotes } from '@/lib/views/wealth/treatment'
import { badMonthRates, toClassesInMonths, worstMonthsByClass, type BadMonthRate, type ClassInMonths } from '@/lib/views/wealth/worstMonthsByClass'
import { priceNote, toMonthRows, worstMonthsSentence, worstMonthsTable as monthsTable, type MonthRow } from '@/lib/views/wealth/worstMonthsTable'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart, Loaded } from '../view'
import { toChartView } from './ownership'
import { studyColumns } from './studyColumns'
import { toTableView, toTitle } from './toTableView'

const shared = { scopes: ['token'], lenses: false, days: false, fixed: false, long: false, needs: ['badMonths'] } as const

const percent = (share: number | null) => (share === null ? null : toPercentDecimal(share))

type Study = NonNullable<Loaded['studies']['badMonths']>

const toNotes = (study: Study, { displayAddress }: Pick<Loaded, 'displayAddress'>, locale: 'en' | 'de') => {
  const { currency, pools } = study.result
  return [priceNote({ currency, pools: pools.map((pool) => displayAddress(pool as `0x${string}`)) }, locale), ...treatmentNotes(study, locale)]
}

/** What a rate divides by what, in the worst months and in all others. */
const rateColumns = (rate: BadMonthRate): CsvColumn<ClassInMonths>[] => {
  const [name, of] = rate === 'exits' ? ['left', 'holder_months'] as const : ['lost_of_cost', null] as const
  const columns = (which: 'worst' | 'other'): CsvColumn<ClassInMonths>[] => [
    ...(of ? [{ name: `${which}_${of}`, kind: 'number', value: (row) => String(row[which].accounts) } satisfies CsvColumn<ClassInMonths>] : []),
    { name: `${which}_${name}_pct`, kind: 'number', value: (row) => percent(badMonthRates[rate](row[which])) },
  ]
  return [{ name: 'holder_class', kind: 'code', value: ({ id }) => id }, ...columns('worst'), ...columns('other')]
}

const byClass = (rate: BadMonthRate, id: string, title: Chart['title']): Chart => ({
  ...shared,
  id,
  title,
  kind: 'chart',
  view: (loaded, locale) => {
    const { protocol, studies: { badMonths: study }, displayAddress } = loaded
    if (!protocol || !study) return null
    const { months } = study.result
    const chart = worstMonthsByClass(rate, months, protocol.token.symbol, toNotes(study, loaded, locale), locale)
    return chart && toChartView(chart, id, toDataTable([...rateColumns(rate), ...studyColumns(protocol, study, displayAddress)], toClassesInMonths(months)), locale)
  },
})

export const worstMonthsExits: Chart = byClass('exits', 'worstMonthsExits', { en: 'Who gets out when the price falls', de: 'Wer aussteigt, wenn der Preis fällt' })
export const worstMonthsLosses: Chart = byClass('losses', 'worstMonthsLosses', { en: 'Who gives up at a loss when the price falls', de: 'Wer mit Verlust abgibt, wenn der Preis fällt' })

export const deepestFall: Chart = {
  ...shared,
  id: 'deepestFall',
  title: { en: 'Who was still there after the deepest fall', de: 'Wer nach dem tiefsten Fall noch da war' },
  kind: 'chart',
  view: (loaded, locale) => {
    const { protocol, studies: { badMonths: study }, displayAddress } = loaded
    if (!protocol || !study?.result.fall) return null
    const { fall } = study.result
    const chart = fallSpec(fall, protocol.token.symbol, toNotes(study, loaded, locale), locale)
    type Row = (typeof fall.classes)[number] & { place: number }
    const columns: CsvColumn<Row>[] = [
      { name: 'holder_class', kind: 'code', value: ({ place }) => holderClassIds[place]! },
      { name: 'peak_holders', kind: 'number', value: ({ accounts }) => String(accounts) },
      { name: 'gone_pct', kind: 'number', value: ({ gone, accounts }) => percent(toRate(gone, accounts)) },
      { name: 'still_held_pct', kind: 'number', value: ({ after, held }) => percent(toRate(after, held)) },
      { name: 'fall_from', kind: 'code', value: () => fall.from },
      { name: 'fall_to', kind: 'code', value: () => fall.to },
      { name: 'price_change_pct', kind: 'number', value: () => toPercentDecimal(fall.change) },
    ]
    return chart && toChartView(chart, 'deepestFall', toDataTable([...columns, ...studyColumns(protocol, study, displayAddress)], fall.classes.map((row, place) => ({ ...row, place }))), locale)
  },
}

/** The same of the small and of the large, beside each other. */
const ofSizes = (name: string, tell: (sum: ClassMonth) => string | null) =>
  (['small', 'large'] as const).map((size): CsvColumn<MonthRow> => ({ name: `${size}_${name}`, kind: 'number', value: (row) => tell(row[size]) }))

const sizeColumns: readonly CsvColumn<MonthRow>[] = [
  ...ofSizes('left_pct', (sum) => percent(badMonthRates.exits(sum))),
  ...ofSizes('lost_of_cost_pct', (sum) => percent(badMonthRates.losses(sum))),
  ...ofSizes('under_water_pct', ({ underWater, accounts }) => percent(toRate(underWater, accounts))),
  ...ofSizes('holders', ({ accounts }) => String(accounts)),
]

export const worstMonthsTable: Chart = {
  ...shared,
  id: 'worstMonthsTable',
  title: { en: 'Months by price, and who left in them', de: 'Monate nach Preis, und wer in ihnen ausstieg' },
  kind: 'table',
  view: (loaded, locale) => {
    const { protocol, studies: { badMonths: study }, displayAddress } = loaded
    if (!protocol || !study || study.result.months.length === 0) return null
    const rows = toMonthRows(study.result.months)
    return toTableView({
      id: 'worstMonthsTable', title: toTitle(worstMonthsTable.title, protocol.token.symbol, locale), sentence: worstMonthsSentence(rows, locale), notes: toNotes(study, loaded, locale), table: monthsTable(rows, locale), rows,
      columns: [
        { name: 'month', kind: 'code', value: ({ month }) => month },
        { name: 'price_change_pct', kind: 'number', value: ({ change }) => toPercentDecimal(change) },
        { name: 'among_worst', kind: 'code', value: ({ isWorst }) => (isWorst ? 'yes' : 'no') },
        ...sizeColumns, ...studyColumns(protocol, study, displayAddress),
      ],
    }, locale)
  },
}
