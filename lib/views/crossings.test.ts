import { describe, expect, it } from 'vitest'
import { ok, undefinedBecause } from '@/lib/domain/metric'
import { toMetric } from '../metrics/registry'
import { toCrossingHeadline, toCrossings } from './crossings'

const toHistory = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({
    day: `2026-01-${String(index + 1).padStart(2, '0')}`,
    block: index,
    timestamp: index * 86_400,
    metrics: { nakamoto50: value === null ? undefinedBecause('noHolders') : ok(value) },
  }))
const find = (...values: (number | null)[]) => toCrossings(toHistory(values), 'nakamoto50', [5, 10, 20]).map(({ day, side, threshold }) => [day.slice(-2), side, threshold])

describe('toCrossings', () => {
  it('finds where a figure goes below and where it comes back', () => expect(find(12, 10, 9, 9, 10)).toEqual([['03', 'below', 10], ['05', 'above', 10]]))
  it('says only the farthest of several', () => expect(find(30, 3, 30)).toEqual([['02', 'below', 5], ['03', 'above', 20]]))
  it('passes over days without a value', () => expect(find(12, null, 9)).toEqual([['03', 'below', 10]]))
  it('has nothing to say of the first day, of one that moves between thresholds, and of another metric', () => {
    expect(find(3)).toEqual([])
    expect(find(11, 19, 12)).toEqual([])
    expect(toCrossings(toHistory([12, 9]), 'gini', [10])).toEqual([])
  })
})

it('a crossing is a sentence in both languages', () => {
  const crossing = { side: 'below', threshold: 0.5 } as const
  expect(toCrossingHeadline(crossing, toMetric('top10Share'), 'Uniswap', 'en')).toMatch(/ of Uniswap fell below 50\.0%$/)
  expect(toCrossingHeadline({ ...crossing, side: 'above' }, toMetric('top10Share'), 'Uniswap', 'de')).toMatch(/^Uniswap: .* ist auf mindestens 50,0\s%/)
})
