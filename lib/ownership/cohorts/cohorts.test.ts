import { expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import type { Label } from '../../domain/label'
import { toArrivals } from './arrivals'
import { toFirstTokens, toPaidOut } from './firstTokens'
import { openHeldByArrival } from './heldByArrival'
import { toInsiderMonths, toInsiders } from './insiderMonths'
import { openKeptReceipts } from './keptReceipts'
import { toLeftOut } from '../leftOut'
import { toQuarter, toQuarters } from './quarters'

const account = (nth: number) => `0x${nth.toString(16).padStart(40, '0')}` as Address
const label = (nth: number, role: Label['role'], kind: Label['kind'] = 'unknown'): Label => ({ address: account(nth), kind, role, name: `account ${nth}`, source: 'made up', asOf: '2026-01-01' })
const nobody = new Set<Address>()
const alone = new Map<Address, Address>()

it('leaves out who holds for others, and keeps people, however near they stand', () => {
  const labels = [label(1, 'exchange'), label(2, 'team', 'person'), label(3, 'investor'), label(4, null, 'contract'), label(5, null, 'multisig'), label(6, 'treasury', 'multisig'), label(7, null, 'person'), label(9, 'foundation', 'contract'), label(10, 'marketMaker')]
  const left = toLeftOut({ labels, wrappers: [{ address: account(8) }] })
  expect([...left].sort()).toEqual([account(0), account(1), account(4), account(6), account(8)])
})

it('counts quarters from the first day, also where a month is too short', () => {
  const quarters = toQuarters('2022-11-30', '2023-08-29')
  // February 2023 has no 30th.
  expect(quarters).toEqual(['2022-11-30', '2023-02-28', '2023-05-30'])
  expect(['2022-11-30', '2023-02-27', '2023-02-28', '2023-05-29', '2023-08-29'].map((day) => toQuarter(quarters, day))).toEqual([0, 0, 1, 1, 2])
  expect(toQuarters('2023-01-01', '2023-01-01')).toEqual(['2023-01-01'])
})

it('lets an owner of several addresses come with the first of them', () => {
  const firsts = [1, 5, 2, 4, 3].map((nth, place) => ({ account: account(nth), block: place + 1 }))
  // Accounts 3 and 5 are one owner's, whom 3 stands for; 4 does not count.
  const { order, leftOut } = toArrivals(firsts, new Set([account(4)]), new Map([[account(3), account(3)], [account(5), account(3)]]))
  expect(order).toEqual([{ account: account(1), block: 1 }, { account: account(3), block: 2 }, { account: account(2), block: 3 }])
  expect(leftOut).toBe(1)
})

it('adds up what is held by when it was first received', () => {
  // 250 come one a block; the first 150 in the first cohort. Each has as much as its number says, from 1.
  const order = Array.from({ length: 250 }, (_, place) => ({ account: account(place + 1), block: place }))
  const pool = account(900)
  const held = openHeldByArrival({ order, cohortOf: (place) => (place < 150 ? 0 : 1), cohorts: 2, leftOut: new Set([pool]), representatives: alone })
  held.change(new Map([...order.map(({ account }, place) => [account, BigInt(place + 1)] as const), [pool, 1000n]]))
  // 1 + … + n = n (n + 1) / 2: 150 → 11,325, 250 → 31,375, 100 → 5,050, 25 → 325. A hundredth of 250, rounded up, is three: 1 + 2 + 3.
  const first = held.measure()
  expect(first).toMatchObject({ held: 31_375n, cohorts: [11_325n, 20_050n], firstHundred: 5_050n, firstPercent: 6n })
  expect(first.tenths[0]).toBe(325n)
  // The last 25 have 226 to 250: 25 × 238.
  expect(first.tenths[9]).toBe(5_950n)
  expect(first.tenths.reduce((sum, amount) => sum + amount)).toBe(31_375n)
  expect(held.supply()).toBe(32_375n)

  // The first gives all to the last; of the pool's thousand 600 are the second's, 300 somebody's who never received any, and 100 the pool's own.
  held.change(new Map([[account(1), 0n], [account(250), 251n]]))
  const second = held.measure([{ account: account(2), amount: 600n }, { account: account(777), amount: 300n }, { account: pool, amount: 100n }])
  expect(second).toMatchObject({ held: 32_275n, cohorts: [11_924n, 20_051n], firstHundred: 5_649n, firstPercent: 605n })
  expect([held.heldOf(account(1)), held.heldOf(account(2)), held.heldOf(account(777))]).toEqual([0n, 602n, 300n])
  // What contracts hold for somebody is no part of the next month unless it still is.
  expect(held.measure().held).toBe(31_375n)
})

it('takes a balance below zero for nothing, and addresses of one owner together', () => {
  const representatives = new Map([[account(1), account(1)], [account(2), account(1)]])
  const held = openHeldByArrival({ order: [{ account: account(1), block: 1 }, { account: account(3), block: 2 }], cohortOf: () => 0, cohorts: 1, leftOut: nobody, representatives })
  held.change(new Map([[account(1), 4n], [account(2), 5n], [account(3), -2n]]))
  expect(held.measure()).toMatchObject({ held: 9n, cohorts: [9n], firstPercent: 9n })
  expect([held.heldOf(account(1)), held.balanceOf(account(3)), held.supply()]).toEqual([9n, 0n, 7n])
})

it('tells whom a distributor paid only where its balance fell by as much as they had', () => {
  const moves = [{ block: 1, change: 100n }, { block: 7, change: -30n }, { block: 8, change: -10n }, { block: 9, change: -5n }]
  const firsts = [
    { account: account(1), block: 7, balance: 10n }, { account: account(2), block: 7, balance: 15n },
    // Together 11, of a distributor that gave 10: at least one was paid by somebody else.
    { account: account(3), block: 8, balance: 4n }, { account: account(4), block: 8, balance: 7n },
    // Gave it on at once: nothing is known of what it received.
    { account: account(5), block: 9, balance: 0n },
  ]
  expect(toFirstTokens(moves, firsts)).toEqual([{ account: account(1), block: 7, amount: 10n }, { account: account(2), block: 7, amount: 15n }])
  expect(toPaidOut(moves)).toBe(45n)
})

it('counts as kept no more than what was received', () => {
  const receipts = [{ account: account(1), block: 1, amount: 10n }, { account: account(2), block: 1, amount: 10n }, { account: account(9), block: 1, amount: 50n }, { account: account(1), block: 5, amount: 4n }, { account: account(3), block: 6, amount: 8n }]
  const kept = openKeptReceipts(receipts, new Set([account(9)]), alone)
  const of = (held: Record<string, bigint>) => (holder: Address) => held[holder] ?? 0n
  // The first bought ten more, the second sold seven.
  expect(kept.measure({ day: '2023-01-31', block: 4 }, of({ [account(1)]: 20n, [account(2)]: 3n }))).toEqual({ day: '2023-01-31', block: 4, receivers: 2, holders: 2, received: 20n, kept: 13n })
  const later = of({ [account(1)]: 20n, [account(3)]: 5n })
  expect(kept.measure({ day: '2023-02-28', block: 9 }, later)).toEqual({ day: '2023-02-28', block: 9, receivers: 3, holders: 2, received: 32n, kept: 19n })
  expect(kept.count(later)).toEqual({ holdAll: 1, holdPart: 1, holdNothing: 1 })
  expect(kept.leftOut).toBe(1)
})

it('follows insiders by role, and what vesting pays out', () => {
  const insiders = toInsiders([label(1, 'team'), label(2, 'vesting', 'contract'), label(3, 'exchange'), label(4, 'treasury')])
  expect([...insiders]).toEqual([[account(1), 'team'], [account(2), 'vesting'], [account(4), 'treasury']])
  const changes = [[2, 1, 90n], [4, 1, 10n], [2, 5, 70n], [1, 5, 20n], [2, 6, 75n], [2, 8, 60n], [3, 8, 15n]] as const
  const ends = [{ day: '2023-01-31', block: 4, supply: 100n }, { day: '2023-02-28', block: 7, supply: 100n }, { day: '2023-03-31', block: 9, supply: 100n }]
  const months = toInsiderMonths(ends, insiders, changes.map(([nth, block, balance]) => ({ account: account(nth), block, balance })))
  expect(months.map(({ byRole: { team, vesting, treasury, investor }, paidOut }) => [team, vesting, treasury, investor, paidOut])).toEqual([
    [0n, 90n, 10n, 0n, 0n],
    // 20 were paid out and 5 put in.
    [20n, 75n, 10n, 0n, 20n],
    [20n, 60n, 10n, 0n, 15n],
  ])
})
