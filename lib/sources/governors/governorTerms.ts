import type { Support, Tally } from '../../domain/ballot'
import type { ProposalState } from '../../domain/proposal'
import type { Gap } from '../../domain/snapshot'
import type { GovernorTime } from '@/lib/governance/proposalState'

/** How a Governor counts, as it says itself. */
export interface GovernorTerms extends GovernorTime {
  /** Whose votes count towards the quorum; null where it does not say, or says it in words unknown here */
  quorumOf: readonly Support[] | null
  /** Whether votes may be cast in parts */
  takesFractions: boolean
  /** What it takes to propose at the block; null where it could not be read */
  threshold: bigint | null
  gaps: readonly Gap[]
}

/** What a Governor says of one of its proposals at a block. */
export interface ProposalAnswers {
  state: ProposalState | null
  counted: Tally | null
  /** null where it was not asked, or not to be had: then a gap says why */
  quorum: bigint | null
  threshold: bigint | null
  gaps: readonly Gap[]
}
