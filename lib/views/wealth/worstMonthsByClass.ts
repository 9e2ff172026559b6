import type { ChartSpec } from '@/lib/domain/chartSpec'
import type { ClassMonth, PricedMonth } from '@/lib/domain/badMonths'
import { holderClasses, holderClassIds, type HolderClass } from '@/lib/domain/holderClass'
import type { Locale } from '@/lib/domain/text'
import { sumClasses, toRate, toWorstMonths } from '@/lib/metrics/growth/worstMonths'
import { formatNumber } from '../format'

const words = {
  en: {
    worst: 'in the worst months', other: 'in all other months', quarter: (worst: string, all: string) => `The worst months are the quarter with the deepest falls of the price: ${worst} of ${all}.`,
    exits: {
      title: (symbol: string) => `Who gets out of ${symbol} when its price falls`, y: 'Share of holders that hold nothing at the end of the month',
      sentence: (small: string, large: string, worst: string) => `In the ${worst} worst months ${small} of the smaller half left each month, and ${large} of the largest tenth.`,
      what: 'Classes are those of the month’s start. Each holder counts once a month.',
    },
    losses: {
      title: (symbol: string) => `Who gives up ${symbol} at a loss when its price falls`, y: 'Given up below cost, as a share of what the tokens of the class had cost',
      sentence: (small: string, large: string, worst: string) => `In the ${worst} worst months the smaller half lost ${small} of what its tokens had cost each month by giving them up below cost, the largest tenth ${large}.`,
      what: 'A token costs its owner the mean price of the month in which it came, whichever way it came; of several, their mean. What is kept is no loss, however low its price.',
    },
  },
  de: {
    worst: 'in den schlechtesten Monaten', other: 'in allen anderen Monaten', quarter: (worst: string, all: string) => `Die schlechtesten Monate sind das Viertel mit den tiefsten Rückgängen des Preises: ${worst} von ${all}.`,
    exits: {
      title: (symbol: string) => `Wer aus ${symbol} aussteigt, wenn der Preis fällt`, y: 'Anteil der Halter, die am Ende des Monats nichts mehr halten',
      sentence: (small: string, large: string, worst: string) => `In den ${worst} schlechtesten Monaten stiegen von der kleineren Hälfte monatlich ${small} aus, vom größten Zehntel ${large}.`,
      what: 'Es gelten die Klassen zu Beginn des Monats. Jeder Halter zählt einmal im Monat.',
    },
    losses: {
      title: (symbol: string) => `Wer ${symbol} mit Verlust abgibt, wenn der Preis fällt`, y: 'Unter Einstand abgegeben, als Anteil am Einstandswert der Klasse',
      sentence: (small: string, large: string, worst: string) => `In den ${worst} schlechtesten Monaten verlor die kleinere Hälfte durch Abgabe unter Einstand monatlich ${small} ihres Einstandswerts, das größte Zehntel ${large}.`,
      what: 'Ein Token kostet seinen Eigentümer den mittleren Preis des Monats, in dem er kam, auf welchem Weg auch immer; von mehreren gilt ihr Mittel. Was behalten wird, ist kein Verlust, wie tief der Preis auch steht.',
    },
  },
} as const

/** What is told of each class: who left of all, or what was lost of what all had cost. */
export const badMonthRates = {
  exits: ({ gone, accounts }: ClassMonth) => toRate(gone, accounts),
  losses: ({ lost, cost }: ClassMonth) => toRate(lost, cost),
} as const satisfies Record<string, (sum: ClassMonth) => number | null>
export type BadMonthRate = keyof typeof badMonthRates

/** A class in the worst months and in all others: sums over both. */
export interface ClassInMonths {
  id: HolderClass
  worst: ClassMonth
  other: ClassMonth
}

/**
 * Each class in the worst months and in all others, the ten largest first.
 *
 * @example toClassesInMonths(months)[3]?.worst.gone // 120
 */
export function toClassesInMonths(months: readonly PricedMonth[]): ClassInMonths[] {
  const worst = toWorstMonths(months)
  const other = months.filter((month) => !worst.includes(month))
  return holderClassIds.map((id) => ({ id, worst: sumClasses(worst, [id]), other: sumClasses(other, [id]) }))
}

/**
 * Who leaves, or who gives up at a loss, in the worst months and in all others, the ten largest on top; a class in which nobody was is a gap.
 *
 * @returns null where there was no bad month, or where it is told of neither the small nor the large
 * @example worstMonthsByClass('exits', months, 'DSWP', notes, 'en')?.sentence // 'In the 8 worst months 4.1% of the smaller half left each month, and 1.2% of the largest tenth.'
 */
export function worstMonthsByClass(rate: BadMonthRate, months: readonly PricedMonth[], symbol: string, notes: readonly string[], locale: Locale): ChartSpec | null {
  const word = words[locale]
  const worst = toWorstMonths(months)
  const [small, large] = [badMonthRates[rate](sumClasses(worst, ['small'])), badMonthRates[rate](sumClasses(worst, ['ten', 'tenth']))]
  if (small === null || large === null) return null
  const rows = toClassesInMonths(months)
  const [share, count] = [(value: number) => formatNumber(value, 'share', locale), (value: number) => formatNumber(value, 'count', locale)]
  const bars = (id: 'worst' | 'other', emphasis: 'main' | 'second') => ({ id, label: word[id], shape: 'bar', emphasis, points: rows.map((row, x) => ({ x, y: badMonthRates[rate](row[id]) })) }) as const
  return {
    id: rate === 'exits' ? 'worstMonthsExits' : 'worstMonthsLosses',
    title: word[rate].title(symbol),
    sentence: word[rate].sentence(share(small), share(large), count(worst.length)),
    x: { label: '', scale: 'category', format: 'count', categories: rows.map(({ id }) => holderClasses[id][locale]) },
    y: { label: word[rate].y, scale: 'linear', format: 'share' },
    horizontal: true,
    series: [bars('worst', 'main'), bars('other', 'second')],
    notes: [word[rate].what, word.quarter(count(worst.length), count(months.length)), ...notes],
    locale,
  }
}
