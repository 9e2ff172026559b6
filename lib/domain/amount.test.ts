import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDecimalString, toRatio } from './amount'

describe('toDecimalString', () => {
  it.each([
    [1234500000000000000n, 18, '1.2345'],
    [-5n, 1, '-0.5'],
    [0n, 18, '0'],
    [1n, 18, '0.000000000000000001'],
    [42n, 0, '42'],
    [10n ** 27n, 18, '1000000000'],
  ])('%s with %i decimals is %s', (amount, decimals, text) => expect(toDecimalString(amount, decimals)).toBe(text))
})

describe('toRatio', () => {
  it('is the double nearest to the quotient, give or take its last place', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n), fc.bigInt(1n, 2n ** 256n), (numerator, denominator) => {
        const ratio = toRatio(numerator, denominator)
        // |ratio·denominator − numerator| ≤ 2^-52·numerator, in integers: the double times 2^300 is whole enough to compare.
        const scaled = toExact(ratio)
        const difference = scaled * denominator - (numerator << 1200n)
        expect((difference < 0n ? -difference : difference) * 2n ** 52n <= numerator << 1200n).toBe(true)
      }),
    )
  })
  it('knows small ones by heart', () => {
    expect(toRatio(1n, 3n)).toBe(1 / 3)
    expect(toRatio(-1n, 4n)).toBe(-0.25)
    expect(toRatio(0n, 7n)).toBe(0)
    expect(() => toRatio(1n, 0n)).toThrow('denominator must be positive')
  })
})

/** A double, exactly, as an integer times 2^-1200. */
function toExact(value: number): bigint {
  let exponent = 1200n
  while (!Number.isInteger(value)) {
    value *= 2
    exponent -= 1n
  }
  return BigInt(value) << exponent
}
