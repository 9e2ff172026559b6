import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { toDecimalString } from '@/lib/domain/amount'
import { toCurrencyWord } from '@/lib/views/market/marketBasis'
import { toMoneyUnit } from '@/lib/views/market/money'
import { profitResults as profitResultsView, profitResultsNotes, profitResultsSentence, toRankedResults, type RankedResult } from '@/lib/views/market/profitResults'
import type { CsvColumn } from '../csv'
import type { Chart } from '../view'
import { toTableView } from './toTableView'
import { marketColumns, ofMarket, toMarketParts, toMarketTitle, type MarketParts } from './marketParts'
import { moneyColumns, pairColumns } from './pairColumns'

/** Every part of a result in every currency, as its columns are called. */
const moneyParts = {
  size: 'size', deposited: 'put_in', withdrawn: 'taken_out', fees: 'fees', rewards: 'rewards', gas: 'gas', mark: 'still_in', net: 'net', versusHolding: 'versus_holding', impermanentLoss: 'impermanent_loss', versusRebalancing: 'versus_rebalancing',
} as const satisfies Record<keyof ProviderMoney, string>

/**
 * What of a result stands in files beside whose it is: all amounts in tokens, and all money in every currency.
 *
 * @param factsOf the pool of a row: its quote token's decimals
 */
export function resultColumns<Row>(factsOf: (row: Row) => MarketParts['facts'], of: (row: Row) => ProviderResult, display: MarketParts['display']): CsvColumn<Row>[] {
  return [
    ...(Object.keys(moneyParts) as (keyof ProviderMoney)[]).flatMap((part) => moneyColumns<Row>(moneyParts[part], factsOf, (row, currency) => of(row).money[currency]?.[part] ?? null)),
    ...pairColumns<Row>('deposited', (row) => of(row).deposited),
    ...pairColumns<Row>('withdrawn', (row) => of(row).withdrawn),
    ...pairColumns<Row>('received', (row) => of(row).received),
    ...pairColumns<Row>('given', (row) => of(row).given),
    ...pairColumns<Row>('fees_paid', (row) => of(row).feesPaid),
    ...pairColumns<Row>('fees_owed', (row) => of(row).feesOwed),
    ...pairColumns<Row>('principal', (row) => of(row).principal),
    { name: 'loss_versus_rebalancing_quote', kind: 'number', value: (row) => toDecimalString(of(row).lossVersusRebalancing, toMoneyUnit(factsOf(row), 'quote').decimals) },
    { name: 'reward_tokens', kind: 'code', value: (row) => of(row).rewards.map(({ token }) => display(token)).join(':') || null },
    { name: 'reward_amounts_raw', kind: 'code', value: (row) => of(row).rewards.map(({ amount }) => String(amount)).join(':') || null },
    { name: 'reward_owed_raw', kind: 'code', value: (row) => of(row).rewards.map(({ owed }) => String(owed)).join(':') || null },
    { name: 'gas_wei', kind: 'number', value: (row) => of(row).gasWei?.toString() ?? null },
    { name: 'positions', kind: 'number', value: (row) => String(of(row).positions) },
    { name: 'in_range_positions', kind: 'number', value: (row) => String(of(row).inRange) },
    { name: 'liquidity_raw', kind: 'number', value: (row) => String(of(row).liquidity) },
    { name: 'entered_block_number', kind: 'number', value: (row) => String(of(row).firstBlock) },
    { name: 'left_block_number', kind: 'number', value: (row) => of(row).lastBlock?.toString() ?? null },
  ]
}

export const profitResults: Chart = {
  ...ofMarket,
  id: 'profitResults',
  title: { en: 'What each provider made of it', de: 'Was jeder Anbieter daraus gemacht hat' },
  kind: 'table',
  currencies: true,
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const { facts, currency, nameOf, display } = parts
    const rows = toRankedResults(parts.results, currency)
    const contracts = new Map(parts.reading.contractProviders?.contracts.map(({ account, name }) => [account, name]))
    // Files are the same whatever is looked at: in the order of the quote token.
    const filed = currency === 'quote' ? rows : toRankedResults(parts.results, 'quote')
    const columns: CsvColumn<RankedResult>[] = [
      { name: 'size_rank', kind: 'number', value: ({ rank }) => String(rank) },
      { name: 'address', kind: 'code', value: ({ account }) => display(account) },
      { name: 'label', kind: 'text', value: ({ account }) => nameOf(account) },
      { name: 'contract_is', kind: 'text', value: ({ account }) => contracts.get(account) ?? null },
      ...resultColumns<RankedResult>(() => facts, (row) => row, display),
      ...marketColumns<RankedResult>(parts),
    ]
    return toTableView({
      id: 'profitResults', title: toMarketTitle(profitResults.title, parts, locale), sentence: profitResultsSentence(rows, parts, toCurrencyWord(facts, currency, locale), locale),
      notes: [...profitResultsNotes(rows, currency, locale), ...parts.notes], table: profitResultsView(rows, parts, locale), columns, rows: filed,
    }, locale)
  },
}
