import type { Address } from './address'

/** Amounts of a pool's two tokens, token0's first, in smallest units. */
export type TokenPair = readonly [bigint, bigint]

/** A token that a pool trades, as its contract says: its symbol is whoever deployed it's text, data and never markup. */
export interface PoolToken {
  address: Address
  symbol: string
  decimals: number
}

/** Where a pool is and what reads it, as a protocol's file says. */
export interface PoolPlace {
  /** Id of a pool source in lib/sources/pools */
  source: string
  chainId: number
  address: Address
  name: string
  /** The block in which it was created, or an earlier one */
  firstBlock: number
  /** Other contracts that its source asks, by the name that the source gives them, as in { positionManager } */
  contracts: Readonly<Record<string, Address>>
  /** Where it is not its source's usual one, nor told by its contract */
  feePpm?: number
}

/** What never changes of a pool: asked of the contract once and kept. */
export interface PoolFacts extends PoolPlace {
  tokens: readonly [PoolToken, PoolToken]
  /** Millionths of what a swap pays in: 3000 is 0.3 % */
  feePpm: number
  /** Which of the two tokens values are told in: dollars before wrapped ether before any other that is not the protocol's own */
  quote: 0 | 1
}

/** What money values are told in: the pool's quote token, ether (wei), and dollars in units of 10⁻¹⁸. */
export const currencies = ['quote', 'ether', 'dollar'] as const
export type Currency = (typeof currencies)[number]

/**
 * What a pool's token0 cost on one UTC day, in token1: smallest units of token1 for one smallest unit of token0, times 2¹²⁸. `mean` gives each of
 * the day's blocks the same weight; `close` is the price at the day's last block. Blocks before the pool's first price weigh nothing.
 */
export interface PoolDayPrice {
  /** As in 2026-04-01 */
  day: string
  /** The day's last block */
  block: number
  mean: bigint
  close: bigint
}

/** What a pool was at the end of a day, or at the block of a reading. Sums count from its first block on. */
export interface PoolState {
  block: number
  /** null before its first price */
  price: bigint | null
  /** What its positions are worth, without fees that are not paid out */
  amounts: TokenPair
  /** Liquidity in use at the price */
  liquidity: bigint
  /** What swaps paid in, fees included */
  volume: TokenPair
  /** What swaps and flash loans paid in fees, the protocol's part included */
  fees: TokenPair
  protocolFees: TokenPair
  /** Fees that went to liquidity which nobody owns: locked for ever, or none was in use */
  unownedFees: TokenPair
  /** Fees of liquidity that was put in and taken out within one block */
  justInTimeFees: TokenPair
}
