import type { Address } from '../domain/address'
import type { PoolEvent } from './poolEvent'

type Transfer = Extract<PoolEvent, { kind: 'transfer' }>

/** An NFT that is somebody else's from a log on, or still the same owner's. */
export interface NftHandover {
  blockNumber: number
  logIndex: number
  tokenId: bigint
  to: Address
}

/**
 * Tells when an NFT changes hands. Sent to a contract that keeps it for others, it is whose that contract says in the very next log, and stays so until
 * the contract says otherwise or sends it on. Where nothing of it stands in the next log it is the contract's own.
 *
 * @example const handovers = new NftHandovers(); handovers.take(transferToKeeper) // []; handovers.take(kept) // [{ tokenId: 5n, to: '0xaa…', … }]
 */
export class NftHandovers {
  /** A Transfer of which the next log may say that nothing changed hands */
  #waiting: Transfer | null = null

  /** Events in the chain's order, of other pools' NFTs too. @returns hand-overs that are now clear */
  take(event: PoolEvent): NftHandover[] {
    if (event.kind === 'kept') {
      const { tokenId, owner, keeper, blockNumber, logIndex } = event
      const came = this.#waiting
      if (came?.blockNumber === blockNumber && came.logIndex === logIndex - 1 && came.tokenId === tokenId && came.to === keeper) this.#waiting = null
      return [...this.end(), ...(owner ? [{ blockNumber, logIndex, tokenId, to: owner }] : [])]
    }
    const before = this.end()
    if (event.kind === 'transfer') this.#waiting = event
    return before
  }

  /** Another log stands behind it, or none. @returns what was still waiting */
  end(): NftHandover[] {
    if (!this.#waiting) return []
    const { blockNumber, logIndex, tokenId, to } = this.#waiting
    this.#waiting = null
    return [{ blockNumber, logIndex, tokenId, to }]
  }
}
