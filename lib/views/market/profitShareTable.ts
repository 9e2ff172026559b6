import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { ProfitShare } from '@/lib/liquidity/profitShares'
import { formatNumber } from '../format'
import { formatOfHundred, toDecileName } from './decileWords'
import { formatShortMoney, toMoneyCell, toWhole, type MoneyUnit } from './money'

const words = {
  en: {
    caption: 'How profits are shared', decile: 'Providers', count: 'How many', sizes: 'Most in at once, from–to', size: 'Of all that was in', earned: 'Of each 100 earned', fees: 'Of all fees', rewards: 'Of all rewards', gains: 'Of all gains',
    net: 'Results together', lost: 'With a loss', median: 'Median result', gas: 'Gas, of fees',
  },
  de: {
    caption: 'Wie Gewinne verteilt sind', decile: 'Anbieter', count: 'Wie viele', sizes: 'Höchster Einsatz, von–bis', size: 'Vom gesamten Einsatz', earned: 'Von je 100 verdienten', fees: 'Von allen Gebühren', rewards: 'Von allen Belohnungen', gains: 'Von allen Gewinnen',
    net: 'Ergebnisse zusammen', lost: 'Mit Verlust', median: 'Median des Ergebnisses', gas: 'Gas, an Gebühren',
  },
} as const

/**
 * Every figure of the ten groups, the largest first.
 *
 * @param shares the smallest tenth first
 * @example profitShareTable(shares, dollars, 'en').rows[0]?.[0] // { value: 10, text: 'Largest tenth' }
 */
export function profitShareTable(shares: readonly ProfitShare[], unit: MoneyUnit, locale: Locale): Table {
  const word = words[locale]
  const share = (value: number | null): Cell => (value === null ? { value, text: '–' } : { value, text: formatNumber(value, 'share', locale) })
  const rewarded = shares.some(({ rewards }) => rewards.amount > 0n)
  const short = (units: bigint) => formatShortMoney(toWhole(units, unit), unit, locale)
  return {
    caption: word.caption,
    columns: [
      { id: 'decile', label: word.decile, numeric: false },
      { id: 'count', label: word.count, numeric: true },
      { id: 'sizes', label: word.sizes, numeric: true },
      { id: 'size', label: word.size, numeric: true },
      { id: 'earned', label: word.earned, numeric: true },
      { id: 'fees', label: word.fees, numeric: true },
      ...(rewarded ? [{ id: 'rewards', label: word.rewards, numeric: true }] : []),
      { id: 'gains', label: word.gains, numeric: true },
      { id: 'net', label: `${word.net} (${unit.symbol})`, numeric: true },
      { id: 'lost', label: word.lost, numeric: true },
      { id: 'median', label: word.median, numeric: true },
      { id: 'gas', label: word.gas, numeric: true },
    ],
    rows: [...shares].reverse().map((row) => [
      { value: row.decile, text: toDecileName(row.decile, locale) },
      { value: row.providers, text: formatNumber(row.providers, 'count', locale) },
      { value: toWhole(row.sizes[1], unit), text: `${short(row.sizes[0])}–${short(row.sizes[1])}` },
      share(row.size.share),
      row.ofEachHundred === null ? { value: null, text: '–' } : { value: row.ofEachHundred, text: formatOfHundred(row.ofEachHundred, locale) },
      share(row.fees.share),
      ...(rewarded ? [share(row.rewards.share)] : []),
      share(row.gains.share),
      toMoneyCell(row.net, unit, locale),
      share(row.shareLost),
      share(row.medianReturn),
      share(row.gasOfFees),
    ]),
  }
}
