import type { Address } from '../domain/address'
import type { TokenPair } from '../domain/pool'
import type { FeeAccount } from './feeAccount'
import { grownBy } from './feeGrowth'
import type { PoolAccount } from './poolCore'
import type { Growth } from './poolTicks'
import type { Range } from './positionAmounts'

/** Liquidity that was put in in the newest block that the position was touched in: it may be gone before the block ends. */
interface FreshLiquidity {
  blockNumber: number
  liquidity: bigint
  inside: TokenPair
}

/** Liquidity of one provider in one range of a Uniswap v3 pool, what it cost and what it has earned. */
export interface ProviderPosition extends Range {
  /** Where it stands in the book */
  key: string
  /** The number of its NFT; null where the owner stands in the pool's own books */
  tokenId: bigint | null
  owner: Address
  liquidity: bigint
  /** What is owed beside it: of an NFT as the manager keeps it, of an owner in the pool's books as the pool does */
  account: FeeAccount
  /** Where the pool keeps it: all NFTs of a range are one there */
  inPool: PoolAccount
  /** What was paid in for the liquidity that is left */
  basis: TokenPair
  /** Of what is owed: amounts that were taken out and not fetched, and fees that count as a former owner's */
  notFees: TokenPair
  /** Growth inside the range when each was last reckoned */
  last: Growth
  fresh: FreshLiquidity[]
}

/**
 * Whether a position's liquidity is in use at a tick.
 *
 * @example isInRange({ tickLower: -60, tickUpper: 60 }, 60) // false: a range ends before its upper tick
 */
export const isInRange = ({ tickLower, tickUpper }: Range, tick: number): boolean => tick >= tickLower && tick < tickUpper

/**
 * The part of what was paid in that ends with a part of a position's liquidity, rounded down; with the last of it, all that is left.
 *
 * @example splitBasis({ basis: [10n, 5n], liquidity: 3n }, 1n) // [3n, 1n]
 */
export function splitBasis({ basis: [basis0, basis1], liquidity }: Pick<ProviderPosition, 'basis' | 'liquidity'>, part: bigint): TokenPair {
  return part === liquidity ? [basis0, basis1] : [(basis0 * part) / liquidity, (basis1 * part) / liquidity]
}

/**
 * Takes liquidity out of what was put in in the same block, the newest first.
 *
 * @returns the fees that it has earned meanwhile: nothing where none of it was put in in this block
 * @example takeFresh(position, 7, 10n, [2n ** 128n, 0n]) // [10n, 0n], where all 10 came in at a growth of [0n, 0n]
 */
export function takeFresh(position: ProviderPosition, blockNumber: number, liquidity: bigint, inside: TokenPair): TokenPair {
  let [fees0, fees1] = [0n, 0n]
  let left = liquidity
  while (left > 0n) {
    const newest = position.fresh.at(-1)
    if (newest?.blockNumber !== blockNumber) break
    const part = newest.liquidity < left ? newest.liquidity : left
    fees0 += grownBy(part, inside[0], newest.inside[0])
    fees1 += grownBy(part, inside[1], newest.inside[1])
    left -= part
    newest.liquidity -= part
    if (newest.liquidity === 0n) position.fresh.pop()
  }
  return [fees0, fees1]
}

/**
 * Remembers what was put in in a block, and forgets what was put in in those before: it stays.
 *
 * @example putFresh(position, { blockNumber: 7, liquidity: 10n, inside: [0n, 0n] }) // position.fresh.length is 1
 */
export function putFresh(position: ProviderPosition, fresh: FreshLiquidity): void {
  if (position.fresh[0]?.blockNumber !== fresh.blockNumber) position.fresh = []
  position.fresh.push(fresh)
}
