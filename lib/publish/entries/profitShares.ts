import { currencies, type Currency } from '@/lib/domain/pool'
import { findBreakEvenSize } from '@/lib/liquidity/breakEvenSize'
import { toProfitShares, type ProfitShare } from '@/lib/liquidity/profitShares'
import { breakEvenNote, breakEvenSentence, breakEvenSize as breakEvenView, type BreakEvenRow } from '@/lib/views/market/breakEvenSize'
import { toReasonSentence } from '@/lib/views/market/decileWords'
import { toCurrencyWord } from '@/lib/views/market/marketBasis'
import { toMoneyUnit } from '@/lib/views/market/money'
import { profitsByDecile as profitsByDecileSpec, profitsHeadline } from '@/lib/views/market/profitsByDecile'
import { profitShareTable as profitShareTableView } from '@/lib/views/market/profitShareTable'
import { returnsByDecile as returnsByDecileSpec } from '@/lib/views/market/returnsByDecile'
import { toDecimalString } from '@/lib/domain/amount'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart, View } from '../view'
import { marketColumns, ofMarket, toMarketParts, toMarketTitle, type MarketParts } from './marketParts'
import { toChartView } from './ownership'
import { moneyColumns, shareColumns } from './pairColumns'
import { toTableView } from './toTableView'

const shared = { ...ofMarket, currencies: true } as const satisfies Partial<Chart>

/** One of the ten groups, in each currency: who is in it follows from sizes there. null where it cannot be told. */
type Row = { decile: number } & Readonly<Record<Currency, ProfitShare | null>>

type Shares = Readonly<Record<Currency, ReturnType<typeof toProfitShares>>>
const known = new WeakMap<MarketParts['results'], Shares>()

/** The ten groups in each currency: worked out once for all charts of the same results. */
function toShares({ results }: Pick<MarketParts, 'results'>): Shares {
  const found = known.get(results) ?? { quote: toProfitShares(results, 'quote'), ether: toProfitShares(results, 'ether'), dollar: toProfitShares(results, 'dollar') }
  known.set(results, found)
  return found
}

/** The largest tenth first; none where no currency has them. */
function toRows(shares: Shares): Row[] {
  const at = (currency: Currency, place: number) => (shares[currency].status === 'ok' ? shares[currency].value[place] ?? null : null)
  return Array.from({ length: 10 }, (_, place) => 9 - place)
    .map((place): Row => ({ decile: place + 1, quote: at('quote', place), ether: at('ether', place), dollar: at('dollar', place) }))
    .filter((row) => currencies.some((currency) => row[currency]))
}

const decile: CsvColumn<Row> = { name: 'decile', kind: 'number', value: (row) => String(row.decile) }
const percent = (name: string, of: (share: ProfitShare) => number | null) => shareColumns<Row>(name, (row, currency) => (row[currency] ? of(row[currency]) : null), toPercentDecimal)
const counts = (name: string, of: (share: ProfitShare) => number): CsvColumn<Row>[] =>
  currencies.map((currency) => ({ name: `${name}_${currency}_count`, kind: 'number', value: (row) => (row[currency] ? String(of(row[currency])) : null) }))

/** A chart of the ten groups; where there are none, why, in place of a drawing. */
const toDecileChart = (id: string, title: Chart['title'], columns: readonly CsvColumn<Row>[], draw: typeof profitsByDecileSpec): Chart => ({
  ...shared, id, title, kind: 'chart',
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const shares = toShares(parts)
    const [all, rows] = [[decile, ...columns, ...marketColumns<Row>(parts)], toRows(shares)]
    const told = shares[parts.currency]
    if (told.status === 'undefined') return { ...toUntold(id, title, parts, told.reason, locale), data: toDataTable(all, rows) }
    return toChartView(draw(told.value, parts.name, parts.notes, locale), id, toDataTable(all, rows), locale)
  },
})

/** What cannot be told says so, and why. */
export const toUntold = (id: string, title: Chart['title'], parts: MarketParts, reason: Parameters<typeof toReasonSentence>[0], locale: View['locale']): View =>
  toTableView({ id, title: toMarketTitle(title, parts, locale), sentence: toReasonSentence(reason, locale), notes: parts.notes, table: { caption: '', columns: [{ id: 'decile', label: title[locale], numeric: false }], rows: [] }, columns: [], rows: [] }, locale)

export const profitsByDecile = toDecileChart('profitsByDecile', { en: 'For each 100 earned', de: 'Von je 100 verdienten' },
  [...percent('share_of_earned', ({ earned }) => earned.share), ...percent('share_of_gains', ({ gains }) => gains.share)], profitsByDecileSpec)

export const returnsByDecile = toDecileChart('returnsByDecile', { en: 'Who lost, and what was usual', de: 'Wer verlor und was üblich war' },
  [...percent('median_return', ({ medianReturn }) => medianReturn), ...percent('lost', ({ shareLost }) => shareLost)], returnsByDecileSpec)

export const profitShareTable: Chart = {
  ...shared,
  id: 'profitShareTable',
  title: { en: 'How profits are shared', de: 'Wie Gewinne verteilt sind' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const shares = toShares(parts)
    const told = shares[parts.currency]
    const money = (name: string, of: (share: ProfitShare) => bigint) => moneyColumns<Row>(name, () => parts.facts, (row, currency) => (row[currency] ? of(row[currency]) : null))
    const columns: CsvColumn<Row>[] = [
      decile,
      ...counts('providers', ({ providers }) => providers),
      ...percent('share_of_providers', ({ shareOfProviders }) => shareOfProviders),
      ...money('smallest_size', ({ sizes }) => sizes[0]), ...money('largest_size', ({ sizes }) => sizes[1]),
      ...money('all_sizes', ({ size }) => size.amount), ...percent('share_of_sizes', ({ size }) => size.share),
      ...money('all_still_in', ({ mark }) => mark.amount), ...percent('share_of_still_in', ({ mark }) => mark.share),
      ...money('all_fees', ({ fees }) => fees.amount), ...percent('share_of_fees', ({ fees }) => fees.share),
      ...money('all_rewards', ({ rewards }) => rewards.amount), ...percent('share_of_rewards', ({ rewards }) => rewards.share),
      ...percent('share_of_earned', ({ earned }) => earned.share),
      ...money('all_gains', ({ gains }) => gains.amount), ...percent('share_of_gains', ({ gains }) => gains.share),
      ...money('all_net', ({ net }) => net), ...counts('lost', ({ lost }) => lost), ...percent('lost', ({ shareLost }) => shareLost),
      ...percent('median_return', ({ medianReturn }) => medianReturn), ...percent('gas_of_fees', ({ gasOfFees }) => gasOfFees),
      ...marketColumns<Row>(parts),
    ]
    const ok = told.status === 'ok' ? told.value : []
    const priced = parts.results.flatMap(({ money }) => money[parts.currency] ?? [])
    const lost = priced.filter(({ versusHolding }) => versusHolding < 0n).length / Math.max(1, priced.length)
    return toTableView({
      id: 'profitShareTable', title: toMarketTitle(profitShareTable.title, parts, locale), sentence: told.status === 'ok' ? profitsHeadline(ok, lost, locale) : toReasonSentence(told.reason, locale),
      notes: parts.notes, table: profitShareTableView(ok, parts.unit, locale), columns, rows: toRows(shares),
    }, locale)
  },
}

export const breakEvenSize: Chart = {
  ...shared,
  id: 'breakEvenSize',
  title: { en: 'From which size on providing pays for its gas', de: 'Ab welcher Größe sich das Gas lohnt' },
  kind: 'table',
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const { facts, results } = parts
    const rows = currencies.map((currency): BreakEvenRow => ({ unit: toMoneyUnit(facts, currency), name: toCurrencyWord(facts, currency, locale), found: findBreakEvenSize(results, currency) }))
    const value = (name: string, of: 'smaller' | 'smallerEarned' | 'larger' | 'largerNotEarned'): CsvColumn<BreakEvenRow> => ({ name, kind: 'number', value: ({ found }) => (found.status === 'ok' ? String(found.value[of]) : null) })
    const columns: CsvColumn<BreakEvenRow>[] = [
      { name: 'currency', kind: 'code', value: ({ unit }) => unit.currency },
      { name: 'break_even_size', kind: 'number', value: ({ unit, found }) => (found.status === 'ok' ? toDecimalString(found.value.size, unit.decimals) : null) },
      { name: 'status', kind: 'code', value: ({ found }) => (found.status === 'ok' ? 'ok' : found.reason) },
      value('smaller', 'smaller'), value('smaller_earned', 'smallerEarned'), value('as_large', 'larger'), value('as_large_not_earned', 'largerNotEarned'),
      ...marketColumns<BreakEvenRow>(parts),
    ]
    return toTableView({
      id: 'breakEvenSize', title: toMarketTitle(breakEvenSize.title, parts, locale), sentence: breakEvenSentence(rows.find(({ unit }) => unit.currency === parts.currency)!, locale),
      notes: [breakEvenNote(locale), ...parts.notes], table: breakEvenView(rows, locale), columns, rows,
    }, locale)
  },
}
