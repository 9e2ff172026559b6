import type { Address } from '../domain/address'
import type { RewardPayment } from '../domain/provider'

/** What an account put in (positive) or took back (negative). */
export interface StakeChange {
  account: Address
  blockNumber: number
  logIndex: number
  change: bigint
}

/** One account that staked, from its first stake to a moment. */
export interface Staker {
  account: Address
  /** Most that it had staked at once, after whole blocks: the size by which stakers are ordered */
  peak: bigint
  /** What it has staked at the end */
  stake: bigint
  /** Σ stake · seconds that it stood */
  stakeSeconds: bigint
  rewards: bigint
  payments: number
}

/** Stakes and payments of one contract, in the chain's order, up to a block. */
export interface StakeRecord {
  changes: readonly StakeChange[]
  payments: readonly RewardPayment[]
  /** Unix seconds of a block; those of one block are the same, later blocks come later */
  timeOf: (block: number) => number
  end: { block: number; timestamp: number }
}

/**
 * Who staked, how much at most, how long, and what it was paid for it. Stakes count after whole blocks: what was put in and taken back within one
 * earned nothing and is no stake.
 *
 * @returns everybody who ever staked or was paid, largest peak first, ties by address
 * @throws RangeError where more is taken back than was put in
 * @example
 * // 4 stand for 10 seconds, then 6 for 5: 4 · 10 + 6 · 5 = 70
 * toStakers({ changes: [{ account, blockNumber: 1, logIndex: 0, change: 4n }, { account, blockNumber: 2, logIndex: 0, change: 2n }], payments: [],
 *   timeOf: (block) => block * 10, end: { block: 3, timestamp: 25 } }) // [{ account, peak: 6n, stake: 6n, stakeSeconds: 70n, … }]
 */
export function toStakers({ changes, payments, timeOf, end }: StakeRecord): Staker[] {
  const stakers = new Map<Address, Staker & { block: number }>()
  const open = (account: Address, block: number) => {
    let staker = stakers.get(account)
    if (!staker) stakers.set(account, (staker = { account, peak: 0n, stake: 0n, stakeSeconds: 0n, rewards: 0n, payments: 0, block }))
    return staker
  }
  /** What has stood since the block of the last change stands until this moment. */
  const settle = (staker: Staker & { block: number }, timestamp: number) => {
    if (staker.stake > staker.peak) staker.peak = staker.stake
    staker.stakeSeconds += staker.stake * BigInt(Math.max(0, timestamp - timeOf(staker.block)))
  }
  for (const { account, blockNumber, change } of changes) {
    if (blockNumber > end.block) break
    const staker = open(account, blockNumber)
    if (blockNumber !== staker.block) {
      settle(staker, timeOf(blockNumber))
      staker.block = blockNumber
    }
    staker.stake += change
    if (staker.stake < 0n) throw new RangeError(`toStakers: in block ${blockNumber} ${account} takes back ${-staker.stake} more than it put in`)
  }
  for (const staker of stakers.values()) settle(staker, end.timestamp)
  for (const { account, amount, blockNumber } of payments) {
    if (blockNumber > end.block) break
    const staker = open(account, blockNumber)
    staker.rewards += amount
    staker.payments++
  }
  return [...stakers.values()].map(({ block: _, ...staker }) => staker).sort(byPeak)
}

const byPeak = (one: Staker, other: Staker) => (one.peak > other.peak ? -1 : one.peak < other.peak ? 1 : one.account < other.account ? -1 : 1)
