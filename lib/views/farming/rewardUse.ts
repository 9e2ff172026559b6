import { toRatio } from '@/lib/domain/amount'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { Token } from '@/lib/domain/protocol'
import type { Locale, Text } from '@/lib/domain/text'
import { rewardUses, type RewardUseKind, type UseSums } from '@/lib/liquidity/rewardUse'
import { formatAmount, formatNumber } from '../format'

/** What became of rewards, in a word. */
const useTexts: Readonly<Record<RewardUseKind, Text>> = {
  sold: { en: 'sold', de: 'verkauft' },
  worked: { en: 'put to work again', de: 'wieder angelegt' },
  given: { en: 'given on', de: 'weitergegeben' },
  kept: { en: 'kept', de: 'behalten' },
}

const words = {
  en: {
    title: (symbol: string) => `What became of rewards in ${symbol} within 30 days`, y: 'Share of the rewards', largest: 'of the largest tenth of stakers', others: 'of all other stakers', all: 'of all stakers',
    sentence: (paid: string, sold: string, worked: string, given: string, kept: string) => `Of ${paid}, ${sold} were sold within 30 days, ${worked} put to work again, ${given} given on and ${kept} kept.`,
    compare: (largest: string, others: string) => ` The largest tenth of stakers put ${largest} of theirs to work again, all others ${others}.`,
    how: 'What leaves an account within 30 days of a payment is counted against its oldest payment first, and never beyond what it was paid: tokens look all the same, so what left is an upper bound and what was kept a lower one.',
    where: 'Sold: a followed pool took in exactly as much in the same block, or an account known as an exchange did. Put to work again: provided, staked, locked or lent, where Lorenz follows the contract. Given on: anything else, an exchange that nobody has named among it.',
    tooSoon: (amount: string) => `Payments of the last 30 days, ${amount}, are left out: it is too soon to tell.`,
    loop: (share: string) => `At most ${share} of what accounts that were paid hold now, looked through, are rewards that they had kept for 30 days or put to work again.`,
  },
  de: {
    title: (symbol: string) => `Was aus Belohnungen in ${symbol} binnen 30 Tagen wurde`, y: 'Anteil an den Belohnungen', largest: 'beim größten Zehntel der Einleger', others: 'bei allen anderen Einlegern', all: 'bei allen Einlegern',
    sentence: (paid: string, sold: string, worked: string, given: string, kept: string) => `Von ${paid} wurden binnen 30 Tagen ${sold} verkauft, ${worked} wieder angelegt, ${given} weitergegeben und ${kept} behalten.`,
    compare: (largest: string, others: string) => ` Das größte Zehntel der Einleger legte davon ${largest} wieder an, alle anderen ${others}.`,
    how: 'Was ein Konto binnen 30 Tagen nach einer Zahlung verlässt, wird zuerst auf seine älteste Zahlung angerechnet und nie über das Gezahlte hinaus: Token sehen alle gleich aus, daher ist das Abgeflossene eine Obergrenze und das Behaltene eine Untergrenze.',
    where: 'Verkauft: Ein verfolgter Pool nahm im selben Block genau so viel ein oder ein Konto, das als Börse bekannt ist. Wieder angelegt: in Pools eingebracht, eingelegt, gesperrt oder verliehen, wo Lorenz den Contract verfolgt. Weitergegeben: alles andere, auch an eine Börse, die niemand benannt hat.',
    tooSoon: (amount: string) => `Zahlungen der letzten 30 Tage, ${amount}, fehlen: Dafür ist es noch zu früh.`,
    loop: (share: string) => `Höchstens ${share} dessen, was bezahlte Konten heute halten, durch Contracts hindurch gesehen, sind Belohnungen, die sie 30 Tage behalten oder wieder angelegt hatten.`,
  },
} as const

/** What became of a contract's payments. */
export interface RewardUseFacts {
  used: UseSums
  /** By tenths of stakers, the smallest first; empty with too few */
  usedByDecile: readonly UseSums[]
  tooSoon: bigint
  compounding: { fromRewards: bigint; held: bigint } | null
}

const sumOf = (sums: UseSums): bigint => rewardUses.reduce((sum, kind) => sum + sums[kind], 0n)
const shareOf = (part: bigint, sums: UseSums): number => (sumOf(sums) === 0n ? 0 : toRatio(part, sumOf(sums)))

/**
 * What became of rewards: sold, put to work again, given on or kept, of the largest tenth of stakers beside all others.
 *
 * @returns null while it is too soon to tell of any
 * @example rewardUse(facts, token, notes, 'en')?.sentence // 'Of 24,310 DSWP, 41.0% were sold within 30 days, …'
 */
export function rewardUse(facts: RewardUseFacts, token: Pick<Token, 'symbol' | 'decimals'>, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const { used, usedByDecile, tooSoon, compounding } = facts
  if (sumOf(used) === 0n) return null
  const amount = (units: bigint) => `${formatAmount({ units, decimals: token.decimals }, locale)} ${token.symbol}`
  const share = (value: number) => formatNumber(value, 'share', locale)
  const parts = toParts(facts)
  const [sold, worked, given, kept] = rewardUses.map((kind) => share(shareOf(used[kind], used))) as [string, string, string, string]
  const [largest, others] = [parts.find(({ id }) => id === 'largest'), parts.find(({ id }) => id === 'others')]
  return {
    id: 'rewardUse',
    title: word.title(token.symbol),
    sentence: word.sentence(amount(sumOf(used)), sold, worked, given, kept) + (usedByDecile.length > 0 && largest && others ? word.compare(share(shareOf(largest.sums.worked, largest.sums)), share(shareOf(others.sums.worked, others.sums))) : ''),
    x: { label: '', scale: 'category', format: 'count', categories: rewardUses.map((kind) => useTexts[kind][locale]) },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    horizontal: true,
    series: parts.map(({ id, sums }) => ({ id, label: word[id], shape: 'bar', emphasis: id === 'others' ? 'second' : 'main', points: rewardUses.map((kind, x) => ({ x, y: shareOf(sums[kind], sums) })) })),
    notes: [
      word.how, word.where, ...(tooSoon > 0n ? [word.tooSoon(amount(tooSoon))] : []),
      ...(compounding && compounding.held > 0n ? [word.loop(share(toRatio(compounding.fromRewards, compounding.held)))] : []), ...notes,
    ],
    locale,
  }
}

/**
 * Whose rewards are compared: the largest tenth of stakers and all others; where nobody can be told apart, all.
 *
 * @example toParts(facts).map(({ id }) => id) // ['largest', 'others']
 */
export function toParts({ used, usedByDecile }: Pick<RewardUseFacts, 'used' | 'usedByDecile'>): { id: 'largest' | 'others' | 'all'; sums: UseSums }[] {
  const largest = usedByDecile.at(-1)
  if (!largest) return [{ id: 'all', sums: used }]
  const others = Object.fromEntries(rewardUses.map((kind) => [kind, used[kind] - largest[kind]])) as UseSums
  return [{ id: 'largest' as const, sums: largest }, { id: 'others' as const, sums: others }].filter(({ sums }) => sumOf(sums) > 0n)
}
