import type { Address } from './address'
import type { Clock } from './proposal'
import type { Block, Gap } from './snapshot'

/** Votes of one account, and from whom they come. */
export interface DelegateVotes {
  delegate: Address
  /** What it can cast, in smallest units */
  votes: bigint
  /** How many accounts with a balance have given it their votes, itself among them; null where the source cannot tell */
  delegators: number | null
  /** What of it are its own; null where the source cannot tell */
  own: bigint | null
}

/** Σ votes and sampled accounts against the contract, at the block. A mismatch is shown in red wherever these figures are. */
export interface VotesAudit {
  status: 'passed' | 'failed' | 'incomplete'
  /** Accounts that were asked */
  sampled: number
  mismatches: readonly { account: Address; folded: bigint; chain: bigint }[]
}

/** Who can cast how many votes at one block. */
export interface VotesSnapshot {
  block: Block
  clock: Clock
  /** Everybody with a vote, largest first, ties by address */
  delegates: readonly DelegateVotes[]
  /** Σ of all votes: what can be cast at all */
  delegated: bigint
  audit: VotesAudit | null
  gaps: readonly Gap[]
}
