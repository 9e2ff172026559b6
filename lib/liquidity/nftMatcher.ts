import { zeroAddress, type Address } from '../domain/address'
import type { PoolEvent } from './poolEvent'

type Mint = Extract<PoolEvent, { kind: 'mint' }>

/** Liquidity that came into a pool, and whose it is. */
export interface Deposit {
  mint: Mint
  /** The NFT that it went to; null where it stands in the pool's own books under the mint's owner */
  nft: { tokenId: bigint; /** null where the NFT was there before */ owner: Address | null } | null
}

/**
 * Tells which NFT a deposit by the manager of position NFTs belongs to, whose events do not name a pool.
 *
 * An NFT is of this pool when its IncreaseLiquidity is the log right behind a Mint of this pool by the manager, with the same liquidity and amounts,
 * where a new NFT's Transfer from the zero address stands between the two. The manager writes them one after the other in one call
 * (NonfungiblePositionManager.mint and increaseLiquidity of v3-periphery), so it is exact. Any other Mint stands in the pool's own books.
 *
 * @example const matcher = new NftMatcher(manager, () => false); matcher.take(mint) // []; matcher.take(transfer) // []; matcher.take(increase) // [{…}]
 */
export class NftMatcher {
  readonly #manager: Address | null
  readonly #isKnown: (tokenId: bigint) => boolean
  /** A Mint by the manager whose IncreaseLiquidity is still to come, and the Transfer of a new NFT behind it. */
  #waiting: { mint: Mint; next: number; created: Extract<PoolEvent, { kind: 'transfer' }> | null } | null = null

  /** @param isKnown whether an NFT is of this pool already */
  constructor(manager: Address | null, isKnown: (tokenId: bigint) => boolean) {
    this.#manager = manager
    this.#isKnown = isKnown
  }

  /** Events in the chain's order, of other pools' NFTs too. @returns deposits of which it is now clear whose they are */
  take(event: PoolEvent): Deposit[] {
    const matched = this.#goOn(event)
    if (matched !== null) return matched
    const before = this.end()
    if (event.kind !== 'mint') return before
    if (event.owner !== this.#manager || event.sender !== this.#manager) return [...before, { mint: event, nft: null }]
    this.#waiting = { mint: event, next: event.logIndex + 1, created: null }
    return before
  }

  /** A block has ended, or an event came that is not the manager's. @returns what was still waiting: nothing of the manager's stood behind it */
  end(): Deposit[] {
    if (!this.#waiting) return []
    const { mint } = this.#waiting
    this.#waiting = null
    return [{ mint, nft: null }]
  }

  /** @returns null where the event has nothing to do with the Mint that is waiting */
  #goOn(event: PoolEvent): Deposit[] | null {
    if (!this.#waiting || event.blockNumber !== this.#waiting.mint.blockNumber || event.logIndex !== this.#waiting.next) return null
    const { mint, created } = this.#waiting
    if (event.kind === 'transfer' && event.from === zeroAddress && !created) {
      this.#waiting = { mint, next: event.logIndex + 1, created: event }
      return []
    }
    if (event.kind !== 'increase' || event.liquidity !== mint.liquidity || event.amounts[0] !== mint.amounts[0] || event.amounts[1] !== mint.amounts[1]) return null
    const { tokenId } = event
    if (created ? created.tokenId !== tokenId : !this.#isKnown(tokenId)) return null
    this.#waiting = null
    return [{ mint, nft: { tokenId, owner: created?.to ?? null } }]
  }
}
