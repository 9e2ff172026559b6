import { toDecimalString } from '@/lib/domain/amount'

/**
 * A double as a decimal string without an exponent: the shortest digits that read back as the same double.
 *
 * @throws RangeError for NaN and infinities, which no file of ours holds
 * @example toPlainDecimal(1.5e-9) // '0.0000000015'
 * @example toPlainDecimal(3e21) // '3000000000000000000000'
 */
export function toPlainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`toPlainDecimal: ${value} is not a number that can be written`)
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** A hundred, and twelve decimal places. A power is worked out each time it is met, and files meet it hundreds of thousands of times. */
const perCentScale = 10n ** 14n

/**
 * `amount` in per cent of `total`, exactly, cut after twelve decimal places.
 *
 * @param amount smallest units, not negative
 * @param total smallest units, positive
 * @throws RangeError when the total is not positive
 * @example toPercent(1n, 3n) // '33.333333333333'
 */
export function toPercent(amount: bigint, total: bigint): string {
  if (total <= 0n) throw new RangeError(`toPercent: the total must be positive, got ${total}`)
  return toDecimalString((amount * perCentScale) / total, 12)
}

/**
 * A share of 0 to 1 in per cent: the digits of the double with the point two places on, so that nothing is rounded anew.
 *
 * @example toPercentDecimal(0.07) // '7' (0.07 * 100 would be 7.000000000000001)
 */
export function toPercentDecimal(share: number): string {
  const [whole = '', fraction = ''] = toPlainDecimal(Math.abs(share)).split('.')
  const places = fraction.padEnd(2, '0')
  const digits = `${whole}${places.slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = places.slice(2)
  return `${share < 0 ? '-' : ''}${digits}${rest && '.'}${rest}`
}
