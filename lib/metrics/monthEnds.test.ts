import { expect, it } from 'vitest'
import { isMonthEnd, toYears } from './monthEnds'

it('knows the ends of months, of leap years too', () => {
  const ends = ['2024-02-29', '2023-02-28', '2023-12-31', '2024-04-30', '2000-02-29', '2100-02-28']
  expect(ends.filter(isMonthEnd)).toEqual(ends)
  expect(['2024-02-28', '2024-01-30', '2024-04-29', '2024-05-01', '2000-02-28'].filter(isMonthEnd)).toEqual([])
})

it('counts years of 365.2425 days: 400 years are 146,097 days', () => {
  expect(toYears('2000-01-01', '2400-01-01')).toBeCloseTo(400, 12)
  expect(toYears('2024-01-31', '2024-01-31')).toBe(0)
})
