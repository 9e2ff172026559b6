/** Which imported list of a protocol is meant: the UTC day that it is of, and the first digits of its file's SHA-256. */
export interface ListName {
  day: string
  key: string
}

const digits = 12
const pattern = /^imported-(\d{4}-\d{2}-\d{2})-([0-9a-f]{12})$/

/**
 * An imported list as one word of an address. The same file for the same day replaces itself, and keeps its word.
 *
 * @param sha256 of the file, 64 hexadecimal digits
 * @example toListWord('2026-04-01', 'b1946ac92492d2347c6235b4d2611184…') // 'imported-2026-04-01-b1946ac92492'
 */
export const toListWord = (day: string, sha256: string): string => `imported-${day}-${sha256.slice(0, digits)}`

/**
 * The list that a word names; null where it is none.
 *
 * @example readListWord('imported-2026-04-01-b1946ac92492') // { day: '2026-04-01', key: 'b1946ac92492' }
 */
export function readListWord(word: string): ListName | null {
  const [, day, key] = pattern.exec(word) ?? []
  return day && key ? { day, key } : null
}
