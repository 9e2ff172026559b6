import { describe, expect, it } from 'vitest'
import { rateRatio } from './rateRatio'

describe('rateRatio', () => {
  // scipy 1.10.1, scipy.stats.contingency.relative_risk(…).confidence_interval(0.95)
  it.each([
    [[27, 122, 44, 487], [2.4495156482861398, 1.5836990926700116, 3.7886786315466354]],
    [[30, 500, 60, 100], [0.1, 0.06824491108153509, 0.14653107230299675]],
    [[5, 50, 10, 10], [0.1, 0.04353772882003771, 0.22968584423259167]],
    [[400, 1000, 100, 200], [0.8, 0.6830679754670617, 0.9369492100144016]],
  ] as const)('%j as scipy has it', ([count, of, other, others], [value, low, high]) => {
    const found = rateRatio({ count, of }, { count: other, of: others })!
    expect(found.value).toBeCloseTo(value, 12)
    expect(found.low).toBeCloseTo(low, 12)
    expect(found.high).toBeCloseTo(high, 12)
  })

  // With half a case more each: 0.5 of 50.5 against 10.5 of 20.5, √(1/0.5 − 1/50.5 + 1/10.5 − 1/20.5) = 1.423683, ln(0.5 · 20.5 / (10.5 · 50.5)) = −3.946014: e^(−3.946014 + 1.959964 · 1.423683) = 0.314
  it('nobody in the first group: 0, and how much it could be at most', () => {
    const found = rateRatio({ count: 0, of: 50 }, { count: 10, of: 20 })!
    expect([found.value, found.low]).toEqual([0, 0])
    expect(found.high).toBeCloseTo(0.314, 2)
  })

  it('everybody in both: exactly as often', () => {
    expect(rateRatio({ count: 7, of: 7 }, { count: 3, of: 3 })).toEqual({ value: 1, low: 1, high: 1 })
  })

  it('nothing to compare with', () => {
    expect(rateRatio({ count: 3, of: 7 }, { count: 0, of: 3 })).toBeNull()
    expect(rateRatio({ count: 0, of: 0 }, { count: 3, of: 3 })).toBeNull()
    expect(() => rateRatio({ count: 4, of: 3 }, { count: 1, of: 3 })).toThrow(RangeError)
  })
})
