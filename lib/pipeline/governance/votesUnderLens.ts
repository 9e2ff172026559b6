import type { Address } from '@/lib/domain/address'
import type { Claim } from '@/lib/domain/distribution'
import type { Lens } from '@/lib/domain/lens'
import type { Vote } from '@/lib/domain/proposal'
import type { DelegateVotes } from '@/lib/domain/votingPower'
import type { Voted } from '@/lib/governance/decidedProposals'
import { throughLens, type Seen } from '@/lib/ownership/throughLens'
import { toRepresentatives, type Believed } from '../ownership/representatives'

/** Votes as a lens sees them: whoever it leaves out as a holder is left out as a delegate and as a voter too, and addresses of one owner are one. */
export interface VotesLens {
  see: (claims: readonly Claim[]) => Seen
  /** The account that stands for an account */
  toOne: (account: Address) => Address
}

/** Contracts are not looked through for votes: a contract that has votes casts them itself, or nobody does. */
export function toVotesLens(believed: Believed, lens: Lens): VotesLens {
  const representatives = lens.mergesEntities ? toRepresentatives(believed) : new Map<Address, Address>()
  return {
    see: (claims) => throughLens({ claims, labels: believed.labels, owned: null, representatives }, { ...lens, looksThrough: false }),
    toOne: (account) => representatives.get(account) ?? account,
  }
}

/** What the lens keeps of the delegates, largest first; what several addresses of one owner have is added up. */
export function toKeptDelegates(delegates: readonly DelegateVotes[], { see, toOne }: VotesLens): { kept: DelegateVotes[]; seen: Seen } {
  const seen = see(delegates.map(({ delegate, votes }) => ({ account: delegate, amount: votes })))
  const { accounts, amounts } = seen.distribution
  const from = new Map<Address, Pick<DelegateVotes, 'delegators' | 'own'>>()
  for (const { delegate, delegators, own } of delegates) {
    const known = from.get(toOne(delegate)) ?? { delegators: 0, own: 0n }
    from.set(toOne(delegate), {
      delegators: known.delegators === null || delegators === null ? null : known.delegators + delegators,
      own: known.own === null || own === null ? null : known.own + own,
    })
  }
  return { kept: accounts.map((delegate, place) => ({ delegate, votes: amounts[place]!, ...from.get(delegate)! })), seen }
}

/** The same proposals with each owner's votes as one voter's. */
export const toOwnersVotes = (voted: readonly Voted[], { toOne }: VotesLens): Voted[] =>
  voted.map(({ proposal, votes }) => ({ proposal, votes: votes.map((vote): Vote => ({ ...vote, voter: toOne(vote.voter) })) }))
