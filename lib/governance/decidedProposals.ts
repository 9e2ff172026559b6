import type { Proposal, ProposalOrigin, ProposalState, Vote } from '@/lib/domain/proposal'

/** A proposal with all that was cast on it. */
export interface Voted {
  proposal: Proposal
  /** Each voter once */
  votes: readonly Vote[]
}

/** What is usual is told from so many of the newest decided proposals. */
export const usualCount = 10

const undecided: readonly ProposalState[] = ['pending', 'active', 'canceled']

/**
 * Whether a vote has ended a proposal. What was withdrawn was decided by whoever withdrew it.
 *
 * @example isDecided({ state: 'executed' }) // true
 */
export const isDecided = ({ state }: Pick<Proposal, 'state'>): boolean => !undecided.includes(state)

/** The decided proposals of one kind of place, the one that closed last first. */
export interface Decided<Of extends Proposal = Proposal> {
  /** null where nothing was ever decided */
  origin: ProposalOrigin | null
  decided: readonly Of[]
}

/**
 * The decided proposals that figures of usual votes are told from: those of the chain where there are any, else those off the chain, else
 * imported ones. They are never mixed: a vote off the chain costs nothing and binds nobody.
 *
 * @returns newest first, ties by key
 * @example toDecided([executed, active]).decided.length // 1
 */
export function toDecided<Of extends Proposal>(all: readonly Of[]): Decided<Of> {
  const decided = all.filter(isDecided)
  const origin = (['chain', 'offChain', 'imported'] as const).find((one) => decided.some((proposal) => proposal.origin === one)) ?? null
  return {
    origin,
    decided: decided
      .filter((proposal) => proposal.origin === origin)
      .sort((a, b) => b.closes - a.closes || (a.key < b.key ? -1 : 1)),
  }
}
