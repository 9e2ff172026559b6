import { expect, it } from 'vitest'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Bond, NetworkBook } from '../../sources/delegatedStakes/stakeNetworkSource'
import { openNetworkTally } from './networkTally'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const [one, two, ann, bob] = [at(1), at(2), at(3), at(4)]
const logAt = (blockNumber: number) => ({ blockNumber }) as Log

/** Bonds as they stand after each block, and one earning for each of them. */
function bookOf(kept: bigint | null): NetworkBook {
  const stands: Bond[][] = [[], [{ account: one, operator: one, amount: 60n }, { account: ann, operator: one, amount: 20n }, { account: bob, operator: two, amount: 20n }]]
  let now: Bond[] = []
  return {
    add: ({ blockNumber }) => {
      now = stands[Math.min(blockNumber, 1)]!
      return blockNumber === 0 ? null : { operator: blockNumber % 2 === 0 ? two : one, kind: blockNumber > 3 ? 'fees' : 'rewards', amount: BigInt(10 * blockNumber), kept, blockNumber }
    },
    bonds: () => now,
    earned: () => null,
  }
}

it('adds up who has what is bonded and who earned what, by month, by year and since ever', () => {
  const tally = openNetworkTally(bookOf(1n), 2)
  tally.add(logAt(0))
  // Nobody has bonded yet: a month before the first stake is none.
  tally.close('2025-12-31', 0)
  for (const block of [1, 2]) tally.add(logAt(block))
  tally.close('2026-01-31', 2)
  for (const block of [3, 4]) tally.add(logAt(block))
  tally.close('2026-02-28', 4)
  const { operators, byOperator, byDelegator, months, rewardsOfYear, feesOfYear, earnedByDelegator } = tally.end()
  // Of 100 bonded, 80 are at the first: 0.8² + 0.2² = 0.68; 60, 20 and 20 of three delegators: 0.36 + 0.04 + 0.04 = 0.44.
  expect([byOperator, byDelegator]).toMatchObject([{ count: 2, total: 100n, largest: 0.8, hhi: 0.68 }, { count: 3, total: 100n, hhi: 0.44 }])
  expect(operators).toEqual([
    { account: one, stake: 80n, own: 60n, delegators: 1, rewards: 40n, kept: 2n, rewardsOfYear: 30n, fees: 0n, feesOfYear: 0n },
    { account: two, stake: 20n, own: 0n, delegators: 1, rewards: 20n, kept: 1n, rewardsOfYear: 0n, fees: 40n, feesOfYear: 40n },
  ])
  expect(months.map(({ day, rewards, fees }) => [day, rewards.total, fees.total])).toEqual([['2026-01-31', 30n, 0n], ['2026-02-28', 30n, 40n]])
  expect([rewardsOfYear.total, feesOfYear.total, earnedByDelegator]).toEqual([30n, 40n, null])
})

it('what an operator keeps is not known where one reward does not tell', () => {
  const tally = openNetworkTally(bookOf(null), 0)
  tally.add(logAt(1))
  expect(tally.end().operators[0]).toMatchObject({ account: one, rewards: 10n, kept: null })
})
