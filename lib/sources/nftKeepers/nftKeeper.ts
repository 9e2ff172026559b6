import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'

/** Whose an NFT is from a log on, in the books of a contract that keeps it; null where it is about to leave. */
export interface KeptNft {
  tokenId: bigint
  owner: Address | null
}

/**
 * A family of contracts to which position NFTs are sent and that keep books of whose each is. A pool's `contracts` names such a contract under the
 * family's id; of several the further ones under the id with a point and any word behind it, as in `uniswapV3Staker.first`.
 */
export interface NftKeeper {
  id: string
  /** First topics of the logs that tell whose an NFT is. The one of an NFT that comes stands right behind its Transfer */
  topics: readonly `0x${string}`[]
  /** In which topic the NFT's number stands */
  numberTopic: number
  /** What a log of these topics tells; null where it has another form */
  toKept: (log: Log) => KeptNft | null
}
