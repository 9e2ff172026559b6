/** An amount as it is written: `digits` · 10^−`places`. */
export interface DecimalAmount {
  digits: bigint
  places: number
}

/** As many digits as the database keeps (numeric(78, 0)), before and after the point. */
const mostDigits = 78

const plainInteger = /^\d{1,78}$/

const pattern = /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

/**
 * Reads an amount exactly, in English notation: `1234`, `0.5`, `.5`, `1,234.5`, `5e-09`, `1.8E+7`; spaces around it are ignored.
 * A comma separates thousands and nothing else, as every explorer writes it: `1,234` is 1234. A comma that cannot separate thousands
 * (`1,5`, `0,123`, `12,34`) is not guessed at, nor is `1.234,5`. A point is always the decimal point: `1.234` is less than two.
 *
 * @returns the amount, or what is wrong with it
 * @example readDecimal('1.8E+7') // { digits: 18000000n, places: 0 }
 * @example readDecimal('1,5') // 'is not an amount: …'
 */
export function readDecimal(text: string): DecimalAmount | string {
  if (plainInteger.test(text)) return { digits: BigInt(text), places: 0 }
  const trimmed = text.trim().replace(/^−/, '-')
  if (trimmed === '') return 'is empty where an amount should stand'
  const match = pattern.exec(trimmed)
  if (!match || !/\d/.test(trimmed.replace(/e.*/i, ''))) {
    return trimmed.includes(',')
      ? 'is not an amount: a comma is read as a separator of thousands only, so write decimals with a point'
      : 'is not an amount (a number such as 1234.5, 1,234.5 or 5e-09)'
  }
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const kept = fraction.replace(/0+$/, '')
  const digits = BigInt(whole.replaceAll(',', '') + kept)
  if (digits === 0n) return { digits, places: 0 }
  if (sign === '-') return 'is negative, and nobody can hold less than nothing'
  const places = kept.length - Number(exponent)
  if (digits.toString().length - places > mostDigits) return `has more than ${mostDigits} digits`
  if (places <= 0) return { digits: digits * 10n ** BigInt(-places), places: 0 }
  return places < mostDigits ? { digits, places } : `has more than ${mostDigits - 1} decimal places`
}
