import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Mobility } from '@/lib/domain/growth'
import { holderClasses, holderClassIds } from '@/lib/domain/holderClass'
import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '../format'

const words = {
  en: {
    at: 'Where a holder is', count: 'How often', gone: 'holds nothing', arrived: 'of whom came new', later: (name: string) => `a year later: ${name}`,
    sentence: (ten: string, small: string, up: string) => `A year later ${ten} of the ten largest holders are still among them; of the smaller half ${small} hold nothing any more, and ${up} have come into the largest tenth.`,
    what: 'Every end of a month from which one can look a year ahead; each holder counts once at each. The last column: of those who are in the class a year later, how many held nothing before.',
    dash: '–',
  },
  de: {
    at: 'Wo ein Halter steht', count: 'Wie oft', gone: 'hält nichts', arrived: 'davon neu gekommen', later: (name: string) => `ein Jahr später: ${name}`,
    sentence: (ten: string, small: string, up: string) => `Ein Jahr später sind ${ten} der zehn größten Halter noch darunter; von der kleineren Hälfte halten ${small} nichts mehr, und ${up} sind ins größte Zehntel gekommen.`,
    what: 'Jedes Monatsende, von dem aus man ein Jahr vorausschauen kann; jeder Halter zählt an jedem einmal. Letzte Spalte: von denen, die ein Jahr später in der Klasse sind, wie viele vorher nichts hielten.',
    dash: '–',
  },
} as const

/** A class of holders and where they are a year later: shares of the row. */
export interface MobilityRow {
  place: number
  /** How many, over all starts */
  count: number
  /** By class a year later, and last who holds nothing; null where nobody was in the class */
  shares: readonly (number | null)[]
  /** Of those in the class a year later, who held nothing at the start; null where nobody is */
  arrived: number | null
}

/**
 * The rows of the table, the ten largest first.
 *
 * @example toMobilityRows(mobility)[0]?.shares[0] // 0.7: of the ten largest seven are still among them
 */
export const toMobilityRows = ({ moved, arrived }: Mobility): MobilityRow[] => moved.map((row, place) => {
  const count = row.reduce((sum, one) => sum + one, 0)
  const there = moved.reduce((sum, from) => sum + from[place]!, arrived[place]!)
  return { place, count, shares: row.map((one) => (count === 0 ? null : one / count)), arrived: there === 0 ? null : arrived[place]! / there }
})

/**
 * What becomes of the ten largest and of the smaller half.
 *
 * @param rows as `toMobilityRows` gives them
 * @example rankMobilitySentence(rows, 'en') // 'A year later 70.0% of the ten largest holders are still among them; …'
 */
export function rankMobilitySentence(rows: readonly MobilityRow[], locale: Locale): string {
  // Every start has at least 100 holders: ten of them are the largest, fifty or more the smaller half.
  const share = (value: number) => formatNumber(value, 'share', locale)
  const small = rows.at(-1)!.shares
  return words[locale].sentence(share(rows[0]!.shares[0]!), share(small.at(-1)!), share(small[0]! + small[1]!))
}

/** What the table counts. */
export const rankMobilityNotes = (locale: Locale): string[] => [words[locale].what]

/**
 * Where holders of each class are a year later.
 *
 * @example rankMobility(rows, 'en').rows[0]?.[2]?.text // '70.0%'
 */
export function rankMobility(rows: readonly MobilityRow[], locale: Locale): Table {
  const word = words[locale]
  const share = (value: number | null): Cell => ({ value, text: value === null ? word.dash : formatNumber(value, 'share', locale) })
  return {
    caption: '',
    columns: [
      { id: 'class', label: word.at, numeric: false },
      { id: 'count', label: word.count, numeric: true },
      ...holderClassIds.map((id) => ({ id, label: word.later(holderClasses[id][locale]), numeric: true })),
      { id: 'gone', label: word.later(word.gone), numeric: true },
      { id: 'arrived', label: word.arrived, numeric: true },
    ],
    rows: rows.map(({ place, count, shares, arrived }) => {
      const name = holderClasses[holderClassIds[place]!][locale]
      return [{ value: name, text: name }, { value: count, text: formatNumber(count, 'count', locale) }, ...shares.map(share), share(arrived)]
    }),
  }
}
