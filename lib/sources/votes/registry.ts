import { aaveVotes } from './aaveVotes'
import { delegatedVotes } from './delegatedVotes'
import { voteEscrow } from './voteEscrow'
import type { VotesSource } from './votesSource'

/** Every family of contracts that count votes. */
export const votesSources: readonly VotesSource[] = [delegatedVotes, voteEscrow, aaveVotes]

/**
 * The votes source of an id.
 *
 * @throws RangeError where there is none: a protocol's file names one that this version does not have
 */
export function toVotesSource(id: string): VotesSource {
  const source = votesSources.find((one) => one.id === id)
  if (!source) throw new RangeError(`There is no votes source "${id}"; there are ${votesSources.map((one) => one.id).join(', ')}.`)
  return source
}
