import { describe, expect, it } from 'vitest'
import { amount0Between, amount1Between, positionAmounts } from './positionAmounts'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'

const one = 2n ** 96n
// √1.21 = 1.1, rounded down as v3-core's encodePriceSqrt does.
const elevenTenths = (11n * one) / 10n
const unit = 10n ** 18n

describe('amounts between two prices', () => {
  // v3-core, test/SqrtPriceMath.spec.ts: 'returns 0.1 amount1 for price of 1 to 1.21', both of them.
  it('are those of v3-core from price 1 to 1.21', () => {
    expect(amount0Between(one, elevenTenths, unit, 'up')).toBe(90909090909090910n)
    expect(amount0Between(one, elevenTenths, unit, 'down')).toBe(90909090909090909n)
    expect(amount1Between(one, elevenTenths, unit, 'up')).toBe(100000000000000000n)
    expect(amount1Between(one, elevenTenths, unit, 'down')).toBe(99999999999999999n)
  })

  // The same file, 'sqrtP * sqrtQ overflows'.
  it('are those of v3-core where a product is larger than 256 bits', () => {
    const [upper, lower] = [1025574284609383690408304870162715216695788925244n, 1025574284609383582644711336373707553698163132913n]
    expect(amount0Between(lower, upper, 50015962439936049619261659728067971248n, 'up')).toBe(406n)
  })

  it('are nothing without liquidity and between equal prices', () => {
    for (const rounding of ['up', 'down'] as const) {
      expect([amount0Between(one, 2n * one, 0n, rounding), amount1Between(one, 2n * one, 0n, rounding)]).toEqual([0n, 0n])
      expect([amount0Between(one, one, unit, rounding), amount1Between(one, one, unit, rounding)]).toEqual([0n, 0n])
    }
  })
})

describe('positionAmounts', () => {
  const range = { tickLower: -60, tickUpper: 60, liquidity: unit }
  const at = (tick: number) => ({ sqrtPrice: sqrtPriceAtTick(tick), tick })
  // Below: all of L · (1/√a − 1/√b) with √a = 1.0001^−30, √b = 1.0001^30: 1.0001^30 − 1.0001^−30 = 0.0059997…; above, the same of token1.
  const all = 1.0001 ** 30 - 1.0001 ** -30

  it('is all token0 below the range, all token1 above it', () => {
    for (const tick of [-61, -600]) {
      const [amount0, amount1] = positionAmounts(range, at(tick))
      expect([Number(amount0) / 1e18, amount1]).toEqual([expect.closeTo(all, 12), 0n])
    }
    for (const tick of [60, 600]) {
      const [amount0, amount1] = positionAmounts(range, at(tick))
      expect([amount0, Number(amount1) / 1e18]).toEqual([0n, expect.closeTo(all, 12)])
    }
  })

  it('goes by the tick where the price lies between two ticks at an end of the range', () => {
    const between = (tick: number) => ({ sqrtPrice: (sqrtPriceAtTick(tick) + sqrtPriceAtTick(tick + 1)) / 2n, tick })
    expect(positionAmounts(range, between(-61))).toEqual(positionAmounts(range, at(-61)))
    expect(positionAmounts(range, between(60))).toEqual(positionAmounts(range, at(600)))
  })

  it('is both inside: 1 − 1.0001^−30 of each in the middle of it', () => {
    const [amount0, amount1] = positionAmounts(range, at(0))
    expect([Number(amount0) / 1e18, Number(amount1) / 1e18]).toEqual([expect.closeTo(1 - 1.0001 ** -30, 12), expect.closeTo(1 - 1.0001 ** -30, 12)])
    expect(positionAmounts(range, at(0), 'up')).toEqual([amount0 + 1n, amount1 + 1n])
  })
})
