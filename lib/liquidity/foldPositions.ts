import { zeroAddress, type Address } from '../domain/address'
import type { PoolEvent } from './poolEvent'
import type { Amounts, Price, Range } from './positionAmounts'

/** Liquidity of one owner in one range of a Uniswap v3 pool, and what went in and out of it. */
export interface Position extends Range {
  /** The number of its NFT; null where the owner stands in the pool's own books */
  tokenId: bigint | null
  /** The zero address once the NFT is burned. The manager itself, without a number: liquidity that somebody else put under its name, for ever. */
  owner: Address
  liquidity: bigint
  /** What it cost to put liquidity in */
  deposited: Amounts
  /** What was owed for liquidity taken out, without fees */
  withdrawn: Amounts
  /** What was paid out, of withdrawn amounts and of fees */
  collected: Amounts
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

type Mint = Extract<PoolEvent, { kind: 'mint' }>

/**
 * Folds the events of one pool, and of the manager of position NFTs that serves it and others, into positions.
 *
 * The manager's events do not name a pool. An NFT is of this pool when its IncreaseLiquidity is the log right behind a Mint of this pool by
 * the manager, with the same liquidity and amounts, where a new NFT's Transfer from the zero address stands between the two. The manager
 * writes them one after the other in one call (NonfungiblePositionManager.mint and increaseLiquidity of v3-periphery), so it is exact.
 * Its own Burn and Collect in the pool are told by its DecreaseLiquidity and Collect.
 *
 * @param books from an earlier call, which ended with a whole block; changed in place
 * @param events in the chain's order, of other pools' NFTs too
 * @param manager null where the pool's wrapper names none: every owner then stands in the pool's own books
 * @example foldPositions({price: null, positions: new Map()}, [], null) // the same, nothing in it
 */
export function foldPositions(books: PoolBooks, events: Iterable<PoolEvent>, manager: Address | null): PoolBooks {
  const { positions } = books
  /** A Mint by the manager whose IncreaseLiquidity is still to come, and the Transfer of a new NFT behind it. */
  let waiting: { mint: Mint; next: number; created: Extract<PoolEvent, { kind: 'transfer' }> | null } | null = null

  const open = (place: Omit<Position, 'liquidity' | 'deposited' | 'withdrawn' | 'collected'>): Position => {
    const key = toPositionKey(place)
    const { tokenId, owner, tickLower, tickUpper } = place
    const opened = positions.get(key) ?? { tokenId, owner, tickLower, tickUpper, liquidity: 0n, deposited: none, withdrawn: none, collected: none }
    positions.set(key, opened)
    return opened
  }
  const deposit = (position: Position, { liquidity, amounts }: Mint) => {
    position.liquidity += liquidity
    position.deposited = add(position.deposited, amounts)
  }
  const withdraw = (position: Position, { liquidity, amounts }: { liquidity: bigint; amounts: Amounts }) => {
    position.liquidity -= liquidity
    position.withdrawn = add(position.withdrawn, amounts)
  }
  /** @returns whether the event goes on with the Mint that is waiting */
  const goesOn = (event: PoolEvent): boolean => {
    if (!waiting || event.blockNumber !== waiting.mint.blockNumber || event.logIndex !== waiting.next) return false
    const { mint, created } = waiting
    if (event.kind === 'transfer' && event.from === zeroAddress && !created) {
      waiting = { mint, next: event.logIndex + 1, created: event }
      return true
    }
    if (event.kind !== 'increase' || event.liquidity !== mint.liquidity || !equal(event.amounts, mint.amounts)) return false
    if (created && created.tokenId !== event.tokenId) return false
    const { tokenId } = event
    const position = created ? open({ ...mint, tokenId, owner: created.to }) : positions.get(String(tokenId))
    if (!position) return false
    deposit(position, mint)
    waiting = null
    return true
  }
  const giveUp = () => {
    if (waiting) deposit(open({ ...waiting.mint, tokenId: null }), waiting.mint)
    waiting = null
  }

  for (const event of events) {
    if (goesOn(event)) continue
    giveUp()
    if (event.kind === 'price') books.price = { sqrtPrice: event.sqrtPrice, tick: event.tick }
    else if (event.kind === 'mint' && event.owner === manager && event.sender === manager)
      waiting = { mint: event, next: event.logIndex + 1, created: null }
    else if (event.kind === 'mint') deposit(open({ ...event, tokenId: null }), event)
    else if (event.kind === 'burn' || event.kind === 'collect') {
      if (event.owner === manager) continue
      const position = open({ ...event, tokenId: null })
      if (event.kind === 'burn') withdraw(position, event)
      else position.collected = add(position.collected, event.amounts)
    } else {
      const position = positions.get(String(event.tokenId))
      if (!position) continue
      if (event.kind === 'decrease') withdraw(position, event)
      else if (event.kind === 'payout') position.collected = add(position.collected, event.amounts)
      else if (event.kind === 'transfer') position.owner = event.to
    }
  }
  giveUp()
  return books
}

const none: Amounts = [0n, 0n]
const add = ([a0, a1]: Amounts, [b0, b1]: Amounts): Amounts => [a0 + b0, a1 + b1]
const equal = ([a0, a1]: Amounts, [b0, b1]: Amounts) => a0 === b0 && a1 === b1
