import type { TokenPair } from '../domain/pool'
import type { Address } from '../domain/address'
import { NftHandovers, type NftHandover } from './nftHandovers'
import { NftMatcher, type Deposit } from './nftMatcher'
import type { PoolEvent } from './poolEvent'
import type { Price, Range } from './positionAmounts'
import { addPair, noTokens } from './tokenPair'

/** Liquidity of one owner in one range of a Uniswap v3 pool, and what went in and out of it. */
export interface Position extends Range {
  /** The number of its NFT; null where the owner stands in the pool's own books */
  tokenId: bigint | null
  /** The zero address once the NFT is burned. The manager itself, without a number: liquidity that somebody else put under its name, for ever. */
  owner: Address
  liquidity: bigint
  /** What it cost to put liquidity in */
  deposited: TokenPair
  /** What was owed for liquidity taken out, without fees */
  withdrawn: TokenPair
  /** What was paid out, of withdrawn amounts and of fees */
  collected: TokenPair
}

/** What a pool's events say of it. Positions stand under `toPositionKey`. */
export interface PoolBooks {
  /** null before the pool is initialised */
  price: Price | null
  positions: Map<string, Position>
}

/**
 * Where a position stands in `PoolBooks`: by the number of its NFT, else by owner and range, as in the pool.
 *
 * @example toPositionKey({tokenId: 5n, …}) // '5'
 */
export const toPositionKey = ({ tokenId, owner, tickLower, tickUpper }: Pick<Position, 'tokenId' | 'owner' | 'tickLower' | 'tickUpper'>) =>
  tokenId === null ? `${owner}/${tickLower}/${tickUpper}` : String(tokenId)

/**
 * Folds the events of one pool, and of the manager of position NFTs that serves it and others, into positions. `NftMatcher` tells which NFTs are of
 * this pool, `NftHandovers` whose they are; the manager's own Burn and Collect in the pool are told by its DecreaseLiquidity and Collect.
 *
 * @param books from an earlier call, which ended with a whole block; changed in place
 * @param events in the chain's order, of other pools' NFTs too
 * @param manager null where the pool's wrapper names none: every owner then stands in the pool's own books
 * @example foldPositions({price: null, positions: new Map()}, [], null) // the same, nothing in it
 */
export function foldPositions(books: PoolBooks, events: Iterable<PoolEvent>, manager: Address | null): PoolBooks {
  const { positions } = books
  const matcher = new NftMatcher(manager, (tokenId) => positions.has(String(tokenId)))

  const open = (place: Omit<Position, 'liquidity' | 'deposited' | 'withdrawn' | 'collected'>): Position => {
    const key = toPositionKey(place)
    const { tokenId, owner, tickLower, tickUpper } = place
    const opened = positions.get(key) ?? { tokenId, owner, tickLower, tickUpper, liquidity: 0n, deposited: noTokens, withdrawn: noTokens, collected: noTokens }
    positions.set(key, opened)
    return opened
  }
  const deposit = ({ mint, nft }: Deposit) => {
    const position = open({ ...mint, tokenId: nft?.tokenId ?? null, owner: nft?.owner ?? mint.owner })
    position.liquidity += mint.liquidity
    position.deposited = addPair(position.deposited, mint.amounts)
  }
  const handovers = new NftHandovers()
  const handOn = ({ tokenId, to }: NftHandover) => {
    const position = positions.get(String(tokenId))
    if (position) position.owner = to
  }
  const withdraw = (position: Position, { liquidity, amounts }: { liquidity: bigint; amounts: TokenPair }) => {
    position.liquidity -= liquidity
    position.withdrawn = addPair(position.withdrawn, amounts)
  }

  for (const event of events) {
    for (const each of matcher.take(event)) deposit(each)
    for (const each of handovers.take(event)) handOn(each)
    if (event.kind === 'price') books.price = { sqrtPrice: event.sqrtPrice, tick: event.tick }
    else if (event.kind === 'burn' || event.kind === 'collect') {
      if (event.owner === manager) continue
      const position = open({ ...event, tokenId: null })
      if (event.kind === 'burn') withdraw(position, event)
      else position.collected = addPair(position.collected, event.amounts)
    } else if (event.kind === 'decrease' || event.kind === 'payout') {
      const position = positions.get(String(event.tokenId))
      if (!position) continue
      if (event.kind === 'decrease') withdraw(position, event)
      else position.collected = addPair(position.collected, event.amounts)
    }
  }
  for (const each of matcher.end()) deposit(each)
  for (const each of handovers.end()) handOn(each)
  return books
}

