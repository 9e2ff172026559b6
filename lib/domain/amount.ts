/**
 * Writes an amount of smallest units as an exact decimal string: no exponent, no separators, no trailing zeros.
 *
 * @param amount smallest units (wei)
 * @param decimals the token's decimals
 * @example toDecimalString(1234500000000000000n, 18) // '1.2345'
 * @example toDecimalString(-5n, 1) // '-0.5'
 */
export function toDecimalString(amount: bigint, decimals: number): string {
  return placePoint(amount.toString(), decimals)
}

/**
 * The same for an amount that is written already: files say both, and to write out a large number takes most of the time.
 *
 * @param text smallest units, a decimal integer
 * @example placePoint('1234500000000000000', 18) // '1.2345'
 */
export function placePoint(text: string, decimals: number): string {
  const sign = text.startsWith('-') ? '-' : ''
  const all = sign ? text.slice(1) : text
  const digits = all.length > decimals ? all : all.padStart(decimals + 1, '0')
  const point = digits.length - decimals
  let end = digits.length
  // Files have hundreds of thousands of these: a pattern would look at each zero again and again.
  while (end > point && digits.charCodeAt(end - 1) === 48) end -= 1
  return end > point ? `${sign}${digits.slice(0, point)}.${digits.slice(point, end)}` : sign + digits.slice(0, point)
}

/**
 * The ratio of two amounts as a double, right to within one unit in the last place, however large the two are.
 * `Number(a) / Number(b)` would round three times.
 *
 * @throws RangeError when the denominator is not positive
 * @example toRatio(1n, 3n) // 0.3333333333333333
 */
export function toRatio(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError(`toRatio: the denominator must be positive, got ${denominator}`)
  if (numerator < 0n) return -toRatio(-numerator, denominator)
  // 64 significant bits of the quotient leave the last rounding to Number().
  const shift = BigInt(Math.max(0, 64 + bitLength(denominator) - bitLength(numerator)))
  return Number((numerator << shift) / denominator) / 2 ** Number(shift)
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length
}
