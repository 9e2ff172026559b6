import type { Locale } from '@/lib/domain/text'
import { formatNumber, toText } from './format'

const smallestWritten = 0.001
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * A probability to read, from its natural logarithm: small ones as powers of ten, however small.
 *
 * @param logarithm at most 0
 * @example probabilityText(Math.log(0.0123), 'de') // '0,012'
 * @example probabilityText(-12.9365, 'en') // '2.4\u00a0×\u00a010⁻⁶'
 */
export function probabilityText(logarithm: number, locale: Locale): string {
  const probability = Math.exp(logarithm)
  if (probability >= smallestWritten) return formatNumber(probability, 'index', locale)
  const tens = logarithm / Math.LN10
  // What rounds up to ten has one power more.
  const power = Math.floor(tens + Math.log10(10 / 9.95))
  const digits = String(-power).replace(/\d/g, (digit) => superscripts[Number(digit)]!)
  return `${toText(10 ** (tens - power), locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}\u00a0×\u00a010⁻${digits}`
}
