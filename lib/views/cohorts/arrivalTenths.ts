import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { CohortStudy } from '@/lib/domain/cohorts'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'
import { toDated, toPart } from './months'

const words = {
  en: {
    title: (symbol: string) => `Who holds ${symbol}, by who came first`, y: 'Share of what receivers hold, by tenths of receivers', held: 'of what is held', equal: 'of the receivers',
    first: 'First tenth to come', last: 'Last tenth to come', nth: (nth: number) => `${nth}th`, ordinals: { 2: '2nd', 3: '3rd' } as Readonly<Record<number, string>>,
    sentence: (receivers: string, first: string, last: string, half: string) => `Of ${receivers} accounts that ever received any, the first tenth hold ${first} today, the last tenth ${last}, and the earlier half ${half}.`,
    order: 'Accounts in ten groups of equal number, in the order of the blocks in which they first received any; within a block in the order of addresses.',
  },
  de: {
    title: (symbol: string) => `Wer ${symbol} hält, nach der Reihenfolge der Ankunft`, y: 'Anteil am Bestand der Empfänger, nach Zehnteln der Empfänger', held: 'am Bestand', equal: 'an den Empfängern',
    first: 'Erstes Zehntel', last: 'Letztes Zehntel', nth: (nth: number) => `${nth}.`, ordinals: {} as Readonly<Record<number, string>>,
    sentence: (receivers: string, first: string, last: string, half: string) => `Von ${receivers} Konten, die je etwas empfangen haben, hält das erste Zehntel heute ${first}, das letzte ${last} und die frühere Hälfte ${half}.`,
    order: 'Konten in zehn gleich großen Gruppen, in der Reihenfolge der Blöcke, in denen sie zuerst etwas empfingen; innerhalb eines Blocks nach Adressen.',
  },
} as const

/**
 * How many of some receivers each tenth has: the nth of all is in tenth ⌊10 n / all⌋.
 *
 * @example toTenthSizes(25) // [3, 2, 3, 2, 3, 2, 3, 2, 3, 2]
 */
export const toTenthSizes = (receivers: number): number[] => Array.from({ length: 10 }, (_, tenth) => Math.ceil(((tenth + 1) * receivers) / 10) - Math.ceil((tenth * receivers) / 10))

/**
 * What each tenth of receivers holds at the end, beside its share of the receivers, the first to come on top.
 *
 * @returns null where none of them holds anything
 * @example arrivalTenths(study, 'DSWP', notes, 'en')?.series[0]?.points[0] // { x: 0, y: 0.31 }
 */
export function arrivalTenths(study: Pick<CohortStudy, 'receivers' | 'months'>, symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const last = study.months.at(-1)
  const dated = last ? toDated(last) : 0n
  if (!last || dated === 0n) return null
  const share = (amount: bigint) => formatNumber(toPart(amount, dated) ?? 0, 'share', locale)
  const half = last.tenths.slice(0, 5).reduce((sum, amount) => sum + amount, 0n)
  const name = (tenth: number) => (tenth === 1 ? word.first : tenth === 10 ? word.last : word.ordinals[tenth] ?? word.nth(tenth))
  return {
    id: 'arrivalTenths',
    title: word.title(symbol),
    sentence: word.sentence(formatNumber(study.receivers, 'count', locale), share(last.tenths[0]!), share(last.tenths[9]!), share(half)),
    x: { label: '', scale: 'category', format: 'count', categories: last.tenths.map((_, place) => name(place + 1)) },
    y: { label: word.y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [
      { id: 'held', label: word.held, shape: 'bar', emphasis: 'main', points: last.tenths.map((amount, x) => ({ x, y: toPart(amount, dated) })) },
      { id: 'receivers', label: word.equal, shape: 'bar', emphasis: 'second', points: toTenthSizes(study.receivers).map((size, x) => ({ x, y: size / study.receivers })) },
    ],
    notes: [word.order, ...notes],
    locale,
  }
}
