import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import type { RewardMonth } from '@/lib/liquidity/rewardMonths'
import { formatNumber, toDateText } from '../format'

const words = {
  en: {
    title: (symbol: string) => `Rewards in ${symbol} that went to those who already were the largest`, y: 'Share of the month’s rewards', toLargest: 'to the largest tenth of stakers', byStake: 'their share of the stake',
    sentence: (from: string, to: string, share: string, stake: string) => `From ${from} to ${to}, ${share} of the rewards were fetched by accounts that already were among the largest tenth of stakers; by their share of the stake it would have been ${stake}.`,
    note: 'Who had most staked when the UTC day of the payment began. Payments on days that began with fewer than 30 stakers are in neither line. A month shows what was fetched in it, whenever it was earned.',
  },
  de: {
    title: (symbol: string) => `Belohnungen in ${symbol}, die an die schon Größten gingen`, y: 'Anteil an den Belohnungen des Monats', toLargest: 'an das größte Zehntel der Einleger', byStake: 'dessen Anteil an den Einlagen',
    sentence: (from: string, to: string, share: string, stake: string) => `Von ${from} bis ${to} holten Konten, die schon zum größten Zehntel der Einleger gehörten, ${share} der Belohnungen ab; nach ihrem Anteil an den Einlagen wären es ${stake} gewesen.`,
    note: 'Wer bei Beginn des UTC-Tages der Zahlung am meisten eingelegt hatte. Zahlungen an Tagen, die mit weniger als 30 Einlegern begannen, sind in keiner der beiden Linien. Ein Monat zeigt, was in ihm abgeholt wurde, wann immer es verdient war.',
  },
} as const

/**
 * The share of each month's rewards that went to those who already were the largest stakers, beside what they had staked.
 *
 * @param months oldest first
 * @returns null where no month had enough stakers
 * @example rewardsOverTime(months, 'DSWP', notes, 'en')?.series[0]?.points[0] // { x: 1775001600, y: 0.81 }
 */
export function rewardsOverTime(months: readonly RewardMonth[], symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const ranked = months.filter((month) => month.ranked > 0n)
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last) return null
  const sum = (of: (month: RewardMonth) => bigint) => ranked.reduce((total, month) => total + of(month), 0n)
  const share = (of: (month: RewardMonth) => bigint) => formatNumber(toRatio(sum(of), sum((month) => month.ranked)), 'share', locale)
  const name = ({ timestamp }: RewardMonth) => toDateText(timestamp, locale, { month: 'long', year: 'numeric' })
  const line = (id: 'toLargest' | 'byStake', emphasis: 'main' | 'second') =>
    ({ id, label: word[id], shape: 'line', emphasis, points: months.map((month) => ({ x: month.timestamp, y: month.ranked > 0n ? toRatio(month[id], month.ranked) : null })) }) as const
  return {
    id: 'rewardsOverTime',
    title: word.title(symbol),
    sentence: word.sentence(name(first), name(last), share((month) => month.toLargest), share((month) => month.byStake)),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    series: [line('toLargest', 'main'), line('byStake', 'second')],
    notes: [word.note, ...notes],
    locale,
  }
}
