import { expect, it } from 'vitest'
import { ok, undefinedBecause, type MetricResult } from '@/lib/domain/metric'
import { leastHolders, toMeasureTrend, toTrendMonths } from './monthlyTrends'

const toDay = (day: string, holders: number, gini: MetricResult) => ({ day, metrics: { holders: ok(holders), gini } })

it('begins with the first month end at which fifty hold something, and takes ends of months alone', () => {
  const { moments, trend } = toMeasureTrend(toTrendMonths([
    toDay('2023-01-31', 49, ok(0.9)),
    toDay('2023-02-14', 60, ok(0.1)),
    toDay('2023-02-28', leastHolders, ok(0.2)),
    toDay('2023-03-31', 20, ok(0.3)),
    toDay('2023-04-30', 80, undefinedBecause('cutOff')),
    toDay('2023-05-31', 80, ok(0.5)),
    toDay('2023-06-10', 80, ok(0.9)),
  ]), 'gini')
  expect(moments.map(({ of, value }) => [of.day, value])).toEqual([['2023-02-28', 0.2], ['2023-03-31', 0.3], ['2023-05-31', 0.5]])
  // 31 and 92 days later: slopes 0.1/31, 0.3/92 and 0.2/61 a day, of which the last but one is in the middle.
  expect(trend!.slope).toBeCloseTo((0.3 / 92) * 365.2425, 12)
  expect(trend!.count).toBe(3)
})

it('leaves out the newest block on the last day of a month: the day may not be over', () => {
  const last = toDay('2023-02-28', 60, ok(0.2))
  expect(toTrendMonths([toDay('2023-01-31', 60, ok(0.1)), { ...last, origin: 'chain' }]).map(({ day }) => day)).toEqual(['2023-01-31'])
  expect(toTrendMonths([toDay('2023-01-31', 60, ok(0.1)), { ...last, origin: 'ledger' }])).toHaveLength(2)
})

it('there is no trend where never so many held it, and of one month', () => {
  expect(toTrendMonths([toDay('2023-01-31', 49, ok(0.9))])).toEqual([])
  expect(toMeasureTrend(toTrendMonths([toDay('2023-01-31', 50, ok(0.9))]), 'gini').trend).toBeNull()
  expect(toMeasureTrend([], 'hhi')).toEqual({ moments: [], trend: null })
})
