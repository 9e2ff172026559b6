import { describe, expect, it } from 'vitest'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import { measure } from './registry'

const claims = (amounts: readonly number[]): Claim[] =>
  amounts.map((amount, i) => ({ account: `0x${(i + 1).toString(16).padStart(40, '0')}`, amount: BigInt(amount) }))

function valuesOf(amounts: readonly number[]): Record<string, number> {
  const results = Object.entries(measure(toDistribution(claims(amounts))))
  return Object.fromEntries(results.flatMap(([id, result]) => (result.status === 'ok' ? [[id, result.value]] : [])))
}

describe('vectors computed elsewhere', () => {
  // The ten incomes of R's package ineq; its values to six places.
  it('agrees with R ineq', () => {
    const values = valuesOf([541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261])
    const expected = {
      gini: 0.462091,
      giniCorrected: 0.513435,
      theilT: 0.362341,
      theilL: 0.433595,
      atkinson05: 0.179659,
      atkinson1: 0.351825,
      hoover: 0.337807,
      hhi: 0.184081,
      shannonEntropy: 2.79918,
      palma: 2.82249,
    }
    for (const [id, value] of Object.entries(expected)) expect(values[id], id).toBeCloseTo(value, 5)
    expect(values.effectiveHolders).toBeCloseTo(5.4324, 4)
    expect(values.nakamoto50).toBe(2)
  })

  it('1 to 100', () => {
    const values = valuesOf(Array.from({ length: 100 }, (_, i) => i + 1))
    // Gini of 1…n is (n − 1)/(3n): 99/300. Σ1…100 = 5050; the top 30 have 2565 > 2525, the top 29 have 2494.
    // Top 10: 955. Bottom 40: 820. Σi² = 338350.
    expect(values).toMatchObject({
      holders: 100,
      gini: 0.33,
      gini500: 0.33,
      nakamoto33: 19,
      nakamoto50: 30,
      nakamoto67: 43,
      nakamotoPercent: 0.3,
      palma: 955 / 820,
      top1Share: 100 / 5050,
      top1PercentShare: 100 / 5050,
      top5Share: 490 / 5050,
      top10Share: 955 / 5050,
      top50Share: 3775 / 5050,
      top100Share: 1,
      hhi: 338350 / 5050 ** 2,
    })
    expect(values.giniCorrected).toBeCloseTo(1 / 3, 14)
    expect(values.palma).toBeCloseTo(1.164635, 5)
  })

  it('a tie is not a majority', () => {
    expect(valuesOf([50, 50])).toMatchObject({ nakamoto50: 2, nakamoto33: 1, nakamoto67: 2 })
    // Two of three thirds are exactly 2/3, one is exactly 1/3: neither is more.
    expect(valuesOf([7, 7, 7])).toMatchObject({ nakamoto33: 2, nakamoto50: 2, nakamoto67: 3 })
  })

  it('one half and two quarters', () => {
    const values = valuesOf([50, 25, 25])
    expect(values).toMatchObject({ giniCorrected: 0.25, hhi: 0.375, nakamoto50: 2, shannonEntropy: 1.5, minEntropy: 1 })
    expect(values.gini).toBeCloseTo(1 / 6, 15)
    // Collision entropy: log₂(1/0.375) = log₂(8/3) = 3 − log₂ 3.
    expect(values.collisionEntropy).toBeCloseTo(3 - Math.log2(3), 14)
    expect(values.entropyRatio).toBeCloseTo(1.5 / Math.log2(3), 14)
    // (0.375 − 1/3) / (1 − 1/3) = 1/16.
    expect(values.hhiNormalised).toBe(0.0625)
  })

  it('zeros are not holders: everything with one of four accounts is one holder', () => {
    expect(valuesOf([432, 0, 0, 0])).toMatchObject({ holders: 1, gini: 0, theilT: 0, hhi: 1 })
  })

  it('groups that are no whole number of holders are read off the Lorenz curve', () => {
    // [3, 1]: the top 10 % is 0.2 of the first holder, 0.6; the bottom 40 % is 0.8 of the second, 0.8.
    expect(valuesOf([3, 1]).palma).toBe(0.75)
    // 15 holders, 1…15: top 1.5 = 15 + 7 = 22; bottom 6 = 21.
    expect(valuesOf(Array.from({ length: 15 }, (_, i) => i + 1)).palma).toBe(22 / 21)
  })

  it('the top 500 alone decide gini500', () => {
    const values = valuesOf([...Array<number>(500).fill(2), ...Array<number>(9000).fill(1)])
    expect(values.gini500).toBe(0)
    expect(values.gini).toBeGreaterThan(0)
    // With 499 of 2 and one of 1: 2 · 499 · |2 − 1| / (2 · 500 · 999).
    expect(valuesOf([...Array<number>(499).fill(2), ...Array<number>(9000).fill(1)]).gini500).toBe(499 / (500 * 999))
  })

  it('top 1 % rounds up', () => {
    // 101 holders: two of them, 10 + 10 of 119.
    expect(valuesOf([10, 10, ...Array<number>(99).fill(1)]).top1PercentShare).toBe(20 / 119)
  })
})
