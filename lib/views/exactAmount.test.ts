import { expect, it } from 'vitest'
import { exactAmount } from './exactAmount'

it('keeps every digit and groups the whole part by three', () => {
  expect(exactAmount(1_234_567_500_000_000_000_000_001n, 18, 'en')).toBe('1,234,567.500000000000000001')
  expect(exactAmount(12_345_675n, 1, 'de')).toBe('1.234.567,5')
  expect(exactAmount(123n, 0, 'en')).toBe('123')
  expect(exactAmount(1_000n, 0, 'en')).toBe('1,000')
  expect(exactAmount(5n, 3, 'en')).toBe('0.005')
})
