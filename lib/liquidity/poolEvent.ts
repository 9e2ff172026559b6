import type { Address } from '../domain/address'
import type { Amounts, Price, Range } from './positionAmounts'

type Owned = Range & { owner: Address }

/** What a Uniswap v3 pool says, and what the manager of its position NFTs says of all pools. */
export type PoolEvent = { blockNumber: number; logIndex: number } & (
  | /** The pool: Initialize and Swap, after which its price is this */ ({ kind: 'price' } & Price)
  | /** The pool: liquidity came in, paid for by `sender` */ ({ kind: 'mint'; sender: Address; liquidity: bigint; amounts: Amounts } & Owned)
  | /** The pool: liquidity went out, its amounts are owed from now on */ ({ kind: 'burn'; liquidity: bigint; amounts: Amounts } & Owned)
  | /** The pool: what was owed was paid out */ ({ kind: 'collect'; amounts: Amounts } & Owned)
  | /** The manager: IncreaseLiquidity, DecreaseLiquidity */ { kind: 'increase' | 'decrease'; tokenId: bigint; liquidity: bigint; amounts: Amounts }
  | /** The manager: Collect */ { kind: 'payout'; tokenId: bigint; amounts: Amounts }
  | /** The manager: Transfer of an NFT, from the zero address where it is new */ { kind: 'transfer'; tokenId: bigint; from: Address; to: Address }
)
