import type { BadMonths, ClassMonth, PricedMonth } from '@/lib/domain/badMonths'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Locale } from '@/lib/domain/text'
import { sumClasses, toRate, toWorstMonths } from '@/lib/metrics/growth/worstMonths'
import { toMonthText } from './monthText'
import { formatNumber } from '../format'
import { badMonthRates } from './worstMonthsByClass'

const words = {
  en: {
    month: 'Month', change: 'Price', worst: 'Among the worst', yes: 'yes', no: 'no', small: 'smaller half', large: 'largest tenth',
    holders: (who: string) => `Holders: ${who}`, exits: (who: string) => `left: ${who}`, losses: (who: string) => `given up at a loss, of cost: ${who}`, water: (who: string) => `began it below cost: ${who}`,
    sentence: (month: string, change: string, worst: string, all: string) => `The worst of ${all} months was ${month}, in which the price fell by ${change}; ${worst} count as bad.`,
    none: (all: string) => `The price fell in none of ${all} months.`, dash: '–',
    currency: { ether: 'Prices are told in ether', dollar: 'Prices are told in dollars' }, pools: (pools: string) => `, by these pools: ${pools}.`,
  },
  de: {
    month: 'Monat', change: 'Preis', worst: 'Unter den schlechtesten', yes: 'ja', no: 'nein', small: 'kleinere Hälfte', large: 'größtes Zehntel',
    holders: (who: string) => `Halter: ${who}`, exits: (who: string) => `ausgestiegen: ${who}`, losses: (who: string) => `unter Einstand abgegeben, am Einstand: ${who}`, water: (who: string) => `begann ihn unter Einstand: ${who}`,
    sentence: (month: string, change: string, worst: string, all: string) => `Der schlechteste von ${all} Monaten war ${month}, in dem der Preis um ${change} fiel; ${worst} gelten als schlecht.`,
    none: (all: string) => `Der Preis fiel in keinem von ${all} Monaten.`, dash: '–',
    currency: { ether: 'Preise sind in Ether angegeben', dollar: 'Preise sind in Dollar angegeben' }, pools: (pools: string) => `, nach diesen Pools: ${pools}.`,
  },
} as const

/** A month with the small and the large in it. */
export interface MonthRow extends Pick<PricedMonth, 'month' | 'change'> {
  isWorst: boolean
  small: ClassMonth
  large: ClassMonth
}

/**
 * The rows of the table, oldest first.
 *
 * @example toMonthRows(months)[0]?.small.gone // 4
 */
export function toMonthRows(months: readonly PricedMonth[]): MonthRow[] {
  const worst = new Set(toWorstMonths(months))
  return months.map((month) => ({ month: month.month, change: month.change, isWorst: worst.has(month), small: sumClasses([month], ['small']), large: sumClasses([month], ['ten', 'tenth']) }))
}

/**
 * Which month was the worst.
 *
 * @example worstMonthsSentence(rows, 'en') // 'The worst of 35 months was June 2024, in which the price fell by 31.0%; 8 count as bad.'
 */
export function worstMonthsSentence(rows: readonly MonthRow[], locale: Locale): string {
  const word = words[locale]
  const count = (value: number) => formatNumber(value, 'count', locale)
  const worst = rows.filter(({ isWorst }) => isWorst)
  const deepest = worst.reduce<MonthRow | null>((least, row) => (least && least.change <= row.change ? least : row), null)
  return deepest ? word.sentence(toMonthText(deepest.month, locale), formatNumber(-deepest.change, 'share', locale), count(worst.length), count(rows.length)) : word.none(count(rows.length))
}

/**
 * What prices are told in, and by which pools.
 *
 * @example priceNote({ currency: 'ether', pools: ['0x1f98…'] }, 'en') // 'Prices are told in ether, by these pools: 0x1f98….'
 */
export const priceNote = ({ currency, pools }: Pick<BadMonths, 'currency' | 'pools'>, locale: Locale): string => words[locale].currency[currency] + words[locale].pools(pools.join(', '))

/**
 * Every month: how the price moved, who left and who gave up at a loss, of the small and of the large.
 *
 * @example worstMonthsTable(rows, 'de').rows[0]?.[0]?.text // 'Februar 2023'
 */
export function worstMonthsTable(rows: readonly MonthRow[], locale: Locale): Table {
  const word = words[locale]
  const share = (value: number | null): Cell => ({ value, text: value === null ? word.dash : formatNumber(value, 'share', locale) })
  const sizes = ['small', 'large'] as const
  return {
    caption: '',
    columns: [
      { id: 'month', label: word.month, numeric: false },
      { id: 'change', label: word.change, numeric: true },
      { id: 'worst', label: word.worst, numeric: false },
      ...(['exits', 'losses', 'water', 'holders'] as const).flatMap((what) => sizes.map((size) => ({ id: `${size}_${what}`, label: word[what](word[size]), numeric: true }))),
    ],
    rows: rows.map((row) => [
      { value: row.month, text: toMonthText(row.month, locale) },
      share(row.change),
      { value: row.isWorst ? 'yes' : 'no', text: row.isWorst ? word.yes : word.no },
      ...sizes.map((size) => share(badMonthRates.exits(row[size]))),
      ...sizes.map((size) => share(badMonthRates.losses(row[size]))),
      ...sizes.map((size) => share(toRate(row[size].underWater, row[size].accounts))),
      ...sizes.map((size) => ({ value: row[size].accounts, text: formatNumber(row[size].accounts, 'count', locale) })),
    ]),
  }
}
