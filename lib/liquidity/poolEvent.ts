import type { TokenPair } from '../domain/pool'
import type { Address } from '../domain/address'
import type { Price, Range } from './positionAmounts'

type Owned = Range & { owner: Address }
type Managed<Kind> = { kind: Kind; tokenId: bigint; liquidity: bigint; amounts: TokenPair }

/** What a Uniswap v3 pool says, and what the manager of its position NFTs says of all pools. */
export type PoolEvent = { blockNumber: number; logIndex: number } & (
  | /** The pool: Initialize and Swap, after which its price is this */ ({ kind: 'price' } & Price)
  | /** The pool: liquidity came in, paid for by `sender` */ ({ kind: 'mint'; sender: Address; liquidity: bigint; amounts: TokenPair } & Owned)
  | /** The pool: liquidity went out, its amounts are owed from now on */ ({ kind: 'burn'; liquidity: bigint; amounts: TokenPair } & Owned)
  | /** The pool: what was owed was paid out */ ({ kind: 'collect'; amounts: TokenPair } & Owned)
  | /** The pool: tokens were lent within one call, and so much was paid above what was lent */ { kind: 'flash'; paid: TokenPair }
  | /** The pool: the protocol takes one of so many parts of the fees in each token from now on, 0 for none */ { kind: 'feeProtocol'; parts: TokenPair }
  | /** The pool: the protocol's fees were paid out */ { kind: 'protocolPayout'; amounts: TokenPair }
  | /** The manager: IncreaseLiquidity, DecreaseLiquidity */ Managed<'increase'>
  | Managed<'decrease'>
  | /** The manager: Collect */ { kind: 'payout'; tokenId: bigint; amounts: TokenPair }
  | /** A contract that keeps NFTs for others: whose one is from now on; null where it is about to leave */ { kind: 'kept'; keeper: Address; tokenId: bigint; owner: Address | null }
  | /** The manager: Transfer of an NFT, from the zero address where it is new */ { kind: 'transfer'; tokenId: bigint; from: Address; to: Address }
)
