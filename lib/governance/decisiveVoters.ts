import type { Address } from '@/lib/domain/address'
import type { CountingRule, Support, Tally } from '@/lib/domain/ballot'
import { passes, toQuorumVotes } from './tally'

/** What a voter did with all its votes at a proposal; absent: it had them and did not vote. */
export interface Ballot {
  voter: Address
  votes: bigint
  choice: Support | 'absent'
}

/** Who could have changed how a proposal ended. */
export interface Decisive {
  passed: boolean
  /** every voter who alone could have turned the outcome by voting otherwise or by not voting, the largest first */
  alone: Address[]
  /** how few could have turned it together; null where not even all could */
  fewest: number | null
  /** the same, were it not for those who did not vote; null likewise */
  fewestOfCast: number | null
}

/**
 * Who was decisive at a proposal, under its Governor's own rule, with everybody else's vote as it was.
 *
 * What passed is turned by bringing for down to its share, best by voting against, or by bringing the quorum down, best by not voting; one of
 * both is enough. What failed is turned by voting for, which must make up for both. Each decided exactly: voters who can do alike are told
 * apart by their votes alone, so the largest of each kind are the best, and all ways to mix the kinds are looked at.
 *
 * @param ballots one for each voter
 * @example toDecisive([{ voter: a, votes: 60n, choice: 'for' }, { voter: b, votes: 40n, choice: 'against' }], rule).alone // [a]
 */
export function toDecisive(ballots: readonly Ballot[], rule: CountingRule): Decisive {
  const passed = passes(toTally(ballots), rule)
  const cast = ballots.filter(({ choice }) => choice !== 'absent')
  const fewest = passed ? fewestToDefeat : fewestToPass
  const tally = toTally(ballots)
  const alone = ballots.filter((ballot) => fewest([ballot], tally, rule) === 1)
  return {
    passed,
    alone: toLargestFirst(alone).map(({ voter }) => voter),
    fewest: fewest(ballots, tally, rule),
    fewestOfCast: fewest(cast, tally, rule),
  }
}

/**
 * What ballots add up to.
 *
 * @example toTally([{ voter: a, votes: 60n, choice: 'for' }]) // { for: 60n, against: 0n, abstain: 0n }
 */
export function toTally(ballots: readonly Ballot[]): Tally {
  const tally = { for: 0n, against: 0n, abstain: 0n }
  for (const { votes, choice } of ballots) if (choice !== 'absent') tally[choice] += votes
  return tally
}

/** How far for is above its share, times the share's denominator. */
const toMargin = (tally: Tally, { majority }: CountingRule): bigint =>
  majority.denominator * tally.for - majority.numerator * (tally.for + tally.against)

function fewestToDefeat(ballots: readonly Ballot[], tally: Tally, rule: CountingRule): number | null {
  const { numerator, denominator } = rule.majority
  const perVote = { for: denominator, against: 0n, abstain: numerator, absent: numerator }
  const byMajority = countDown(ballots, ({ votes, choice }) => votes * perVote[choice], toMargin(tally, rule))
  const counts = ({ choice }: Ballot) => choice !== 'absent' && rule.quorumOf.includes(choice)
  const byQuorum = countDown(ballots, (ballot) => (counts(ballot) ? ballot.votes : 0n), toQuorumVotes(tally, rule) - rule.quorum + 1n)
  return byMajority === null ? byQuorum : byQuorum === null ? byMajority : Math.min(byMajority, byQuorum)
}

/** How many of the largest it takes for at least so much. */
function countDown(ballots: readonly Ballot[], toEffect: (ballot: Ballot) => bigint, needed: bigint): number | null {
  let sum = 0n
  const effects = ballots.map(toEffect).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))
  for (const [place, effect] of effects.entries()) {
    sum += effect
    if (sum >= needed) return place + 1
  }
  return null
}

function fewestToPass(ballots: readonly Ballot[], tally: Tally, rule: CountingRule): number | null {
  const { numerator, denominator } = rule.majority
  const missing = { margin: 1n - toMargin(tally, rule), quorum: rule.quorum - toQuorumVotes(tally, rule) }
  const isCounted = (choice: Ballot['choice']) => choice !== 'absent' && rule.quorumOf.includes(choice)
  const kinds = (['against', 'abstain', 'absent'] as const).map((choice) => ({
    margin: choice === 'against' ? denominator : denominator - numerator,
    quorum: BigInt(isCounted('for')) - BigInt(isCounted(choice)),
    sums: toSums(toLargestFirst(ballots.filter((ballot) => ballot.choice === choice))),
  }))
  /** Whether so many, of these kinds, make up for what is missing. */
  const enough = (count: number, from: number, margin: bigint, quorum: bigint): boolean => {
    const kind = kinds[from]
    if (!kind) return margin <= 0n && quorum <= 0n
    const most = Math.min(count, kind.sums.length - 1)
    const least = from === kinds.length - 1 ? most : 0
    for (let taken = most; taken >= least; taken--) {
      const votes = kind.sums[taken]!
      if (enough(count - taken, from + 1, margin - kind.margin * votes, quorum - kind.quorum * votes)) return true
    }
    return false
  }
  // One voter more never harms, as for counts towards the quorum everywhere: halving finds the fewest.
  let [low, high] = [1, kinds.reduce((sum, { sums }) => sum + sums.length - 1, 0)]
  if (!enough(high, 0, missing.margin, missing.quorum)) return null
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle, 0, missing.margin, missing.quorum)) high = middle
    else low = middle + 1
  }
  return low
}

function toSums(ballots: readonly Ballot[]): bigint[] {
  const sums = [0n]
  for (const [place, { votes }] of ballots.entries()) sums.push(sums[place]! + votes)
  return sums
}

const toLargestFirst = (ballots: readonly Ballot[]): Ballot[] =>
  [...ballots].sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.voter < b.voter ? -1 : 1))

/**
 * How a proposal would have ended by one address, one vote: whether more than the majority's share of addresses that voted for or against it
 * voted for. There is no quorum of addresses, so none is asked for.
 *
 * @returns null where nobody voted for or against
 * @example passesByAddress([{ voter: a, votes: 60n, choice: 'for' }, { voter: b, votes: 1n, choice: 'against' }], rule) // false: 1 to 1
 */
export function passesByAddress(ballots: readonly Ballot[], rule: CountingRule): boolean | null {
  const heads = toTally(ballots.filter(({ votes }) => votes > 0n).map((ballot) => ({ ...ballot, votes: 1n })))
  return heads.for + heads.against === 0n ? null : passes(heads, { ...rule, quorum: 0n })
}

/**
 * How a proposal would have ended had the k largest of those who voted stayed away, under its own rule.
 *
 * @example passesWithoutLargest(ballots, rule, 1) // false where the largest brought the quorum
 */
export const passesWithoutLargest = (ballots: readonly Ballot[], rule: CountingRule, k: number): boolean =>
  passes(toTally(toLargestFirst(ballots.filter(({ choice }) => choice !== 'absent')).slice(k)), rule)

/**
 * Whether some voters alone decided: the outcome without them is another.
 *
 * @param voters as of all accounts that carry a label of an insider
 * @example wasDecidedBy(ballots, rule, new Set([founder])) // true where the proposal passes only with the founder
 */
export const wasDecidedBy = (ballots: readonly Ballot[], rule: CountingRule, voters: ReadonlySet<Address>): boolean =>
  passes(toTally(ballots), rule) !== passes(toTally(ballots.filter(({ voter }) => !voters.has(voter))), rule)
