import { toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { FarmingDecile } from '@/lib/liquidity/farming'
import { toAmountCell } from '../accountCells'
import { formatNumber } from '../format'
import { toDecileName } from '../market/decileWords'

const words = {
  en: {
    caption: 'Rewards by size of stake', contract: 'Paid by', tenth: 'Stakers, by size', stakers: 'Stakers', stake: 'Staked at most', rewards: 'Rewards', share: 'Share of them', owed: 'Owed', gas: 'Gas (ETH)', before: 'Return a year before gas', after: 'after gas',
    unknown: 'not known', none: 'nothing stood', few: (name: string, count: string) => `${name}: ${count} stakers, fewer than the 30 that tenths take.`,
    best: (name: string, largest: string, smallest: string) => `At ${name} the largest tenth of stakers earned ${largest} a year after gas, the smallest ${smallest}.`,
    noGas: (name: string, largest: string, smallest: string) => `At ${name} the largest tenth of stakers earned ${largest} a year, the smallest ${smallest}, before gas, which is not known.`,
    for: (ratio: string, reward: string, stake: string) => `${ratio} ${reward} for one ${stake}`, one: 'staked',
  },
  de: {
    caption: 'Belohnungen nach Größe der Einlage', contract: 'Gezahlt von', tenth: 'Einleger nach Größe', stakers: 'Einleger', stake: 'Höchste Einlagen', rewards: 'Belohnungen', share: 'Anteil daran', owed: 'Geschuldet', gas: 'Gas (ETH)', before: 'Ertrag im Jahr vor Gas', after: 'nach Gas',
    unknown: 'nicht bekannt', none: 'nichts lag lange genug', few: (name: string, count: string) => `${name}: ${count} Einleger, weniger als die 30, die es für Zehntel braucht.`,
    best: (name: string, largest: string, smallest: string) => `Bei ${name} verdiente das größte Zehntel der Einleger nach Gas ${largest} im Jahr, das kleinste ${smallest}.`,
    noGas: (name: string, largest: string, smallest: string) => `Bei ${name} verdiente das größte Zehntel der Einleger ${largest} im Jahr, das kleinste ${smallest}, vor Gas, das nicht bekannt ist.`,
    for: (ratio: string, reward: string, stake: string) => `${ratio} ${reward} je ${stake}`, one: 'Einheit',
  },
} as const

/** A tenth of those who staked with a contract. */
export interface FarmingRow {
  name: string
  decile: FarmingDecile
  /** Σ rewards of all tenths */
  paid: bigint
  /** What is staked; null where no ledger of it is kept */
  stake: Pick<Token, 'symbol' | 'decimals'> | null
  /** What was owed to them and not paid; null where that is not known */
  owed: bigint | null
  /** Whether returns are shares of what was staked; else reward tokens for one staked, both in smallest units */
  isShare: boolean
}

/** A contract with too few stakers for tenths. */
export interface FewStakers {
  name: string
  stakers: number
}

/** A return as people read it: a share, or so many tokens for one. */
function toReturnText(value: number, { stake, isShare }: Pick<FarmingRow, 'stake' | 'isShare'>, token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  if (isShare) return formatNumber(value, 'share', locale)
  const ratio = value * 10 ** ((stake?.decimals ?? token.decimals) - token.decimals)
  return words[locale].for(formatNumber(ratio, 'amount', locale), token.symbol, stake?.symbol ?? words[locale].one)
}

/**
 * Rewards, gas and return of each tenth of stakers.
 *
 * @param rows by contract, the smallest tenth first
 * @example farmingTable(rows, token, 'en').rows[0]?.[1]?.text // 'Smallest tenth'
 */
export function farmingTable(rows: readonly FarmingRow[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): Table {
  const word = words[locale]
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  const unknown: Cell = { value: null, text: word.unknown }
  const yearly = (row: FarmingRow, value: number | null, why: string): Cell => (value === null ? { value, text: why } : { value, text: toReturnText(value, row, token, locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'contract', label: word.contract, numeric: false },
      { id: 'tenth', label: word.tenth, numeric: false },
      { id: 'stakers', label: word.stakers, numeric: true },
      { id: 'stake', label: word.stake, numeric: true },
      { id: 'rewards', label: `${word.rewards} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'owed', label: `${word.owed} (${token.symbol})`, numeric: true },
      { id: 'gas', label: word.gas, numeric: true },
      { id: 'before', label: word.before, numeric: true },
      { id: 'after', label: word.after, numeric: true },
    ],
    rows: rows.map((row) => {
      const { name, decile, paid, stake } = row
      const shareOfPaid = paid === 0n ? null : toRatio(decile.rewards, paid)
      return [
        { value: name, text: name },
        { value: decile.decile, text: toDecileName(decile.decile, locale) },
        count(decile.stakers),
        stake ? toAmountCell(decile.peak, stake, locale) : { value: String(decile.peak), text: String(decile.peak) },
        toAmountCell(decile.rewards, token, locale),
        shareOfPaid === null ? { value: null, text: '–' } : { value: shareOfPaid, text: formatNumber(shareOfPaid, 'share', locale) },
        row.owed === null ? unknown : toAmountCell(row.owed, token, locale),
        decile.gasWei === null ? unknown : toAmountCell(decile.gasWei, { decimals: 18 }, locale),
        yearly(row, decile.beforeGas, word.none),
        yearly(row, decile.afterGas, decile.gasInRewards === null ? word.unknown : word.none),
      ]
    }),
  }
}

/**
 * What the largest and the smallest tenth made of it, at the contract that comes first.
 *
 * @example farmingSentence([], [{ name: 'Gauge', stakers: 12 }], token, 'en') // 'Gauge: 12 stakers, fewer than the 30 that tenths take.'
 */
export function farmingSentence(rows: readonly FarmingRow[], few: readonly FewStakers[], token: Pick<Token, 'symbol' | 'decimals'>, locale: Locale): string {
  const word = words[locale]
  const smallest = rows[0]
  const largest = rows.find(({ name, decile }) => name === smallest?.name && decile.decile === 10)
  const told = (['afterGas', 'beforeGas'] as const).flatMap((which) => {
    const [most, least] = [largest?.decile[which] ?? null, smallest?.decile[which] ?? null]
    return smallest && most !== null && least !== null
      ? [word[which === 'afterGas' ? 'best' : 'noGas'](smallest.name, toReturnText(most, smallest, token, locale), toReturnText(least, smallest, token, locale))]
      : []
  })
  return [...told.slice(0, 1), ...few.map(({ name, stakers }) => word.few(name, formatNumber(stakers, 'count', locale)))].join(' ')
}
