import { describe, expect, it } from 'vitest'
import type { PricedMonth } from '../../domain/badMonths'
import { toDeepestFall } from './deepestFall'
import { openBadMonths } from './openBadMonths'
import { sumClasses, toRate, toWorstMonths } from './worstMonths'

/** 120 holders: number 0 has 1,000, 1 to 9 have 500, 10 to 59 have 20, the others 10. */
const start = Array.from({ length: 120 }, (_, account) => (account === 0 ? 1000 : account < 10 ? 500 : account < 60 ? 20 : 10))
const names = start.map((_, account) => `0x${String(account).padStart(4, '0')}`)
const change = (amounts: readonly number[], changes: Readonly<Record<number, number>>) => amounts.map((amount, account) => changes[account] ?? amount)

function follow(months: readonly { amounts: readonly number[]; mean: number | null; end: number | null }[]) {
  const toMonth = (nth: number) => `2025-${String(nth + 1).padStart(2, '0')}`
  const open = openBadMonths(months.map(({ mean, end }, nth) => ({ month: toMonth(nth), mean, end })))
  for (const [nth, { amounts }] of months.entries()) open.add({ month: toMonth(nth), amounts: Float64Array.from(amounts), names })
  return open.end()
}

describe('bad months', () => {
  const second = change(start, { 0: 1100, 119: 0 })
  const third = change(second, { 0: 550, 118: 5, 117: 0, 119: 8 })
  const { months, fall } = follow([
    { amounts: start, mean: 4, end: 5 },
    { amounts: second, mean: 6, end: 4 },
    { amounts: third, mean: 2, end: 1 },
  ])

  it('count those who leave, and what was given up below and above its cost, by the class of the month’s start', () => {
    expect(months.map(({ month, change: moved }) => [month, moved])).toEqual([['2025-02', 4 / 5 - 1], ['2025-03', 1 / 4 - 1]])
    const [ten, , half, small] = months[0]!.classes
    // Costs are 4 a token. Number 119 gives up 10 at 6: 20 above its cost. The largest buys 100.
    expect(small).toEqual({ accounts: 60, gone: 1, held: 600, gaveUp: 10, cost: 2400, lost: 0, gained: 20, underWater: 0 })
    expect(ten).toEqual({ accounts: 10, gone: 0, held: 5500, gaveUp: 0, cost: 22_000, lost: 0, gained: 0, underWater: 0 })
    expect([half!.accounts, half!.held]).toEqual([48, 960])
    const later = months[1]!.classes
    // The largest's 1,100 cost 4,000 + 600; half of them go at 2 a token: 550 · (4600/1100 − 2) = 1,200 below their cost. At 4 its tokens were worth less than that.
    expect(later[0]).toMatchObject({ held: 5600, gaveUp: 550, cost: 22_600, gained: 0, underWater: 1 })
    expect(later[0]!.lost).toBeCloseTo(1200, 9)
    // Of 119 holders ⌊119/2⌋ are the smaller half: 5 and 10 tokens go, each 2 below its cost; who came back had left.
    expect(later[3]).toMatchObject({ accounts: 59, gone: 1, held: 590, gaveUp: 15, lost: 30, gained: 0, underWater: 0 })
  })

  it('follow the holders of the peak to the trough', () => {
    // 5, then 4, then 1: from the first end to the last.
    expect(fall).toMatchObject({ from: '2025-01', to: '2025-03', change: 1 / 5 - 1 })
    expect(fall!.classes.map(({ accounts, gone, held, after }) => [accounts, gone, held, after])).toEqual([[10, 0, 5500, 5050], [2, 0, 40, 40], [48, 0, 960, 960], [60, 1, 600, 583]])
  })

  it('a token that was held before the first price cost that, and what has no price at its ends is no month', () => {
    const told = follow([
      { amounts: start, mean: null, end: null },
      { amounts: start, mean: 3, end: 3 },
      { amounts: change(start, { 5: 0 }), mean: null, end: null },
      { amounts: change(start, { 5: 0 }), mean: 1, end: 1 },
      { amounts: change(start, { 5: 0, 6: 0 }), mean: 2, end: 2 },
    ])
    expect(told.months.map(({ month, change: moved }) => [month, moved])).toEqual([['2025-05', 1]])
    const priced = follow([
      { amounts: start, mean: null, end: null },
      { amounts: start, mean: 3, end: 3 },
      { amounts: change(start, { 6: 0 }), mean: 2, end: 6 },
    ])
    expect(priced.months.map(({ month }) => month)).toEqual(['2025-03'])
    expect(priced.months[0]!.classes[0]).toMatchObject({ gone: 1, cost: 16_500, lost: 500, gained: 0 })
    expect(priced.fall).toBeNull()
  })
})

const toMonths = (changes: readonly number[]): PricedMonth[] => changes.map((moved, nth) => ({
  month: `m${String(nth).padStart(2, '0')}`, change: moved,
  classes: [1, 2, 3, 4].map((factor) => ({ accounts: factor, gone: nth, held: 0, gaveUp: 0, cost: 0, lost: 0, gained: 0, underWater: 0 })),
}))

describe('the worst months', () => {
  it('are the quarter with the deepest falls, in the order of time', () => {
    expect(toWorstMonths(toMonths([-0.1, 0.2, -0.4, -0.3, 0, 0.1, -0.4, -0.2, 0.1, 0.1, 0.1, 0.1, 0.1])).map(({ month }) => month)).toEqual(['m02', 'm03', 'm06'])
  })

  it('are no months in which it did not fall', () => {
    expect(toWorstMonths(toMonths([0.1, 0, 0.3, -0.01, 0.1, 0.2, 0.2, 0.2])).map(({ month }) => month)).toEqual(['m03'])
  })

  it('are added up over classes', () => {
    expect(sumClasses(toMonths([-0.1, -0.2]), ['ten', 'tenth'])).toMatchObject({ accounts: 6, gone: 2 })
    expect([toRate(1, 4), toRate(0, 0)]).toEqual([0.25, null])
  })
})

it('the deepest fall is from a price to a later one', () => {
  const ends = (...prices: (number | null)[]) => toDeepestFall(prices.map((end) => ({ end })))
  // From 20 to 5 it is three quarters; from 30 to 12 only three fifths.
  expect(ends(10, 20, 5, 8, 30, null, 12)).toEqual({ peak: 1, trough: 2, change: -0.75 })
  expect(ends(1, 2, null, 3)).toBeNull()
  expect(ends()).toBeNull()
})
