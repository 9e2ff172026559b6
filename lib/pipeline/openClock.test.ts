import { expect, it } from 'vitest'
import { openClock } from './openClock'

const day = 86_400

it('tells when blocks were by the pace of the chain, and never on another day than their own', () => {
  // Block 10 is the last of the first two days, though it came in the first; 30 that of the third.
  const ends = new Map([['1970-01-01', { number: 10, timestamp: 1_000 }], ['1970-01-02', { number: 10, timestamp: 1_000 }], ['1970-01-03', { number: 30, timestamp: 2 * day + 3_000 }]])
  const timeOf = openClock(ends, { number: 40, timestamp: 3 * day + 1_000 })
  expect(timeOf(10)).toBe(1_000)
  // Half way between 1,000 and 175,800 would be 88,400, on the second day: it was on the third.
  expect(timeOf(20)).toBe(2 * day)
  expect(timeOf(30)).toBe(2 * day + 3_000)
  // 3 of 10 blocks from there to 3 days + 1,000 s: 175,800 + 0.3 · 84,400 = 201,120, on the third day; it was on the fourth.
  expect(timeOf(33)).toBe(3 * day)
  expect(timeOf(40)).toBe(3 * day + 1_000)
})

it('takes the pace alone where the end of the day before is not known', () => {
  const timeOf = openClock(new Map([['1970-01-01', { number: 0, timestamp: 0 }]]), { number: 100, timestamp: 10 * day })
  expect(timeOf(50)).toBe(5 * day)
  // Before all that is known there is no pace: it is as late as the first that is known.
  expect(openClock(new Map(), { number: 100, timestamp: 7 })(3)).toBe(7)
})
