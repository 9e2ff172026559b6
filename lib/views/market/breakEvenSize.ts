import type { Cell, Table } from '@/lib/domain/chartSpec'
import { undefinedReasons } from '@/lib/domain/metric'
import type { Locale } from '@/lib/domain/text'
import type { BreakEven } from '@/lib/liquidity/breakEvenSize'
import type { OfProviders } from '@/lib/liquidity/sizeDeciles'
import { formatNumber } from '../format'
import { toReasonSentence } from './decileWords'
import { formatMoney, type MoneyUnit } from './money'

/** The size that separates providers who earned their gas back, in one currency. */
export interface BreakEvenRow {
  unit: MoneyUnit
  /** Its name in the language of the page */
  name: string
  found: OfProviders<BreakEven>
}

const words = {
  en: {
    caption: 'From which size on providing pays for its gas', currency: 'Told in', size: 'Break-even size', smaller: 'Smaller', smallerEarned: 'of them with more than their gas', larger: 'That size or larger', largerNotEarned: 'of them without',
    tell: (size: string, smaller: string, smallerLost: string, larger: string, largerEarned: string) => `Below ${size} gas eats the fees: of ${smaller} providers that small ${smallerLost} did not earn their gas back; of ${larger} that large or larger ${largerEarned} did.`,
    meaning: 'The size at which the fewest providers are exceptions: smaller and with fees and rewards above their gas, or as large and without.',
  },
  de: {
    caption: 'Ab welcher Größe sich das Gas lohnt', currency: 'Angegeben in', size: 'Kostendeckende Größe', smaller: 'Kleinere', smallerEarned: 'davon mit mehr als ihrem Gas', larger: 'So große oder größere', largerNotEarned: 'davon ohne',
    tell: (size: string, smaller: string, smallerLost: string, larger: string, largerEarned: string) => `Unter ${size} frisst das Gas die Gebühren: Von ${smaller} so kleinen Anbietern nahmen ${smallerLost} ihr Gas nicht wieder ein; von ${larger} so großen oder größeren gelang es ${largerEarned}.`,
    meaning: 'Die Größe, bei der es am wenigsten Ausnahmen gibt: kleinere, deren Gebühren und Belohnungen über ihrem Gas liegen, oder ebenso große, bei denen das nicht so ist.',
  },
} as const

/**
 * The same size in each currency, with what it rests on.
 *
 * @example breakEvenSize(rows, 'en').rows[0]?.[1]?.text // '$5,000'
 */
export function breakEvenSize(rows: readonly BreakEvenRow[], locale: Locale): Table {
  const word = words[locale]
  const count = (value: number): Cell => ({ value, text: formatNumber(value, 'count', locale) })
  return {
    caption: word.caption,
    columns: [
      { id: 'currency', label: word.currency, numeric: false },
      { id: 'size', label: word.size, numeric: true },
      { id: 'smaller', label: word.smaller, numeric: true },
      { id: 'smallerEarned', label: word.smallerEarned, numeric: true },
      { id: 'larger', label: word.larger, numeric: true },
      { id: 'largerNotEarned', label: word.largerNotEarned, numeric: true },
    ],
    rows: rows.map(({ unit, name, found }) => {
      const head = { value: unit.currency, text: name }
      if (found.status === 'undefined') return [head, { value: null, text: undefinedReasons[found.reason][locale] }, ...Array.from({ length: 4 }, () => ({ value: null, text: '–' }))]
      const { size, smaller, smallerEarned, larger, largerNotEarned } = found.value
      return [head, { value: String(size), text: formatMoney(size, unit, locale) }, count(smaller), count(smallerEarned), count(larger), count(largerNotEarned)]
    }),
  }
}

/**
 * The size in one currency, in a sentence; or why there is none.
 *
 * @example breakEvenSentence(row, 'en') // 'Below $5,000 gas eats the fees: of 12 providers that small 11 did not earn their gas back; of 30 that large or larger 29 did.'
 */
export function breakEvenSentence({ unit, found }: BreakEvenRow, locale: Locale): string {
  if (found.status === 'undefined') return toReasonSentence(found.reason, locale)
  const { size, smaller, smallerEarned, larger, largerNotEarned } = found.value
  const count = (value: number) => formatNumber(value, 'count', locale)
  return words[locale].tell(formatMoney(size, unit, locale), count(smaller), count(smaller - smallerEarned), count(larger), count(larger - largerNotEarned))
}

/** What the size means. */
export const breakEvenNote = (locale: Locale): string => words[locale].meaning
