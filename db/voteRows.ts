import type { Address } from '@/lib/domain/address'
import type { Vote } from '@/lib/domain/proposal'
import { accounts, votes } from './schema'

/** What a vote is made of, where votes are joined to accounts. */
export const voteColumns = { voter: accounts.address, timestamp: votes.timestamp, votes: votes.votes, inFavour: votes.inFavour, against: votes.against, abstain: votes.abstain }

interface VoteRow extends Pick<Vote, 'timestamp' | 'votes'> {
  voter: Address
  inFavour: bigint
  against: bigint
  abstain: bigint
}

/** A vote from its row. */
export const toVote = ({ voter, timestamp, votes: cast, inFavour, against, abstain }: VoteRow): Vote => ({ voter, timestamp, votes: cast, parts: { for: inFavour, against, abstain } })
