import { describe, expect, it } from 'vitest'
import { maxTick, minTick, sqrtPriceAtTick } from './sqrtPriceAtTick'

describe('sqrtPriceAtTick', () => {
  // v3-core: MIN_SQRT_RATIO and MAX_SQRT_RATIO of TickMath.sol, and the ticks beside them in test/TickMath.spec.ts.
  it.each([
    [-887_272, 4295128739n],
    [-887_271, 4295343490n],
    [0, 2n ** 96n],
    [887_271, 1461373636630004318706518188784493106690254656249n],
    [887_272, 1461446703485210103287273052203988822378723970342n],
  ])('gives for tick %i what v3-core publishes', (tick, price) => {
    expect(sqrtPriceAtTick(tick)).toBe(price)
  })

  it('is √1.0001^tick within 2⁻⁴⁰ of it', () => {
    for (let tick = -300_000; tick <= 300_000; tick += 997) {
      const exact = Math.exp((tick / 2) * Math.log1p(0.0001))
      expect(Math.abs(Number(sqrtPriceAtTick(tick)) / 2 ** 96 / exact - 1)).toBeLessThan(2 ** -40)
    }
  })

  it.each([minTick - 1, maxTick + 1, 0.5, NaN])('throws for %d', (tick) => {
    expect(() => sqrtPriceAtTick(tick)).toThrow(RangeError)
  })
})
