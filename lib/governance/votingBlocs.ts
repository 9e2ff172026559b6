import type { Address } from '@/lib/domain/address'
import { toRatio } from '@/lib/domain/amount'
import type { Tally } from '@/lib/domain/ballot'
import type { Bloc, BlocEntropy, BlocWindow } from '@/lib/domain/bloc'
import type { Vote } from '@/lib/domain/proposal'
import { toClusters, type WeightedPoint } from './clusters'

/** A decided question of for and against with what was cast on it. */
export interface DecidedProposal {
  key: string
  /** Unix seconds */
  closes: number
  /** Each voter once */
  votes: readonly Vote[]
}

/** So many decided proposals in a row make a window. */
export const windowLength = 10
/** Most blocs that are looked for, and the seed of the search: both stand beside every figure. */
export const mostBlocs = 3
export const blocSeed = 1
/** Of fewer voters than twice the blocs, most blocs would be one voter: that says nothing. */
const fewestVoters = 2 * mostBlocs

/**
 * Voting-bloc entropy, window by window (Austgen et al. 2023, arXiv 2311.03530; Fábrega et al. 2025, arXiv 2509.22620): how much power lies with
 * the largest group of voters who vote alike.
 *
 * Ten decided proposals in a row; each that follows begins one later. A voter is a point whose place along each proposal is what it had in favour
 * minus what it had against, as a share of what it cast there: 1 for, −1 against; 0 in abstention and where it did not vote. Each proposal is
 * scaled to mean 0 and standard deviation 1 (one on which all voted alike is 0 everywhere), so that calling for against changes nothing.
 * k-means with k = 3 (`toClusters`) makes blocs. The entropy is the min-entropy −log₂ of the largest bloc's share: of votes, where a voter
 * counts with the most that it cast at once in the window, and of addresses, as the authors' code has it. From 0, all are one bloc, to log₂ 3.
 *
 * @param proposals of one place, in any order: votes of different places do not weigh the same
 * @returns oldest first; none of fewer than ten proposals
 * @example toBlocWindows(proposals).at(-1)?.byVotes // { status: 'ok', bits: 0.62 }
 */
export const toBlocWindows = (proposals: readonly DecidedProposal[]): BlocWindow[] => [...eachBlocWindow(proposals)]

/** The same, window by window: each may take a tenth of a second where thousands voted. */
export function* eachBlocWindow(proposals: readonly DecidedProposal[]): Generator<BlocWindow, void, undefined> {
  const ordered = [...proposals].sort((a, b) => a.closes - b.closes || (a.key < b.key ? -1 : 1))
  for (let end = windowLength; end <= ordered.length; end++) yield toWindow(ordered.slice(end - windowLength, end))
}

function toWindow(proposals: readonly DecidedProposal[]): BlocWindow {
  const [first, last] = [proposals[0]!, proposals.at(-1)!]
  const voters = toVoters(proposals)
  const base = { first: first.key, last: last.key, from: first.closes, to: last.closes, voters: voters.length }
  if (voters.length < fewestVoters) return { ...base, blocs: [], byVotes: toUndefined('tooFewVoters'), byVoters: toUndefined('tooFewVoters') }
  const patterns = toPatterns(voters)
  const points = toScaled(patterns.map(({ at, members }) => ({ at, weight: members.length })))
  const clusters = toClusters(points, mostBlocs, blocSeed)
  const blocs = [...new Set(clusters)].map((cluster): Bloc => {
    const members = patterns.filter((_, i) => clusters[i] === cluster).flatMap((pattern) => pattern.members)
    return { voters: members.length, votes: members.reduce((sum, { votes }) => sum + votes, 0n) }
  }).sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : b.voters - a.voters))
  const votes = blocs.reduce((sum, bloc) => sum + bloc.votes, 0n)
  return {
    ...base,
    blocs,
    byVotes: votes === 0n ? toUndefined('noVotes') : toMinEntropy(toRatio(blocs[0]!.votes, votes)),
    byVoters: toMinEntropy(Math.max(...blocs.map((bloc) => bloc.voters)) / voters.length),
  }
}

interface Voter {
  voter: Address
  /** The most that it cast at once */
  votes: bigint
  at: number[]
}

/** Everybody who voted in a window, by address: whatever order they come in. */
function toVoters(proposals: readonly DecidedProposal[]): Voter[] {
  const found = new Map<Address, Voter>()
  for (const [column, { votes }] of proposals.entries()) {
    for (const { voter, votes: cast, parts } of votes) {
      const known = found.get(voter) ?? { voter, votes: 0n, at: proposals.map(() => 0) }
      if (cast > known.votes) known.votes = cast
      known.at[column] = toPlace(cast, parts)
      found.set(voter, known)
    }
  }
  return [...found.values()].sort((a, b) => (a.voter < b.voter ? -1 : 1))
}

/** Divided votes are rare, and exact ratios slow. */
const toPlace = (cast: bigint, parts: Tally): number =>
  cast === 0n ? 0 : parts.for === cast ? 1 : parts.against === cast ? -1 : toRatio(parts.for, cast) - toRatio(parts.against, cast)

/** Voters who did the very same are one point: thousands come to some hundreds. */
function toPatterns(voters: readonly Voter[]): { at: readonly number[]; members: Voter[] }[] {
  const patterns = new Map<string, { at: readonly number[]; members: Voter[] }>()
  for (const voter of voters) {
    const known = patterns.get(voter.at.join())
    if (known) known.members.push(voter)
    else patterns.set(voter.at.join(), { at: voter.at, members: [voter] })
  }
  return [...patterns.values()]
}

function toScaled(points: readonly WeightedPoint[]): WeightedPoint[] {
  const count = points.reduce((sum, { weight }) => sum + weight, 0)
  const average = (valueOf: (point: WeightedPoint) => number) => points.reduce((sum, point) => sum + point.weight * valueOf(point), 0) / count
  const scales = points[0]!.at.map((_, column) => {
    const mean = average(({ at }) => at[column]!)
    const deviation = Math.sqrt(average(({ at }) => (at[column]! - mean) ** 2))
    return (value: number) => (deviation === 0 ? 0 : (value - mean) / deviation)
  })
  return points.map(({ at, weight }) => ({ at: at.map((value, column) => scales[column]!(value)), weight }))
}

const toUndefined = (reason: 'tooFewVoters' | 'noVotes'): BlocEntropy => ({ status: 'undefined', reason })

/** 0 and not −0 where all are one bloc. */
const toMinEntropy = (share: number): BlocEntropy => ({ status: 'ok', bits: share === 1 ? 0 : -Math.log2(share) })
