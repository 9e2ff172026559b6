import type { Address } from '@/lib/domain/address'
import type { Tally } from '@/lib/domain/ballot'
import type { Proposal, ProposalSummary, Vote } from '@/lib/domain/proposal'
import type { Decision } from '@/lib/governance/decisionRates'
import type { Outcome } from '@/lib/governance/outcome'
import { toSway, type Sway } from '@/lib/governance/otherwise'

/** A proposal as lists show it. */
export interface DecidedProposal {
  proposal: ProposalSummary
  outcome: Outcome
  /** What labelled insiders cast */
  insiders: Tally
  /** What could have been cast when votes were counted, else at the end of the day before; null where nobody knows either */
  delegated: bigint | null
}

/** One proposal, whole. */
export interface WholeProposal extends DecidedProposal {
  /** As it is kept */
  id: number
  proposal: Proposal
  /** Largest first, ties by address */
  votes: readonly Vote[]
}

/** Who counts as an insider: by these roles of labels. */
export const insiderRoles = ['team', 'investor', 'treasury', 'foundation', 'timelock'] as const

/** Who an account is called; null where nobody says. */
export type NameOf = (account: Address) => string | null

/**
 * What insiders did to a proposal; null where it cannot be told who was decisive.
 *
 * @example toInsiderSway(decided)?.needed // true where it would have ended otherwise without them
 */
export function toInsiderSway({ proposal: { rule }, outcome, insiders }: DecidedProposal): Sway | null {
  return typeof outcome.ruling !== 'string' && rule ? toSway(outcome.tally, insiders, rule) : null
}

/** A decided proposal whose end can be told, with when it closed. */
export interface DatedDecision extends Decision {
  proposal: ProposalSummary
}

/**
 * Those that rates count, oldest first.
 *
 * @param proposals the last to close first, as they are kept
 * @example toDecisions(proposals).length // fewer than all: some are open, some have options
 */
export const toDecisions = (proposals: readonly DecidedProposal[]): DatedDecision[] =>
  proposals.flatMap((decided): DatedDecision[] => {
    const { proposal, outcome } = decided
    const insiders = toInsiderSway(decided)
    return typeof outcome.ruling !== 'string' && insiders ? [{ ruling: outcome.ruling, insiders, proposal }] : []
  }).reverse()
