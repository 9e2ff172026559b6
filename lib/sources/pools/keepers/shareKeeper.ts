import type { Address } from '../../../domain/address'
import type { Wrapper } from '../../../domain/protocol'
import type { StakeLogs } from '../../foldStakes'

/** In books that its logs tell. Of a token that was exchanged for another, or came in the place of one, stakes go on from one to the other. */
export interface StakeKeeping {
  asset: Address
  stakes: StakeLogs
  /** Whether what is staked came in the place of another token */
  isSuccessor?: boolean
  /** Whether it was exchanged for another token */
  hasSuccessor?: boolean
}

/** How a contract keeps shares for others: in books, or by a token that it gives out for them, whose Transfers say who has it. */
export type Keeping = StakeKeeping | { asset: Address; token: Address }

/** A family of contracts in which a pool's shares, or what another contract gave out for them, lie for others. */
export interface ShareKeeper {
  /** That of its source in the registry above */
  id: string
  /** What it keeps and how, of each token; none of a wrapper of the family that keeps nothing of this kind */
  toKeepings: (wrapper: Wrapper) => readonly Keeping[]
}
