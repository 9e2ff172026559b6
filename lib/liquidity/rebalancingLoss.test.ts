import { describe, expect, it } from 'vitest'
import { rebalancingLoss } from './rebalancingLoss'

const one = 2n ** 96n
const unit = 2n ** 128n

describe('rebalancingLoss', () => {
  // By hand, of one unit of liquidity: from √1 to √4 it holds 1 − 1/2 of token0 less, which is worth 4 · 1/2 = 2 then, for 2 − 1 = 1 of token1.
  it.each([
    ['up', one, 2n * one, 2n * one, 1, unit],
    ['up, told in token0 at a price of 4', one, 2n * one, 2n * one, 0, unit / 4n],
    // Down from √4 to √1 it buys 1/2 of token0, worth 1/2 in the end, for 1.
    ['down', 2n * one, one, one, 1, unit / 2n],
    ['down, told in token0 at a price of 1', 2n * one, one, one, 0, unit / 2n],
    // From √1 to √4 in a swap that ends at √9: 1/2 of token0, worth 9/2, was sold for 1.
    ['up, in a step that is not the last', one, 2n * one, 3n * one, 1, (7n * unit) / 2n],
    // The rest of it, from √4 to √9: 1/2 − 1/3 = 1/6 of token0, worth 9/6, was sold for 1.
    ['up, in the last step', 2n * one, 3n * one, 3n * one, 1, unit / 2n],
    // Both together are (3 − 1)²/1 = 4.
    ['up, in one step', one, 3n * one, 3n * one, 1, 4n * unit],
    ['not at all', one, one, one, 1, 0n],
  ] as const)('%s', (_, from, to, end, quote, expected) => {
    expect(rebalancingLoss({ from, to, end }, quote)).toBe(expected)
  })
  it('is rounded down', () => {
    // (1/3)² over 1 at the scale of 2¹²⁸, of 3 · 2⁹⁶ to 4 · 2⁹⁶: 1/3.
    expect(rebalancingLoss({ from: 3n * one, to: 4n * one, end: 4n * one }, 1)).toBe(unit / 3n)
  })
})
