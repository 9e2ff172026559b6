/** As many digits as the database keeps (numeric(78, 0)). */
const mostDigits = 78

const pattern = /^(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/**
 * An amount as Snapshot writes it, in the token's smallest units.
 *
 * Snapshot's hub counts voting power as a floating number of 64 bits and writes the shortest text that stands for it: about 16 significant
 * digits, `2755022.0714428956` or `2.11e-16`. Each digit of that text is taken as it stands, without a floating number of our own in between;
 * what is finer than the token's smallest unit is cut off. So a vote of millions of a token with 18 decimals is known to some billion smallest
 * units, and sums over votes are exact sums of what Snapshot says.
 *
 * @returns null for what is no amount: negative, not a number, longer than can be kept
 * @example toSmallestUnits('2755022.0714428956', 18) // 2755022071442895600000000n
 * @example toSmallestUnits('2.11e-16', 18) // 211n
 */
export function toSmallestUnits(text: string, decimals: number): bigint | null {
  const match = pattern.exec(text.trim())
  if (!match) return null
  const [, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  if (digits === 0n) return 0n
  const shift = decimals - fraction.length + Number(exponent)
  if (digits.toString().length + shift > mostDigits) return null
  return shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift)
}
