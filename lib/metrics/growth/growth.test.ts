import { describe, expect, it } from 'vitest'
import { toMedian } from '../median'
import { toMonthCells } from './monthCells'
import { openGrowth } from './openGrowth'
import { toClasses } from './toClasses'

const toName = (account: number) => `0x${String(account).padStart(4, '0')}`
const toNames = (count: number) => Array.from({ length: count }, (_, account) => toName(account))

/** Ends of months from January 2024 on; account 0 is the largest. */
const toMonth = (nth: number) => `${2024 + Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}`
function follow(months: readonly (readonly number[])[]) {
  const growth = openGrowth()
  for (const [nth, amounts] of months.entries()) growth.add({ month: toMonth(nth), amounts: Float64Array.from(amounts), names: toNames(amounts.length) })
  return growth.end()
}

describe('classes', () => {
  it('are the ten largest, the rest of the tenth, the rest of the larger half, the others', () => {
    const amounts = Float64Array.from({ length: 203 }, (_, account) => (account < 200 ? 1000 - account : 0))
    const { classes, holders } = toClasses({ amounts, names: toNames(203) })
    expect(holders).toBe(200)
    expect([0, 1, 2, 3, 4].map((one) => classes.filter((place) => place === one).length)).toEqual([3, 10, 10, 80, 100])
    expect([classes[9], classes[10], classes[19], classes[20], classes[99], classes[100], classes[200]]).toEqual([1, 2, 2, 3, 3, 4, 0])
  })

  it('put equal amounts in the order of addresses, whatever their numbers', () => {
    const amounts = new Float64Array(30).fill(7)
    const names = toNames(30).reverse()
    const { classes } = toClasses({ amounts, names })
    // The last ten have the smallest addresses. Of thirty holders three are the largest tenth, which is in the ten.
    expect([...classes].map((one, account) => (one === 1 ? account : -1)).filter((account) => account >= 0)).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29])
  })
})

it('cells hold accounts of about one size, with the mean of their logarithms', () => {
  const { cells, halves } = toMonthCells(Float64Array.of(4, 4.1, 40, 0), Float64Array.of(5, 4, 0, 9, 3))
  expect(cells.map(({ accounts, gained, lost }) => [accounts, gained, Math.round(lost * 10) / 10])).toEqual([[2, 1, 0.1], [1, 0, 40]])
  expect(cells[0]!.logSize).toBeCloseTo((Math.log(4) + Math.log(4.1)) / 2, 14)
  // √10 ≤ 4 < 10, and 10^1.5 = 31.6 ≤ 40 < 100. Who held nothing has no size.
  expect(halves.map(({ half, accounts, held, gone }) => [half, accounts, held, gone])).toEqual([[1, 2, 8.1, 0], [3, 1, 40, 1]])
})

describe('growth', () => {
  const start = Array.from({ length: 200 }, (_, account) => 1000 / (account + 1))

  it('in proportion to size has the exponent 1, moves nobody and leaves every share', () => {
    const found = follow(Array.from({ length: 30 }, (_, month) => start.map((amount) => amount * 1.01 ** month)))!
    expect([found.from, found.to, found.months, found.holders]).toEqual(['2024-01', '2026-06', 29, 200])
    // Cells of 12 % width move it a little: their sizes grow out of one cell into the next.
    expect(found.gains!.alpha).toBeCloseTo(1, 2)
    expect(found.losses).toBeNull()
    expect(found.mobility).toEqual({ starts: 18, moved: [[10, 0, 0, 0, 0], [0, 10, 0, 0, 0], [0, 0, 80, 0, 0], [0, 0, 0, 100, 0]].map((row) => row.map((count) => count * 18)), arrived: [0, 0, 0, 0] })
    expect(found.leaders!.change).toBeCloseTo(0, 12)
    expect(found.staying).toHaveLength(24)
    expect(found.staying[11]).toEqual({ months: 12, starts: 18, ten: 1, tenth: 1 })
  })

  it('of the largest alone raises the share of the largest tenth, of the smallest lowers it', () => {
    const largest = follow(Array.from({ length: 14 }, (_, month) => start.map((amount, account) => (account < 20 ? amount * (1 + month / 10) : amount))))!
    const all = start.reduce((sum, amount) => sum + amount, 0)
    const tenth = start.slice(0, 20).reduce((sum, amount) => sum + amount, 0)
    // Two starts. After the first: 2.2 times; after the second, from 1.1 to 2.3 times.
    const share = (times: number) => (tenth * times) / (tenth * times + all - tenth)
    expect(largest.leaders!.starts).toBe(2)
    expect(largest.leaders!.change).toBeCloseTo((share(2.2) - share(1) + share(2.3) - share(1.1)) / 2, 12)
    expect(largest.leaders!.rose).toBe(2)
    const smallest = follow(Array.from({ length: 14 }, (_, month) => start.map((amount, account) => (account < 20 ? amount : amount * (1 + month / 100)))))!
    expect([Math.sign(smallest.leaders!.change), smallest.leaders!.rose]).toEqual([-1, 0])
  })

  it('tells who left, who came and who took whose place', () => {
    // After the first month the largest leaves and one who held nothing comes in its place; all later months are alike.
    const later = [0, ...start.slice(1), 5000]
    const found = follow([start, ...Array.from({ length: 12 }, () => later)])!
    expect(found.mobility!.starts).toBe(1)
    expect(found.mobility!.moved).toEqual([[9, 0, 0, 0, 1], [0, 10, 0, 0, 0], [0, 0, 80, 0, 0], [0, 0, 0, 100, 0]])
    expect(found.mobility!.arrived).toEqual([1, 0, 0, 0])
    // One month on: eleven starts lose nobody, the first one of ten, and of twenty.
    expect(found.staying[0]!.starts).toBe(12)
    expect(found.staying[0]!.ten).toBeCloseTo((11 + 0.9) / 12, 12)
    expect(found.staying[0]!.tenth).toBeCloseTo((11 + 0.95) / 12, 12)
    expect(found.sizes.reduce((sum, { gone }) => sum + gone, 0)).toBe(1)
    expect(found.sizes.reduce((sum, { lost }) => sum + lost, 0)).toBeCloseTo(1000, 9)
  })

  it('is nothing where never a hundred held', () => {
    expect(follow(Array.from({ length: 20 }, () => start.slice(0, 99)))).toBeNull()
  })
})

it('a median is the middle, or the mean of two', () => {
  expect([toMedian([7]), toMedian([3, 1, 2, 10])]).toEqual([7, 2.5])
  expect(toMedian([])).toBeNull()
})
