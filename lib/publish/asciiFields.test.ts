import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placePoint } from '@/lib/domain/amount'
import { createPercentWriter, writeAscii, writeTokens } from './asciiFields'
import { toPercent } from './plainDecimal'

const read = (write: (into: Uint8Array, at: number) => number) => {
  const bytes = Buffer.alloc(500, '#')
  return bytes.toString('latin1', 3, write(bytes, 3))
}
const percent = (amount: bigint, total: bigint, exact: (digits: string) => string = (digits) => toPercent(BigInt(digits), total)) =>
  read((into, at) => createPercentWriter(total, exact)(String(amount), into, at))
/** Amounts of any length that a token can have: as many of few digits as of many. */
const amounts = fc.tuple(fc.bigInt(1n, 2n ** 256n - 1n), fc.integer({ min: 0, max: 255 })).map(([whole, bits]) => (whole >> BigInt(bits)) + 1n)

it('puts text, and amounts in tokens, where they belong', () => {
  expect(read((into, at) => writeAscii('0xAb', into, at))).toBe('0xAb')
  const tokens = (digits: string, decimals: number) => read((into, at) => writeTokens(digits, decimals, into, at))
  expect([tokens('1234500', 6), tokens('1000000', 6), tokens('5', 3), tokens('0', 18), tokens('70', 0), tokens('12', 2)]).toEqual(['1.2345', '1', '0.005', '0', '70', '0.12'])
  fc.assert(fc.property(amounts, fc.integer({ min: 0, max: 255 }), (amount, decimals) => {
    expect(tokens(String(amount), decimals)).toBe(placePoint(String(amount), decimals))
  }))
})

it('tells shares cut after twelve places, by hand', () => {
  // 1/3; 2/3; 7/10^14 is the last place there is, half of it is cut; a whole; a third of the longest amount there is.
  expect([percent(1n, 3n), percent(2n, 3n), percent(1n, 10n ** 14n), percent(1n, 2n * 10n ** 14n), percent(5n, 5n)]).toEqual(['33.333333333333', '66.666666666666', '0.000000000001', '0', '100'])
  expect(percent((2n ** 256n - 1n) / 3n, 2n ** 256n - 1n)).toBe('33.333333333333')
  expect(percent(12n, 1_000n)).toBe('1.2')
})

it('tells them as integers do, right below and at each last place as well', () => {
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const [amount, total] = one < other ? [one, other] : [other, one]
      expect(percent(amount, total)).toBe(toPercent(amount, total))
    }),
    { numRuns: 2_000 },
  )
  // The least amount that has k of 10⁻¹² per cent, and what is one unit short of it.
  fc.assert(
    fc.property(amounts, fc.bigInt(1n, 10n ** 14n), (total, places) => {
      const least = (places * total + 10n ** 14n - 1n) / 10n ** 14n
      for (const amount of [least, least - 1n]) expect(percent(amount, total)).toBe(toPercent(amount, total))
    }),
    { numRuns: 2_000 },
  )
})

it('asks integers only where doubles cannot tell', () => {
  // 12.345678901234 % and a half of a last place: nowhere near another.
  expect(percent(12_345_678_901_234_500n, 10n ** 17n, () => 'asked')).toBe('12.345678901234')
  // Exactly 10 %: a double may stand on either side.
  expect(percent(10n ** 29n, 10n ** 30n, () => 'asked')).toBe('asked')
})
