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

/** What a pool is and what it has been, read at one block. */
export interface PoolReading {
  block: Block
  /** The newest day that has a price: its mean is the mark. null before the first price */
  markDay: string | null
  /** null where no route of prices leads to a currency: the gaps say which */
  marks: Readonly<Record<Currency, PoolMark | null>>
  state: PoolState
  concentration: PoolConcentration
  gaps: readonly Gap[]
}
