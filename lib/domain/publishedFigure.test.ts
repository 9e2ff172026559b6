import { expect, it } from 'vitest'
import { toPublishedPeriod } from './publishedFigure'

it('knows the days that a figure may be of: a day, a month, a year', () => {
  expect(toPublishedPeriod('2020-08-07')).toEqual(['2020-08-07', '2020-08-07'])
  expect(toPublishedPeriod('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
  expect(toPublishedPeriod('2021-12')).toEqual(['2021-12-01', '2021-12-31'])
  expect(toPublishedPeriod('2026')).toEqual(['2026-01-01', '2026-12-31'])
})
