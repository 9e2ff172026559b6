import { describe, expect, it } from 'vitest'
import { formatAmount, formatCompact, formatDate, formatNumber, formatTime } from './format'

/** German sets a no-break space before the percent sign (DIN 5008); a test is easier to read without. */
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')

describe('formatNumber', () => {
  it.each([
    [0.4621, 'share', '46.2%', '46,2 %'],
    [0, 'share', '0.0%', '0,0 %'],
    [1, 'share', '100.0%', '100,0 %'],
    [0.000123, 'share', '0.012%', '0,012 %'],
    [1e-6, 'share', '0.0001%', '0,0001 %'],
    [4.6e-19, 'share', '<0.0001%', '<0,0001 %'],
    [1234567, 'count', '1,234,567', '1.234.567'],
    [1234567.8, 'amount', '1,234,568', '1.234.568'],
    [12.3456, 'amount', '12.35', '12,35'],
    [0.46209, 'index', '0.462', '0,462'],
    [0.00012, 'index', '0.00012', '0,00012'],
    [2.79918, 'bits', '2.80 bits', '2,80 Bit'],
    [2.82249, 'ratio', '2.82', '2,82'],
    [-0.25, 'share', '-25.0%', '-25,0 %'],
    [1711929600, 'date', '1 Apr 2024', '1. April 2024'],
  ] as const)('%s as %s', (value, format, en, de) => {
    expect(plain(formatNumber(value, format, 'en'))).toBe(en)
    expect(plain(formatNumber(value, format, 'de'))).toBe(de)
  })

  it('never writes a minus before nothing', () => {
    expect(formatNumber(-0, 'count', 'en')).toBe('0')
    expect(formatNumber(-0.2, 'count', 'en')).toBe('0')
  })

  it('refuses what is not a figure', () => {
    expect(() => formatNumber(NaN, 'share', 'en')).toThrow(RangeError)
    expect(() => formatCompact(Infinity, 'en')).toThrow(RangeError)
  })
})

describe('formatCompact', () => {
  it.each([
    [1234567, '1.23m', '1,23 Mio.'],
    [12345678901, '12.3bn', '12,3 Mrd.'],
    [9500, '9,500', '9.500'],
    [25000, '25k', '25.000'],
    [999999, '1m', '1 Mio.'],
    [-12345, '-12.3k', '-12.300'],
    [1e15, '1,000tn', '1.000 Bio.'],
    [0.5, '0.5', '0,5'],
  ])('%s', (value, en, de) => {
    expect(plain(formatCompact(value, 'en'))).toBe(en)
    expect(plain(formatCompact(value, 'de'))).toBe(de)
  })
})

describe('formatAmount', () => {
  it.each([
    ['1234567.89', '1,234,568', '1.234.568'],
    ['1.005', '1.01', '1,01'], // a double of 1.005 lies below it and would give 1.00
    ['0.000123456', '0.000123', '0,000123'],
    ['123456789012345678901234567890', '123,456,789,012,345,678,901,234,567,890', '123.456.789.012.345.678.901.234.567.890'],
    ['0', '0', '0'],
  ])('%s', (amount, en, de) => {
    expect(formatAmount(amount, 'en')).toBe(en)
    expect(formatAmount(amount, 'de')).toBe(de)
  })

  it('takes smallest units with their decimals', () => {
    expect(formatAmount({ units: 1500000000000000000n, decimals: 18 }, 'de')).toBe('1,5')
  })

  it('refuses what is not a plain decimal number', () => {
    expect(() => formatAmount('1e18', 'en')).toThrow(/1e18/)
    expect(() => formatAmount('', 'en')).toThrow(RangeError)
  })
})

describe('dates', () => {
  // 1711929600 is 2024-04-01T00:00:00Z: `date -u -d @1711929600`
  it('are UTC, whatever the machine thinks', () => {
    expect(formatDate(1711929599, 'en')).toBe('31 Mar 2024')
    expect(formatTime(1711929600, 'en')).toBe('1 Apr 2024, 00:00 UTC')
    expect(formatTime(1711929600, 'de')).toBe('1. April 2024, 00:00 UTC')
  })
})
