import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPercent, toPlainDecimal } from './plainDecimal'

describe('toPlainDecimal', () => {
  it('never writes an exponent', () => {
    expect(toPlainDecimal(1.5e-9)).toBe('0.0000000015')
    expect(toPlainDecimal(-2e-7)).toBe('-0.0000002')
    expect(toPlainDecimal(3e21)).toBe('3000000000000000000000')
    expect(toPlainDecimal(1.25e22)).toBe('12500000000000000000000')
    expect(toPlainDecimal(0.883)).toBe('0.883')
  })

  it('reads back as the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = toPlainDecimal(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(text)).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it('refuses what is no number', () => expect(() => toPlainDecimal(Number.NaN)).toThrow('NaN is not a number'))
})

describe('toPercent', () => {
  it('is exact to twelve places', () => {
    expect(toPercent(1n, 3n)).toBe('33.333333333333')
    expect(toPercent(1n, 4n)).toBe('25')
    expect(toPercent(7n, 7n)).toBe('100')
    expect(toPercent(1n, 10n ** 27n)).toBe('0')
  })

  it('has no answer without a total', () => expect(() => toPercent(0n, 0n)).toThrow('the total must be positive'))
})
