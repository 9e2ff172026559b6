import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDistribution } from '@/lib/domain/distribution'
import { toLorenzCurve } from './lorenzCurve'
import { measure } from './registry'

const distributionOf = (amounts: readonly bigint[]) =>
  toDistribution(amounts.map((amount, i) => ({ account: `0x${i.toString(16).padStart(40, '0')}`, amount })))

/** Twice the area between the diagonal and the curve, by trapezoids. */
const giniOf = (curve: readonly (readonly [number, number])[]) =>
  1 - curve.slice(1).reduce((area, [x, y], i) => area + (x - curve[i]![0]) * (y + curve[i]![1]), 0)

describe('toLorenzCurve', () => {
  it('has every holder when there are few', () => {
    expect(toLorenzCurve(distributionOf([1n, 3n]))).toEqual([[0, 0], [0.5, 0.25], [1, 1]])
    expect(toLorenzCurve(distributionOf([5n]))).toEqual([[0, 0], [1, 1]])
    expect(toLorenzCurve(distributionOf([]))).toEqual([])
  })

  it('with few holders, the area is the Gini', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 10n ** 27n), { minLength: 1, maxLength: 199 }), (amounts) => {
        const { gini } = measure(distributionOf(amounts))
        expect(gini).toMatchObject({ status: 'ok', value: expect.closeTo(giniOf(toLorenzCurve(distributionOf(amounts))), 10) })
      }),
    )
  })

  it('with many, it stays short, rises, and is exact at the largest holder, the top 10, the top 1 % and every percent', () => {
    for (const n of [200, 251, 3000, 40_321]) {
      // Holder i of n has a billion over i: a long tail.
      const amounts = Array.from({ length: n }, (_, i) => 10n ** 27n / BigInt(i + 1))
      const distribution = distributionOf(amounts)
      const curve = toLorenzCurve(distribution)
      expect(curve.length).toBeLessThanOrEqual(201)
      expect([curve[0], curve.at(-1)]).toEqual([[0, 0], [1, 1]])
      for (const [i, [x, y]] of curve.slice(1).entries()) expect(x > curve[i]![0] && y > curve[i]![1]).toBe(true)
      const results = measure(distribution) as Record<string, { value: number }>
      const below = (size: number) => curve.find(([x]) => x === (n - size) / n)?.[1]
      expect(below(1)).toBeCloseTo(1 - results.top1Share!.value, 12)
      expect(below(10)).toBeCloseTo(1 - results.top10Share!.value, 12)
      expect(below(Math.ceil(n / 100))).toBeCloseTo(1 - results.top1PercentShare!.value, 12)
      expect(below(Math.ceil(n / 2))).toBeDefined()
      expect(giniOf(curve)).toBeCloseTo(results.gini!.value, 3)
    }
  })
})
