import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apportion } from './apportion'

const byPlace = (i: number, j: number) => i - j
const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)

it('gives what is left to the largest fractions', () => {
  // 10 × 6/13 = 4 8/13, 10 × 4/13 = 3 1/13, 10 × 3/13 = 2 4/13: one is left and goes to 8/13.
  expect(apportion(10n, [6n, 4n, 3n], 13n, byPlace)).toEqual([5n, 3n, 2n])
})

it('settles ties as it is told', () => {
  // 10 / 4 = 2 1/2 each: two are left.
  expect(apportion(10n, [1n, 1n, 1n, 1n], 4n, byPlace)).toEqual([3n, 3n, 2n, 2n])
  expect(apportion(10n, [1n, 1n, 1n, 1n], 4n, (i, j) => j - i)).toEqual([2n, 2n, 3n, 3n])
})

it('tells fractions apart that are equal as doubles', () => {
  // 1 × w / (3·2¹⁰⁰): nobody gets a whole unit, one is left. The weights differ by 1 in 2¹⁰⁰.
  const weight = 2n ** 100n
  expect(apportion(1n, [weight - 1n, weight + 1n, weight], 3n * weight, byPlace)).toEqual([0n, 1n, 0n])
})

it('adds up, and no part is a unit away from exact', () => {
  const weight = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 2n ** 250n))
  fc.assert(
    fc.property(fc.oneof(fc.bigInt(0n, 100n), fc.bigInt(0n, 2n ** 250n)), fc.array(weight, { minLength: 1 }), (amount, weights) => {
      const total = sum(weights)
      fc.pre(total > 0n)
      const parts = apportion(amount, weights, total, byPlace)
      expect(sum(parts)).toBe(amount)
      parts.forEach((part, i) => {
        const off = part * total - amount * weights[i]!
        expect(off < total && -off < total).toBe(true)
      })
    }),
  )
})
