import { describe, expect, it } from 'vitest'
import { countTurnovers, toMarketShares } from './marketShares'

const toMonths = (amounts: readonly (readonly number[])[]) => amounts.map((each, place) => ({ month: `${2023 + Math.floor(place / 12)}-${String(1 + (place % 12)).padStart(2, '0')}`, amounts: each }))
const times = (count: number, amounts: readonly number[]) => Array.from({ length: count }, () => amounts)

describe('shares of twelve months', () => {
  it('are told from the twelfth month on', () => {
    expect(toMarketShares(toMonths(times(11, [3, 1])))).toEqual([])
    // 36 and 12 of 48; 0.75² + 0.25².
    expect(toMarketShares(toMonths(times(12, [3, 1])))).toEqual([{ month: '2023-12', shares: [0.75, 0.25], hhi: 0.625, leader: 0 }])
  })

  it('let a month go when it is a year old', () => {
    // 12 · 3 = 36 against 0; a month later 33 against 11: three quarters.
    const path = toMarketShares(toMonths([...times(12, [3, 0]), [0, 11]]))
    expect(path.map(({ shares }) => shares)).toEqual([[1, 0], [0.75, 0.25]])
  })

  it('are none where nobody had anything, so that no month is taken for a zero', () => {
    expect(toMarketShares(toMonths(times(14, [0, 0])))).toEqual([])
  })

  it('leave the lead with whoever had it where two have the same', () => {
    // Sums: 24 : 12, then 22 : 22, then 20 : 32.
    const path = toMarketShares(toMonths([...times(12, [2, 1]), [0, 11], [0, 11]]))
    expect(path.map(({ leader }) => leader)).toEqual([0, 0, 1])
    expect(countTurnovers(path)).toBe(1)
  })
})

it('is the least for equal shares and 1 for one that has all', () => {
  const hhiOf = (amounts: readonly number[]) => toMarketShares(toMonths(times(12, amounts)))[0]!.hhi
  expect(hhiOf([5, 5, 5, 5])).toBe(0.25)
  expect(hhiOf([0, 9, 0])).toBe(1)
})
