import { currencies, type Currency } from '@/lib/domain/pool'
import { measureNetResults, type MeasuredResults } from '@/lib/metrics/netResults'
import { gainsLorenz as gainsLorenzSpec } from '@/lib/views/market/gainsLorenz'
import type { CsvColumn } from '../csv'
import { toDataTable } from '../dataTable'
import { toPercentDecimal } from '../plainDecimal'
import type { Chart } from '../view'
import { marketColumns, ofMarket, toMarketParts, type MarketParts } from './marketParts'
import { toChartView } from './ownership'
import { toUntold } from './profitShares'

interface Row {
  curve: string
  point: readonly [number, number]
}

const known = new WeakMap<MarketParts['results'], Readonly<Record<Currency, MeasuredResults>>>()

/** Gains and losses in each currency: worked out once for the same results. */
function toNetResults({ results }: Pick<MarketParts, 'results'>): Readonly<Record<Currency, MeasuredResults>> {
  const of = (currency: Currency) => measureNetResults(results.flatMap(({ account, money }) => (money[currency] ? [{ account, amount: money[currency].net }] : [])))
  const found = known.get(results) ?? { quote: of('quote'), ether: of('ether'), dollar: of('dollar') }
  known.set(results, found)
  return found
}

/** Gains and losses at entry prices, each as a curve among those who have them. */
export const gainsLorenz: Chart = {
  ...ofMarket,
  id: 'gainsLorenz',
  title: { en: 'How gains and losses are shared', de: 'Wie Gewinne und Verluste verteilt sind' },
  kind: 'chart',
  currencies: true,
  view: (loaded, locale) => {
    const parts = toMarketParts(loaded, locale)
    if (!parts) return null
    const all = toNetResults(parts)
    const rows = currencies.flatMap((currency) => (['gains', 'losses'] as const).flatMap((side) => all[currency][side].curve.map((point): Row => ({ curve: `${side}_${currency}`, point }))))
    const columns: CsvColumn<Row>[] = [
      { name: 'curve', kind: 'code', value: ({ curve }) => curve },
      { name: 'accounts_share_pct', kind: 'number', value: ({ point: [accounts] }) => toPercentDecimal(accounts) },
      { name: 'curve_share_pct', kind: 'number', value: ({ point: [, share] }) => toPercentDecimal(share) },
      ...marketColumns<Row>(parts),
    ]
    const { currency } = parts
    if (all[currency].gains.accounts + all[currency].losses.accounts === 0) return { ...toUntold('gainsLorenz', gainsLorenz.title, parts, 'noResult', locale), data: toDataTable(columns, rows) }
    return toChartView(gainsLorenzSpec(all[currency], { gains: `gains_${currency}`, losses: `losses_${currency}` }, parts.name, parts.notes, locale), 'gainsLorenz', toDataTable(columns, rows), locale)
  },
}
