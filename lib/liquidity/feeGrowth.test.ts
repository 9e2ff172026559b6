import type { TokenPair } from '../domain/pool'
import { describe, expect, it } from 'vitest'
import { earnedFees, feeGrowthInside } from './feeGrowth'

const range = { tickLower: -2, tickUpper: 2 }
const unused: TokenPair = [0n, 0n]
const most = 2n ** 256n - 1n

describe('feeGrowthInside', () => {
  // v3-core, test/Tick.spec.ts, '#getFeeGrowthInside': global growth is 15 of both tokens in each case.
  const cases: [string, number, TokenPair, TokenPair, TokenPair][] = [
    ['all for two ticks never used, inside', 0, unused, unused, [15n, 15n]],
    ['nothing above', 4, unused, unused, [0n, 0n]],
    ['nothing below', -4, unused, unused, [0n, 0n]],
    ['without what lies above the upper tick', 0, unused, [2n, 3n], [13n, 12n]],
    ['without what lies below the lower tick', 0, [2n, 3n], unused, [13n, 12n]],
    ['without both', 0, [2n, 3n], [4n, 1n], [9n, 11n]],
    // By hand, the lower tick keeping (2, 3), the upper (4, 1). Right below the range its own side of the lower tick is the other one: 15 − (15 − 2) − 4
    // is −2, which wraps; only differences mean anything. At the lower tick the range begins, at the upper one it has ended: 15 − 2 − (15 − 4) = 2.
    ['counted from the other side right below', -3, [2n, 3n], [4n, 1n], [most - 1n, 2n]],
    ['begun at the lower tick', -2, [2n, 3n], [4n, 1n], [9n, 11n]],
    ['still inside right below the upper tick', 1, [2n, 3n], [4n, 1n], [9n, 11n]],
    ['ended at the upper tick', 2, [2n, 3n], [4n, 1n], [2n, most - 1n]],
    ['past 2²⁵⁶', 0, [most - 3n, most - 2n], [3n, 5n], [16n, 13n]],
  ]
  it.each(cases)('is %s', (_, tick, lower, upper, expected) => {
    expect(feeGrowthInside(range, tick, [15n, 15n], { lower, upper })).toEqual(expected)
  })
})

describe('earnedFees', () => {
  it('is rounded down', () => {
    // 7 · 0.5 = 3.5 and 7 · (2¹²⁸ − 1) / 2¹²⁸ is a little less than 7.
    expect(earnedFees(7n, [2n ** 127n, 2n ** 128n - 1n], [0n, 0n])).toEqual([3n, 6n])
  })
  it('counts on where the growth has wrapped', () => {
    // From 2²⁵⁶ − 2¹²⁸ on by 2 · 2¹²⁸ it stands at 2¹²⁸: two for each unit.
    expect(earnedFees(5n, [2n ** 128n, 0n], [2n ** 256n - 2n ** 128n, 0n])).toEqual([10n, 0n])
  })
})
