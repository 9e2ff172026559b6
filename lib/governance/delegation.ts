import type { Address } from '@/lib/domain/address'
import type { DelegateVotes } from '@/lib/domain/votingPower'
import type { Voted } from './decidedProposals'

/** How much of a token votes at all, through whom, and who never does. Amounts in smallest units. */
export interface Delegation {
  supply: bigint
  /** Σ of all votes */
  delegated: bigint
  /** What of the supply has no vote; 0 where votes are more than the supply, as with vote escrows that multiply */
  undelegated: bigint
  /** What of the votes is the delegates' own; null where the source cannot tell */
  own: bigint | null
  delegates: number
  /** How many have nobody's votes but their own; null likewise */
  onlyOwn: number | null
  /** Delegates who cast nothing on any of the decided proposals, and their votes; null where nothing was decided */
  never: { delegates: number; votes: bigint } | null
}

/**
 * What of a supply is delegated, to oneself and to others, and what lies with delegates who never vote.
 *
 * @param supply positive
 * @param voters everybody who cast something on a decided proposal; null where there is none yet
 * @example toDelegation([{ delegate: a, votes: 6n, delegators: 1, own: 6n }], 10n, null) // { undelegated: 4n, own: 6n, onlyOwn: 1, never: null, … }
 */
export function toDelegation(delegates: readonly DelegateVotes[], supply: bigint, voters: ReadonlySet<Address> | null): Delegation {
  const sum = (some: readonly DelegateVotes[]) => some.reduce((total, { votes }) => total + votes, 0n)
  const delegated = sum(delegates)
  const tells = delegates.every(({ own }) => own !== null)
  const silent = voters && delegates.filter(({ delegate }) => !voters.has(delegate))
  return {
    supply,
    delegated,
    undelegated: supply > delegated ? supply - delegated : 0n,
    own: tells ? delegates.reduce((total, { own }) => total + own!, 0n) : null,
    delegates: delegates.length,
    onlyOwn: tells ? delegates.filter(({ own, votes }) => own === votes).length : null,
    never: silent && { delegates: silent.length, votes: sum(silent) },
  }
}

/**
 * On how many proposals each voter cast something.
 *
 * @example countVotes([{ proposal, votes: [{ voter: a, … }] }]).get(a) // 1
 */
export function countVotes(voted: readonly Pick<Voted, 'votes'>[]): Map<Address, number> {
  const counts = new Map<Address, number>()
  for (const { votes } of voted) for (const voter of new Set(votes.map((vote) => vote.voter))) counts.set(voter, (counts.get(voter) ?? 0) + 1)
  return counts
}
