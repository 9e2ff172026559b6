import type { Address } from './address'
import type { MetricResult } from './metric'
import type { Currency, PoolState, TokenPair } from './pool'
import type { Block, Gap } from './snapshot'

/** How a pool's liquidity is shared among its providers. Metrics by id; their denominator is all that providers have. */
export interface PoolConcentration {
  /** Who has liquidity in it, and who has some in use at the price */
  providers: number
  inRangeProviders: number
  /** By what it is worth, without fees */
  byValue: Readonly<Record<string, MetricResult>>
  /** By liquidity in use at the price */
  byInRange: Readonly<Record<string, MetricResult>>
}

/** A pool at the end of a UTC day. */
export interface PoolDay {
  /** As in 2026-04-01 */
  day: string
  state: PoolState
  concentration: PoolConcentration
}

/** What a pool's two tokens are worth in one currency at the mark: its smallest units for one smallest unit of the token, times 2¹²⁸. */
export interface PoolMark {
  values: TokenPair
  /** Pools whose prices it was reckoned with, from the pool itself on */
  path: readonly Address[]
}

/** Which of a pool's largest providers are contracts: for whom these have what they have is not known. */
export interface ContractProviders {
  /** How many were asked, the largest by what they have in now */
  asked: number
  /** What each is by what it answers: 'contract' where that says nothing. Safes are none */
  contracts: readonly { account: Address; name: string }[]
  /**
   * Contracts that have positions in a Uniswap v3 pool and give out shares of their own for them: who is looked through (what it has stands under those who
   * have its shares), whose shares could not be believed, and who was found now and is looked through from the next reading on. Absent where there are none
   */
  managers?: readonly { account: Address; status: ManagerStatus }[]
}

export const managerStatuses = ['lookedThrough', 'unbelieved', 'found'] as const
export type ManagerStatus = (typeof managerStatuses)[number]

/** What a pool is and what it has been, read at one block. */
export interface PoolReading {
  block: Block
  /** The newest day that has a price: its mean is the mark. null before the first price */
  markDay: string | null
  /** null where no route of prices leads to a currency: the gaps say which */
  marks: Readonly<Record<Currency, PoolMark | null>>
  state: PoolState
  concentration: PoolConcentration
  /** Absent from readings of before it was asked */
  contractProviders?: ContractProviders
  gaps: readonly Gap[]
}
