import { toDecimalString } from '@/lib/domain/amount'
import type { Locale } from '@/lib/domain/text'

const marks = { en: { group: ',', point: '.' }, de: { group: '.', point: ',' } } as const

/**
 * An amount to its last digit, in the reader's writing: groups of three and the language's decimal mark. Nothing is rounded.
 *
 * @param amount smallest units
 * @example exactAmount(1234567500000000000000000n, 18, 'de') // '1.234.567,5'
 */
export function exactAmount(amount: bigint, decimals: number, locale: Locale): string {
  const { group, point } = marks[locale]
  const [whole = '', fraction] = toDecimalString(amount, decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? grouped : grouped + point + fraction
}
