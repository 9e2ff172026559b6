import { toRatio } from '../domain/amount'
import type { Staker } from './stakers'

/** A staker with what its transactions at the contract cost: wei, and the same in reward tokens at the price of each day; null where that is not known. */
export interface StakerCost extends Staker {
  gasWei: bigint | null
  gasInRewards: bigint | null
}

/** A tenth of all stakers, by size. */
export interface FarmingDecile {
  /** 1: the smallest, 10: the largest */
  decile: number
  stakers: number
  /** Σ of the most that each had staked at once */
  peak: bigint
  stakeSeconds: bigint
  rewards: bigint
  /** null where one staker's is not known */
  gasWei: bigint | null
  gasInRewards: bigint | null
  /** Rewards for one staked, over a year; null where nothing stood long enough to earn */
  beforeGas: number | null
  /** The same of what gas left of them; null where gas is not known */
  afterGas: number | null
}

export type FarmingDeciles = { status: 'ok'; deciles: readonly FarmingDecile[] } | { status: 'undefined'; reason: 'fewStakers' }

/** So many stakers make ten groups of three at least. */
export const fewestStakers = 30

const yearSeconds = 31_557_600

/**
 * Rewards by size of stake: ten groups of stakers of (nearly) the same number, the smallest first; of n the group g of 0 to 9 has those at the places
 * from ⌊g·n/10⌋ up to and without ⌊(g + 1)·n/10⌋. Size is the most that an account had staked at once.
 *
 * Return = rewards ÷ Σ stake · years, with everybody's stake weighed by the time that it stood: what one staked token earned in a year, in reward
 * tokens, or, where it is known what a staked token is worth, as a share of that. After gas: less what the transactions cost.
 *
 * @param stakers those who never staked are left out: they were paid for nothing that is known
 * @param worth what one smallest unit of the stake is worth in smallest units of the reward, as a fraction; absent where it is not known: then as if it were 1
 * @returns undefined with fewer than 30
 * @example toFarmingDeciles(stakers).status // 'undefined' of 29 stakers
 */
export function toFarmingDeciles(stakers: readonly StakerCost[], worth: { rewards: bigint; stake: bigint } | null = null): FarmingDeciles {
  const groups = toTenths(stakers)
  if (!groups) return { status: 'undefined', reason: 'fewStakers' }
  return { status: 'ok', deciles: groups.map((group, place) => toDecile(group, place + 1, worth)) }
}

/**
 * Stakers in ten groups, the smallest first; null of fewer than 30.
 *
 * @example toTenths(thirty)?.map(({ length }) => length) // [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]
 */
export function toTenths<One extends Staker>(stakers: readonly One[]): One[][] | null {
  const smallestFirst = stakers.filter(({ peak }) => peak > 0n).sort((a, b) => (a.peak < b.peak ? -1 : a.peak > b.peak ? 1 : a.account < b.account ? 1 : -1))
  if (smallestFirst.length < fewestStakers) return null
  const start = (group: number) => Math.floor((group * smallestFirst.length) / 10)
  return Array.from({ length: 10 }, (_, group) => smallestFirst.slice(start(group), start(group + 1)))
}

function toDecile(group: readonly StakerCost[], decile: number, worth: { rewards: bigint; stake: bigint } | null): FarmingDecile {
  const sum = (of: (staker: StakerCost) => bigint) => group.reduce((total, staker) => total + of(staker), 0n)
  const sumKnown = (of: (staker: StakerCost) => bigint | null) => group.reduce<bigint | null>((total, staker) => addKnown(total, of(staker)), 0n)
  const [stakeSeconds, rewards, gasInRewards] = [sum((one) => one.stakeSeconds), sum((one) => one.rewards), sumKnown((one) => one.gasInRewards)]
  const invested = stakeSeconds * (worth?.rewards ?? 1n)
  const toYearly = (earned: bigint) => (invested > 0n ? toRatio(earned * BigInt(yearSeconds) * (worth?.stake ?? 1n), invested) : null)
  return {
    decile,
    stakers: group.length,
    peak: sum((one) => one.peak),
    stakeSeconds,
    rewards,
    gasWei: sumKnown((one) => one.gasWei),
    gasInRewards,
    beforeGas: toYearly(rewards),
    afterGas: gasInRewards === null ? null : toYearly(rewards - gasInRewards),
  }
}

/** A sum of which one part is not known is not known. @example addKnown(1n, null) // null */
export const addKnown = (one: bigint | null, other: bigint | null): bigint | null => (one === null || other === null ? null : one + other)
