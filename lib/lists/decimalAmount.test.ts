import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toDecimalString } from '@/lib/domain/amount'
import { readDecimal } from './decimalAmount'

describe('readDecimal', () => {
  it.each([
    ['1234', 1234n, 0],
    ['0', 0n, 0],
    ['007', 7n, 0],
    ['1.5', 15n, 1],
    ['1.500', 15n, 1],
    ['.5', 5n, 1],
    ['5.', 5n, 0],
    [' 12 ', 12n, 0],
    ['\u00a012', 12n, 0],
    ['+3', 3n, 0],
    ['-0.0', 0n, 0],
    // As Etherscan writes what is very small, and as spreadsheets write what is large.
    ['5e-09', 5n, 9],
    ['1.8E+7', 18_000_000n, 0],
    ['1.2345e2', 12345n, 2],
    ['2.5e-1', 25n, 2],
    // A comma separates thousands; a point is the decimal point.
    ['1,234.5', 12345n, 1],
    ['1,234', 1234n, 0],
    ['12,345,678', 12_345_678n, 0],
    ['1.234', 1234n, 3],
    // 18 places, and wei: digits that a double would lose.
    ['264634857.290099950000000001', 264634857290099950000000001n, 18],
    ['149999999975656000000000001', 149999999975656000000000001n, 0],
  ])('reads %j', (text, digits, places) => expect(readDecimal(text)).toEqual({ digits, places }))

  it.each([
    ['-5', /negative/],
    ['−5', /negative/],
    ['-1e-18', /negative/],
    ['', /is empty/],
    ['  ', /is empty/],
    ['1,5', /comma is read as a separator of thousands only/],
    ['0,123', /comma is read as a separator of thousands only/],
    ['1234,567', /comma/],
    ['1.234,56', /comma/],
    ['12,34', /comma/],
    ['n/a', /is not an amount/],
    ['.', /is not an amount/],
    ['e5', /is not an amount/],
    ['1e', /is not an amount/],
    ['0x10', /is not an amount/],
    ['5 %', /is not an amount/],
    ['12 UNI', /is not an amount/],
    ['NaN', /is not an amount/],
    ['Infinity', /is not an amount/],
    ['1e500', /more than 78 digits/],
    ['1e-500', /more than 77 decimal places/],
  ])('refuses %j', (text, problem) => expect(readDecimal(text)).toMatch(problem))

  it('reads back every amount that is written out', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 60n), fc.integer({ min: 0, max: 18 }), (amount, decimals) => {
        const read = readDecimal(toDecimalString(amount, decimals))
        if (typeof read === 'string') throw new Error(read)
        expect(read.digits * 10n ** BigInt(decimals - read.places)).toBe(amount)
      }),
    )
  })
})
