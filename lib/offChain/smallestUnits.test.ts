import { describe, expect, it } from 'vitest'
import { toSmallestUnits } from './smallestUnits'

describe('an amount as Snapshot writes it', () => {
  // The digits moved by so many places as the token has decimals, by hand.
  it.each<[string, number, bigint | null]>([
    ['2755022.0714428956', 18, 2_755_022_071_442_895_600_000_000n],
    ['80000.0', 18, 80_000n * 10n ** 18n],
    ['2.11e-16', 18, 211n],
    ['1.6e-17', 18, 16n],
    ['1e+21', 18, 10n ** 39n],
    // More digits than a double has.
    ['9007199254740993.123456789012345678', 18, 9_007_199_254_740_993_123_456_789_012_345_678n],
    // Finer than the token's smallest unit.
    ['1.23456789', 6, 1_234_567n],
    ['4e-19', 18, 0n],
    ['0', 18, 0n],
    ['12', 0, 12n],
    ['-1', 18, null],
    ['NaN', 18, null],
    ['', 18, null],
    ['1e9999', 18, null],
    // 60 digits before the point and 18 after it are 78, and one more are too many.
    [`${'9'.repeat(60)}`, 18, BigInt('9'.repeat(60)) * 10n ** 18n],
    [`1${'0'.repeat(60)}`, 18, null],
  ])('%s with %i decimals', (text, decimals, amount) => expect(toSmallestUnits(text, decimals)).toBe(amount))
})
