import type { Address } from '@/lib/domain/address'
import type { Support } from '@/lib/domain/ballot'
import type { Agreement, AgreementMatrix } from '@/lib/domain/bloc'
import type { Vote } from '@/lib/domain/proposal'
import { toHighestVotes } from './highestVotes'
import type { DecidedProposal } from './votingBlocs'

/** Of fewer proposals on which both voted, a share says nothing. */
export const fewestShared = 5

const ways = ['for', 'against', 'abstain'] as const satisfies readonly Support[]

/**
 * How often the largest voters voted alike: of the proposals on which both voted, those on which both were for, both against, or both abstained.
 * Who divided its votes counts as what it gave most of them to, and with a tie as not having voted. Where both voted on fewer than
 * `fewestShared` the share is undefined, and the counts stand all the same.
 *
 * @param most how many voters: those who cast most at once, ties by address
 * @example toAgreement(proposals, 12).pairs[1]?.[0] // { both: 31, alike: 29 }
 */
export function toAgreement(proposals: readonly DecidedProposal[], most: number): AgreementMatrix {
  const largest = toHighestVotes(proposals.map(({ votes }) => votes)).slice(0, most)
  const chosen = new Set<Address>(largest.map(({ voter }) => voter))
  const records = proposals.map(({ votes }) => new Map(votes.flatMap((vote): [Address, Support][] => {
    const way = chosen.has(vote.voter) ? toWay(vote) : null
    return way === null ? [] : [[vote.voter, way]]
  })))
  return {
    voters: largest.map(({ voter, votes }) => ({ voter, votes, proposals: records.filter((record) => record.has(voter)).length })),
    pairs: largest.map(({ voter }, place) => largest.slice(0, place).map((other) => compare(records, voter, other.voter))),
  }
}

function compare(records: readonly ReadonlyMap<Address, Support>[], one: Address, other: Address): Agreement {
  const shared = records.filter((record) => record.has(one) && record.has(other))
  return { both: shared.length, alike: shared.filter((record) => record.get(one) === record.get(other)).length }
}

function toWay({ parts }: Vote): Support | null {
  const largest = ways.reduce((best, way) => (parts[way] > parts[best] ? way : best))
  return ways.filter((way) => parts[way] === parts[largest]).length === 1 ? largest : null
}

/**
 * The share of proposals on which both voted alike.
 *
 * @returns null where both voted on too few
 * @example toAgreementShare({ both: 10, alike: 9 }) // 0.9
 */
export const toAgreementShare = ({ both, alike }: Agreement): number | null => (both < fewestShared ? null : alike / both)
