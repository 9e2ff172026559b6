import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import type { Address } from '../../domain/address'
import type { PoolFacts, PoolPlace, PoolState } from '../../domain/pool'
import type { Wrapper } from '../../domain/protocol'
import type { Gap } from '../../domain/snapshot'
import type { ProviderFlow, ProviderHolding, ProviderRange } from '../../domain/provider'
import type { Text } from '../../domain/text'
import type { LogFilter } from '../source'

/** What a provider's liquidity weighs on a day of history: doubles, for concentration alone. */
export interface ProviderWeight {
  account: Address
  /** Value without fees, in smallest units of the quote token */
  value: number
  /** Liquidity in use at the price */
  inRange: number
}

/**
 * A pool's logs as they add up, in the order of the chain. It goes on where it ended and is asked at the ends of whole blocks. All of it follows
 * from logs: nothing is asked of the chain.
 */
export interface PoolBook {
  /** Whole blocks, those after the ones that came before. Of the pool and of everything that `PoolSource.logs` names */
  add(logs: readonly Log[]): void
  /** The flows since the last call, in the chain's order */
  takeFlows(): ProviderFlow[]
  /** What the pool is after all logs that were added; `block` is what it is called */
  state(block: number): PoolState
  /** Who has something in: liquidity, or fees not paid out */
  holdings(): ProviderHolding[]
  ranges(): ProviderRange[]
  weights(): ProviderWeight[]
  /** What the logs say of the pool that cannot be: its figures are wrong by that */
  gaps(): Gap[]
  /** Who has what a contract keeps, and which part of an amount is each one's; null of an account that keeps nothing for others */
  ownersOf(contract: Address, amount: bigint): { account: Address; part: bigint }[] | null
  /** Whether stakes in a contract that keeps the pool's shares were of these in a block, and not of others for which it exchanged them */
  isKept(contract: Address, block: number): boolean
}

/** A family of pools: which logs tell who provided what and what it earned. Its id is its file name, and that of its source in the registry above. */
export interface PoolSource {
  id: string
  name: Text
  /** What its figures rest on, in one or two sentences */
  description: Text
  /**
   * Logs that it folds: the pool's own, those of the manager of its positions, and those of contracts that keep its shares for others.
   *
   * Logs that tell prices stand in a filter of their own, with what never is a flow: no transaction is kept with those.
   *
   * @param wrappers of the protocol: of them those that keep the pool's shares count, see `toShareKeepers`
   */
  logs: (pool: PoolPlace, wrappers: readonly Wrapper[]) => readonly LogFilter[]
  /** The fee of a pool of which nothing says another; null where its contract says it */
  usualFeePpm: number | null
  /** First topics of the pool's own logs that tell its price: all that is kept of a pool that is followed for its price alone */
  priceTopics: readonly `0x${string}`[]
  /** Tokens and fee, asked of the contract at a block; `quote` is chosen by whoever knows what is money. @throws where one cannot be read */
  readFacts: (pool: PoolPlace, reader: Pick<ChainReader, 'readContracts'>, blockNumber: number) => Promise<Omit<PoolFacts, 'quote'>>
  /** The price after a log, token1 for token0 in smallest units times 2¹²⁸; null where it tells none */
  toPrice: (log: Log) => bigint | null
  /** An empty book */
  open: (pool: PoolFacts, wrappers: readonly Wrapper[]) => PoolBook
}
