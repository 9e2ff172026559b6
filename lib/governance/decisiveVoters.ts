import type { Address } from '@/lib/domain/address'
import type { CountingRule, Tally } from '@/lib/domain/ballot'
import { fewestForBoth, type Fewest, type Gain } from './fewestForBoth'
import { passes, toQuorumVotes } from './tally'

/** What a voter did with its votes at a proposal. */
export interface Ballot {
  voter: Address
  /** All it had: what it cast and what it did not */
  votes: bigint
  /** What it cast, each way; all of them 0 for somebody who did not vote. Fractional votes have more than one part */
  parts: Tally
}

/** Who could have changed how a proposal ended. */
export interface Decisive {
  passed: boolean
  /** Every voter who alone could have turned the outcome by voting otherwise or by not voting, the largest first */
  alone: Address[]
  /** How few could have turned it together; null where not even all could */
  fewest: Fewest | null
}

/**
 * Who was decisive at a proposal, under its Governor's own rule, with everybody else's vote as it was.
 *
 * What passed is turned by bringing for down to its share, best by voting against, or by bringing the quorum down, best by not voting; one of
 * both is enough. What failed is turned by voting for, which must make up for both. Who moves, moves all its votes, also those it did not cast.
 *
 * @param ballots one for each voter; with those who did not vote where it is known what they had
 * @example toDecisive([{ voter: a, votes: 60n, parts: { for: 60n, against: 0n, abstain: 0n } }, …], rule).alone // [a]
 */
export function toDecisive(ballots: readonly Ballot[], rule: CountingRule): Decisive {
  const tally = toTally(ballots)
  const passed = passes(tally, rule)
  const fewest = passed ? fewestToDefeat : fewestToPass
  const alone = ballots.filter((ballot) => fewest([ballot], tally, rule)?.count === 1)
  return { passed, alone: toLargestFirst(alone).map(({ voter }) => voter), fewest: fewest(ballots, tally, rule) }
}

/**
 * What ballots add up to.
 *
 * @example toTally([{ voter: a, votes: 60n, parts: { for: 40n, against: 20n, abstain: 0n } }]) // { for: 40n, against: 20n, abstain: 0n }
 */
export function toTally(ballots: readonly Pick<Ballot, 'parts'>[]): Tally {
  const tally = { for: 0n, against: 0n, abstain: 0n }
  for (const { parts } of ballots) {
    tally.for += parts.for
    tally.against += parts.against
    tally.abstain += parts.abstain
  }
  return tally
}

/**
 * How much somebody cast.
 *
 * @example toCast({ for: 40n, against: 20n, abstain: 0n }) // 60n
 */
export const toCast = ({ for: inFavour, against, abstain }: Tally): bigint => inFavour + against + abstain

/**
 * How far for is above its share, times the share's denominator: above 0 there is a majority.
 *
 * @example toMargin({ for: 60n, against: 30n, abstain: 5n }, rule) // 2 · 60 − 90 = 30n, where more than a half is asked for
 */
export const toMargin = (tally: Tally, { majority }: Pick<CountingRule, 'majority'>): bigint =>
  majority.denominator * tally.for - majority.numerator * (tally.for + tally.against)

const allAgainst = ({ votes }: Ballot): Tally => ({ for: 0n, against: votes, abstain: 0n })
const allFor = ({ votes }: Ballot): Tally => ({ for: votes, against: 0n, abstain: 0n })

function fewestToDefeat(ballots: readonly Ballot[], tally: Tally, rule: CountingRule): Fewest | null {
  const byMajority = countDown(ballots.map((ballot) => toMargin(ballot.parts, rule) - toMargin(allAgainst(ballot), rule)), toMargin(tally, rule))
  const byQuorum = countDown(ballots.map(({ parts }) => toQuorumVotes(parts, rule)), toQuorumVotes(tally, rule) - rule.quorum + 1n)
  const count = byMajority === null ? byQuorum : byQuorum === null ? byMajority : Math.min(byMajority, byQuorum)
  return count === null ? null : { count, exact: true }
}

/** How many of the largest it takes for at least so much. */
function countDown(effects: bigint[], needed: bigint): number | null {
  let sum = 0n
  for (const [place, effect] of effects.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).entries()) {
    sum += effect
    if (sum >= needed) return place + 1
  }
  return null
}

function fewestToPass(ballots: readonly Ballot[], tally: Tally, rule: CountingRule): Fewest | null {
  // For counts towards the quorum everywhere: nobody who moves to it takes anything from it.
  const gains = ballots.map((ballot): Gain => ({
    margin: toMargin(allFor(ballot), rule) - toMargin(ballot.parts, rule),
    quorum: toQuorumVotes(allFor(ballot), rule) - toQuorumVotes(ballot.parts, rule),
  }))
  return fewestForBoth(gains, { margin: 1n - toMargin(tally, rule), quorum: rule.quorum - toQuorumVotes(tally, rule) })
}

/**
 * Ballots by the votes behind them, ties by address.
 *
 * @example toLargestFirst(ballots)[0]?.voter // who has the most
 */
export const toLargestFirst = <Cast extends Ballot>(ballots: readonly Cast[]): Cast[] =>
  [...ballots].sort((a, b) => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.voter < b.voter ? -1 : 1))
