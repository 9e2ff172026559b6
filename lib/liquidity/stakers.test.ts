import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toRewardMonths } from './rewardMonths'
import { toStakers, type StakeChange, type StakeRecord } from './stakers'

const account = (nth: number) => `0x${String(nth).padStart(40, '0')}` as Address
const contract = account(999)
const [ann, bob] = [account(1), account(2)]

const change = (who: Address, blockNumber: number, amount: bigint, logIndex = 0): StakeChange => ({ account: who, blockNumber, logIndex, change: amount })
const paid = (who: Address, blockNumber: number, amount: bigint) => ({ contract, account: who, token: contract, amount, blockNumber, logIndex: 9 })
/** A block every ten seconds */
const toRecord = (record: Partial<StakeRecord>): StakeRecord => ({ changes: [], payments: [], timeOf: (block) => block * 10, end: { block: 100, timestamp: 1000 }, ...record })

describe('stakers', () => {
  it('weigh each stake by the time that it stood, after whole blocks', () => {
    const changes = [change(ann, 10, 4n), change(bob, 10, 5n), change(ann, 20, 2n), change(bob, 30, -5n), change(ann, 40, 90n, 1), change(ann, 40, -90n, 2)]
    // ann: 4 for 100 s, then 6 for the 800 s from 200 to 1000; the 90 came and went within a block. bob: 5 for 200 s.
    expect(toStakers(toRecord({ changes, payments: [paid(ann, 50, 7n), paid(bob, 30, 1n), paid(ann, 60, 3n)] }))).toEqual([
      { account: ann, peak: 6n, stake: 6n, stakeSeconds: 4n * 100n + 6n * 800n, rewards: 10n, payments: 2 },
      { account: bob, peak: 5n, stake: 0n, stakeSeconds: 1000n, rewards: 1n, payments: 1 },
    ])
  })

  it('are looked at up to a block: what comes later is left out', () => {
    const record = toRecord({ changes: [change(ann, 10, 4n), change(ann, 20, 4n)], payments: [paid(ann, 15, 1n), paid(ann, 21, 1n)], end: { block: 15, timestamp: 150 } })
    expect(toStakers(record)).toEqual([{ account: ann, peak: 4n, stake: 4n, stakeSeconds: 200n, rewards: 1n, payments: 1 }])
  })

  it('cannot take back more than they put in; whoever is paid without a stake is there with none', () => {
    expect(() => toStakers(toRecord({ changes: [change(ann, 10, 4n), change(ann, 11, -5n)] }))).toThrow('takes back 1 more')
    expect(toStakers(toRecord({ payments: [paid(bob, 15, 1n)] }))).toEqual([{ account: bob, peak: 0n, stake: 0n, stakeSeconds: 0n, rewards: 1n, payments: 1 }])
  })
})

describe('rewards by month', () => {
  const day = 86_400
  const april = Date.UTC(2026, 3, 1) / 1000
  /** A block a day from 1 April 2026 on */
  const timeOf = (block: number) => april + block * day
  const end = { block: 100, timestamp: april + 100 * day }
  // 30 stakers: three have 70 each, the others 1 each, i.e. 210 of 237 are the largest tenth's.
  const changes = Array.from({ length: 30 }, (_, nth) => change(account(nth + 1), 0, nth < 3 ? 70n : 1n, nth))

  it('say how much went to those who already were among the largest tenth', () => {
    const payments = [paid(account(1), 2, 200n), paid(account(9), 5, 37n), paid(account(2), 31, 79n)]
    expect(toRewardMonths({ changes, payments, timeOf, end })).toEqual([
      // 200 · 210 / 237 = 177.2…, 37 · 210 / 237 = 32.7…, each rounded down
      { month: '2026-04', timestamp: april, rewards: 237n, ranked: 237n, toLargest: 200n, byStake: 177n + 32n },
      // 79 · 210 / 237 = 70
      { month: '2026-05', timestamp: april + 30 * day, rewards: 79n, ranked: 79n, toLargest: 79n, byStake: 70n },
    ])
  })

  it('count the stake with which the day began: whoever leaves when it is paid still had it', () => {
    const leaving = [...changes, change(account(1), 2, -70n, 40)]
    expect(toRewardMonths({ changes: leaving, payments: [paid(account(1), 2, 5n)], timeOf, end })[0]).toMatchObject({ ranked: 5n, toLargest: 5n })
    // 29 are left, too few for tenths.
    expect(toRewardMonths({ changes: leaving, payments: [paid(account(2), 3, 5n)], timeOf, end })[0]).toMatchObject({ rewards: 5n, ranked: 0n, toLargest: 0n })
  })
})
