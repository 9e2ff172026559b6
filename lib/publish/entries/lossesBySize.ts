import { currencies, type Currency } from '@/lib/domain/pool'
import { toLossesBySize, type LossShare } from '@/lib/liquidity/lossesBySize'
import type { Part } from '@/lib/liquidity/partsOfSum'
import { lossesBySize as lossesBySizeSpec } from '@/lib/views/market/lossesBySize'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { marketColumns, ofMarket, toMarketParts } from './marketParts'
import { toChartView } from './ownership'
import { moneyColumns, shareColumns } from './pairColumns'
import { toUntold } from './profitShares'

/** One of the ten groups, in each currency; null where it cannot be told. */
type Row = { decile: number } & Readonly<Record<Currency, LossShare | null>>

export const lossesBySize: Chart = {
  ...ofMarket,
  id: 'lossesBySize',
  title: { en: 'Who bore the losses', de: 'Wer die Verluste trug' },
  kind: 'chart',
  currencies: true,
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const losses = { quote: toLossesBySize(parts.results, 'quote'), ether: toLossesBySize(parts.results, 'ether'), dollar: toLossesBySize(parts.results, 'dollar') }
    const at = (currency: Currency, place: number) => {
      const told = losses[currency]
      return told.status === 'ok' ? told.value[place] ?? null : null
    }
    const rows = Array.from({ length: 10 }, (_, place) => 9 - place)
      .map((place): Row => ({ decile: place + 1, quote: at('quote', place), ether: at('ether', place), dollar: at('dollar', place) }))
      .filter((row) => currencies.some((currency) => row[currency]))
    const lost = (name: string, of: (share: LossShare) => Part): CsvColumn<Row>[] => [
      ...moneyColumns<Row>(`all_${name}`, () => parts.facts, (row, currency) => (row[currency] ? of(row[currency]).amount : null)),
      ...shareColumns<Row>(`share_of_${name}`, (row, currency) => (row[currency] ? of(row[currency]).share : null), toPercentDecimal),
    ]
    const columns: CsvColumn<Row>[] = [
      { name: 'decile', kind: 'number', value: (row) => String(row.decile) },
      ...lost('net_losses', ({ netLoss }) => netLoss), ...lost('impermanent_losses', ({ impermanentLoss }) => impermanentLoss), ...lost('price_falls', ({ priceFall }) => priceFall),
      ...marketColumns<Row>(parts),
    ]
    const data = toDataTable(columns, rows)
    const told = losses[parts.currency]
    if (told.status === 'undefined') return { ...toUntold('lossesBySize', lossesBySize.title, parts, told.reason, locale), data }
    return toChartView(lossesBySizeSpec(told.value, parts.name, parts.notes, locale), 'lossesBySize', data, locale)
  },
}
