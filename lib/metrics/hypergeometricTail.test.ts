import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectedOverlap, hypergeometricTail } from './hypergeometricTail'

const tail = (common: number, first: number, second: number, population: number) => hypergeometricTail({ common, first, second, population })

/** Natural logarithms: R 4's phyper(common - 1, first, population - first, second, lower.tail = FALSE, log.p = TRUE); mpmath's binomials with forty digits agree. */
const known = [
  [3, 100, 100, 400_000, -12.936531435948618],
  [13, 1_000, 1_000, 400_000, -13.049113756025092],
  [2, 1_000, 1_000, 400_000, -0.33761127853296785],
  [1_000, 1_000, 1_000, 400_000, -6985.8418561958362],
  [700, 4_000, 4_000, 400_000, -1464.7363020851860],
  [60, 4_000, 4_000, 400_000, -6.3812437272469564],
  [40, 4_000, 4_000, 400_000, -0.65073843127821407],
  [12, 100, 100, 800, -0.4844181211038997],
  [5, 97, 99, 1_213, -0.089611081611261481],
  [98, 100, 120, 150, -31.910181127537106],
  [75, 100, 120, 150, -0.0064016086125541303],
] as const

describe('P(X ≥ k) of the hypergeometric distribution', () => {
  it.each(known)('%d in common of groups of %d and %d among %d', (common, first, second, population, logarithm) => {
    expect(Math.abs(tail(common, first, second, population) / logarithm - 1)).toBeLessThan(2e-13)
  })

  it('by hand: of three and three among six, two ways to have three of nothing else, nine each to have one or two', () => {
    // C(3,k)·C(3,3−k): 1, 9, 9, 1 of C(6,3) = 20
    expect([0, 1, 2, 3].map((common) => Math.exp(tail(common, 3, 3, 6)))).toEqual([1, 19 / 20, 10 / 20, 1 / 20].map((p) => expect.closeTo(p, 14)))
  })

  it('what must be in common is certain', () => {
    expect(tail(70, 100, 120, 150)).toBe(0)
    expect(tail(0, 0, 0, 0)).toBe(0)
    expect(tail(1, 1, 1, 1)).toBe(0)
  })

  it('refuses what no groups have', () => {
    expect(() => tail(3, 2, 2, 10)).toThrow(/2 and 2 among 10 have 3 in common/)
    expect(() => tail(1, 11, 2, 10)).toThrow(RangeError)
    expect(() => tail(0.5, 2, 2, 10)).toThrow(RangeError)
    expect(() => tail(-1, 2, 2, 10)).toThrow(RangeError)
  })

  it('is the exact fraction of the ways, for small groups', () => {
    const choose = (n: number, k: number): bigint => {
      let ways = 1n
      for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1)
      return k < 0 || k > n ? 0n : ways
    }
    fc.assert(fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (population, a, b, c) => {
      const [first, second] = [a % (population + 1), b % (population + 1)]
      const common = c % (Math.min(first, second) + 1)
      let ways = 0n
      for (let count = common; count <= Math.min(first, second); count++) ways += choose(first, count) * choose(population - first, second - count)
      const exact = Number(ways) / Number(choose(population, second))
      expect(Math.exp(tail(common, first, second, population))).toBeCloseTo(exact, 12)
      // Which group is called the first changes nothing.
      expect(tail(common, second, first, population)).toBeCloseTo(tail(common, first, second, population), 10)
    }))
  })
})

it('expects a hundredth of a hundred by chance', () => {
  expect(expectedOverlap({ population: 400_000, first: 100, second: 100 })).toBe(0.025)
  expect(expectedOverlap({ population: 0, first: 0, second: 0 })).toBe(0)
})
