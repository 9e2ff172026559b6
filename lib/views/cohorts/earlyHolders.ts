import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { CohortMonth } from '@/lib/domain/cohorts'
import type { Locale } from '@/lib/domain/text'
import { toTimestamp } from '../day'
import { formatDate, formatNumber } from '../format'
import { toDated, toMonthPoints, toPart } from './months'

/** Groups of those who came first, the largest first. */
export const earlyGroups = ['firstTenth', 'firstPercent', 'firstHundred'] as const
export type EarlyGroup = (typeof earlyGroups)[number]

const words = {
  en: {
    title: (symbol: string) => `What those who came first still hold of ${symbol}`, y: 'Share of what receivers hold',
    firstTenth: 'first tenth', firstPercent: 'first hundredth', firstHundred: 'first hundred',
    sentence: (from: string, to: string, tenth: string, percent: string) => `From ${from} to ${to}, the share of the first tenth of receivers went ${tenth}, that of the first hundredth ${percent}.`,
    moved: (before: string, after: string) => `from ${before} to ${after}`,
    note: 'Who belongs to a group is counted once, among all who received any up to the last day: the same accounts in every month.',
  },
  de: {
    title: (symbol: string) => `Was die Ersten von ${symbol} noch halten`, y: 'Anteil am Bestand der Empfänger',
    firstTenth: 'erstes Zehntel', firstPercent: 'erstes Hundertstel', firstHundred: 'die ersten hundert',
    sentence: (from: string, to: string, tenth: string, percent: string) => `Vom ${from} bis zum ${to} ging der Anteil des ersten Zehntels der Empfänger ${tenth}, der des ersten Hundertstels ${percent}.`,
    moved: (before: string, after: string) => `von ${before} auf ${after}`,
    note: 'Wer zu einer Gruppe gehört, ist einmal ausgezählt, unter allen, die bis zum letzten Tag etwas empfingen: in jedem Monat dieselben Konten.',
  },
} as const

/**
 * What a group of those who came first held at the end of a month, smallest units.
 *
 * @example toEarlyAmount({ tenths: [5n, …], … }, 'firstTenth') // 5n
 */
export const toEarlyAmount = (month: CohortMonth, group: EarlyGroup): bigint => (group === 'firstTenth' ? month.tenths[0]! : month[group])

/**
 * What the first to receive hold, month by month.
 *
 * @returns null where nobody ever held anything
 * @example earlyHolders(study.months, 'DSWP', notes, 'en')?.series.map(({ id }) => id) // ['firstTenth', 'firstPercent', 'firstHundred']
 */
export function earlyHolders(months: readonly CohortMonth[], symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const held = months.filter((month) => toDated(month) > 0n)
  const [first, last] = [held[0], held.at(-1)]
  if (!first || !last) return null
  const shareOf = (month: CohortMonth, group: EarlyGroup) => toPart(toEarlyAmount(month, group), toDated(month))
  const moved = (group: EarlyGroup) => word.moved(formatNumber(shareOf(first, group)!, 'share', locale), formatNumber(shareOf(last, group)!, 'share', locale))
  const on = ({ day }: CohortMonth) => formatDate(toTimestamp(day), locale)
  return {
    id: 'earlyHolders',
    title: word.title(symbol),
    sentence: word.sentence(on(first), on(last), moved('firstTenth'), moved('firstPercent')),
    x: { label: '', scale: 'time', format: 'date' },
    y: { label: word.y, scale: 'linear', format: 'share', domain: [0, 1] },
    series: earlyGroups.map((group) => ({ id: group, label: word[group], shape: 'line', emphasis: group === 'firstTenth' ? 'main' : 'second', points: toMonthPoints(months, (month) => shareOf(month, group)) })),
    notes: [word.note, ...notes],
    locale,
  }
}
