import type { Address } from '@/lib/domain/address'
import type { Vote } from '@/lib/domain/proposal'

/**
 * The most that each voter cast at any one of several proposals: how much power it has, told by its votes alone. Who voted once with much counts
 * as much as who always did.
 *
 * @param votes of each proposal
 * @returns largest first, ties by address; without those who cast nothing
 * @example toHighestVotes([[vote(a, 5n), vote(b, 1n)], [vote(a, 3n), vote(b, 9n)]]) // [{ voter: b, votes: 9n }, { voter: a, votes: 5n }]
 */
export function toHighestVotes(votes: readonly (readonly Pick<Vote, 'voter' | 'votes'>[])[]): { voter: Address; votes: bigint }[] {
  const highest = new Map<Address, bigint>()
  for (const { voter, votes: cast } of votes.flat()) if (cast > (highest.get(voter) ?? 0n)) highest.set(voter, cast)
  return [...highest]
    .map(([voter, most]) => ({ voter, votes: most }))
    .sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.voter < b.voter ? -1 : 1))
}
