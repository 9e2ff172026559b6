import type { Address } from './address'
import type { CountingRule, Tally } from './ballot'
import type { Gap } from './snapshot'
import type { Text } from './text'

/** What has become of a proposal, in the words of Governor contracts. `decided` ones are those that a vote has ended. */
export const proposalStates = {
  pending: { en: 'pending', de: 'steht bevor' },
  active: { en: 'open for votes', de: 'Abstimmung läuft' },
  canceled: { en: 'canceled', de: 'zurückgezogen' },
  defeated: { en: 'defeated', de: 'abgelehnt' },
  succeeded: { en: 'accepted', de: 'angenommen' },
  queued: { en: 'queued', de: 'in der Wartefrist' },
  expired: { en: 'expired', de: 'verfallen' },
  executed: { en: 'executed', de: 'ausgeführt' },
} as const satisfies Record<string, Text>
export type ProposalState = keyof typeof proposalStates

/** Where a proposal was voted on: a Governor contract, Snapshot, or a file that was imported. */
export type ProposalOrigin = 'chain' | 'offChain' | 'imported'

/** By what a token or a Governor counts time (ERC-6372). */
export type Clock = 'blockNumber' | 'timestamp'

/** A call that a proposal makes when it is executed. */
export interface ProposalCall {
  target: Address
  /** wei */
  value: bigint
  /** With the selector in front, also where the Governor keeps signature and arguments apart */
  data: `0x${string}`
  /** As the Governor says it, as in 'transfer(address,uint256)'; null where the selector alone is known */
  signature: string | null
}

/** What was proposed, under which rule, and what became of it. Texts are whoever proposed's: data, never markup. */
export interface Proposal {
  origin: ProposalOrigin
  /** The Governor's address, the space's name, or the file's */
  place: string
  /** The Governor's number in decimal, or the hash by which the space knows it */
  key: string
  title: string
  /** Whole, as it was written */
  description: string
  proposer: Address | null
  /** Block is null off the chain. Unix seconds */
  created: { block: number | null; timestamp: number }
  /**
   * At which block or second votes are counted; null where nobody says. Of a second, `block` is the last one at or before it: what everybody had
   * after it is what counts. Left out where it lies in the future or was not looked for
   */
  countedAt: { clock: Clock; at: number; block?: number } | null
  /** Unix seconds; of a block in the future as its chain's pace lets expect */
  opens: number
  closes: number
  calls: readonly ProposalCall[]
  /** null where it is no question of for and against, or its quorum could not be read */
  rule: CountingRule | null
  /** Votes that it took to propose; null where it could not be read or there is none */
  threshold: bigint | null
  state: ProposalState
  /** When it was queued and executed, Unix seconds; null where it was not */
  queued: number | null
  executed: number | null
  /** What voters could choose where that is not for, against and abstention; the order that `choices` of votes count in, from 1 */
  options: readonly string[]
  /** What the contract itself counted at the last read; null where it was not asked */
  counted: Tally | null
  gaps: readonly Gap[]
}

/** A proposal without its text and its calls, which lists do not show. */
export type ProposalSummary = Omit<Proposal, 'description' | 'calls'>

/** What one account cast at one proposal, in smallest units of the token that votes. Fractional votes have more than one part. */
export interface Vote {
  voter: Address
  /** Unix seconds */
  timestamp: number
  /** All it cast. For, against and abstention are its parts where the question is of that kind, and all 0 where it is not */
  votes: bigint
  parts: Tally
}
