import type { Locale } from '@/lib/domain/text'
import { formatNumber } from '@/lib/views/format'

/** So many rows of a long table are shown, the largest; files have all of them. */
export const rowsShown = 100

const words = {
  en: (rows: string, all: string) => `The ${rows} largest of ${all} are shown; the files have all of them.`,
  de: (rows: string, all: string) => `Gezeigt sind die ${rows} größten von ${all}; die Dateien enthalten alle.`,
} as const

/**
 * That there are more rows than are shown, as a note; none where all are.
 *
 * @example largestShownNotes(412, 'en') // ['The 100 largest of 412 are shown; the files have all of them.']
 */
export function largestShownNotes(all: number, locale: Locale): string[] {
  const count = (value: number) => formatNumber(value, 'count', locale)
  return all > rowsShown ? [words[locale](count(rowsShown), count(all))] : []
}
