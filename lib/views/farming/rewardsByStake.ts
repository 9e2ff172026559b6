import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import type { FarmingDecile } from '@/lib/liquidity/farming'
import { formatAmount, formatNumber } from '../format'
import { toDecileName } from '../market/decileWords'

const words = {
  en: {
    title: (symbol: string) => `Who got the rewards in ${symbol}`, y: 'Share of all rewards and of all stakers, by tenths of stakers', rewards: 'of the rewards', stakers: 'of the stakers',
    sentence: (paid: string, name: string, stakers: string, largest: string, half: string) => `Of ${paid} that ${name} paid to ${stakers} stakers, ${largest} went to the largest tenth of them and ${half} to the smaller half.`,
    order: 'Stakers in ten groups of equal number, by the most that each had staked at once.',
  },
  de: {
    title: (symbol: string) => `Wer die Belohnungen in ${symbol} bekam`, y: 'Anteil an allen Belohnungen und an allen Einlegern, nach Zehnteln der Einleger', rewards: 'an den Belohnungen', stakers: 'an den Einlegern',
    sentence: (paid: string, name: string, stakers: string, largest: string, half: string) => `Von ${paid}, die ${name} an ${stakers} Einleger zahlte, gingen ${largest} an ihr größtes Zehntel und ${half} an die kleinere Hälfte.`,
    order: 'Einleger in zehn gleich großen Gruppen, nach der höchsten Einlage jedes Einzelnen.',
  },
} as const

/** What a contract paid, by tenths of those who staked with it, the smallest first. */
export interface PaidByTenth {
  name: string
  deciles: readonly FarmingDecile[]
}

/**
 * Who got the rewards that a contract paid: the share of each tenth of stakers beside its share of the stakers, the largest on top.
 *
 * @returns null before anything was paid
 * @example rewardsByStake({ name: 'Liquidity rewards', deciles }, token, notes, 'en')?.sentence // 'Of 24,310 DSWP that Liquidity rewards paid to 67 stakers, 78.1% went to …'
 */
export function rewardsByStake({ name, deciles }: PaidByTenth, token: Pick<Token, 'symbol' | 'decimals'>, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const sum = (of: (decile: FarmingDecile) => bigint, some = deciles) => some.reduce((total, decile) => total + of(decile), 0n)
  const paid = sum(({ rewards }) => rewards)
  if (paid === 0n) return null
  const stakers = deciles.reduce((total, decile) => total + decile.stakers, 0)
  const share = (part: bigint) => formatNumber(toRatio(part, paid), 'share', locale)
  const rows = [...deciles].reverse()
  return {
    id: 'rewardsByStake',
    title: word.title(token.symbol),
    sentence: word.sentence(
      `${formatAmount({ units: paid, decimals: token.decimals }, locale)} ${token.symbol}`, name, formatNumber(stakers, 'count', locale), share(rows[0]!.rewards), share(sum(({ rewards }) => rewards, deciles.slice(0, 5))),
    ),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ decile }) => toDecileName(decile, locale)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'rewards', label: word.rewards, shape: 'bar', emphasis: 'main', points: rows.map(({ rewards }, x) => ({ x, y: toRatio(rewards, paid) })) },
      { id: 'stakers', label: word.stakers, shape: 'bar', emphasis: 'second', points: rows.map((decile, x) => ({ x, y: decile.stakers / stakers })) },
    ],
    notes: [word.order, ...notes],
    locale,
  }
}
