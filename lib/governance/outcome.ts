import type { Address } from '@/lib/domain/address'
import type { CountingRule, Tally } from '@/lib/domain/ballot'
import type { Text } from '@/lib/domain/text'
import type { Proposal, ProposalState, Vote } from '@/lib/domain/proposal'
import type { UntoldVotes } from '@/lib/domain/votingPower'
import { toCastSpread, type CastSpread } from './castSpread'
import { toCast, toDecisive, toTally, type Ballot } from './decisiveVoters'
import type { Fewest } from './fewestForBoth'
import { passesByAddress, passesWithoutLargest } from './otherwise'
import { passes } from './tally'
import { minimalQuorum } from './thresholds'

/** Why it cannot be told who was decisive. */
export const untoldReasons = {
  undecided: { en: 'not decided yet', de: 'noch nicht entschieden' },
  canceled: { en: 'canceled: no vote ended it', de: 'zurückgezogen: keine Abstimmung hat sie beendet' },
  options: { en: 'not a question of for and against', de: 'keine Frage von dafür und dagegen' },
  noRule: { en: 'nobody says what it takes to pass', de: 'niemand sagt, was zur Annahme nötig ist' },
  incomplete: { en: 'the votes that are kept do not add up to what the contract counted', de: 'die vorliegenden Stimmen ergeben nicht, was der Contract gezählt hat' },
  disagrees: { en: 'by the rule as it was read, it would have ended the other way', de: 'nach der gelesenen Regel wäre sie anders ausgegangen' },
} as const satisfies Record<string, Text>
export type UntoldReason = keyof typeof untoldReasons

/** Who could have flipped an outcome. */
export interface Flip {
  /** How many could have alone */
  alone: number
  /** Of these the largest, at most `named` */
  largest: readonly Address[]
  /** How few could have together; null where not even all could */
  fewest: Fewest | null
}

/** How a proposal came to its end under its own rule, and how near it was to another. */
export interface Ruling {
  passed: boolean
  /** Of those who voted */
  flip: Flip
  /** With those who had votes and did not vote; null where nobody knows what they had */
  flipWithAbsent: Flip | null
  /** By one address, one vote; null where no address counts for or against */
  passedByAddress: boolean | null
  /** Without the k largest of those who voted */
  passedWithout: readonly { largest: number; passed: boolean }[]
}

/** What is to be said of a proposal's votes. */
export interface Outcome {
  /** Of all that was cast for, against and in abstention; what was cast for options is in none */
  tally: Tally
  /** All that was cast, whichever way */
  cast: bigint
  voters: number
  /** All that could have been cast when votes were counted; null where nobody knows */
  delegated: bigint | null
  /** Why nobody knows; null where somebody does, or did not say */
  untoldPower: UntoldVotes | null
  /** Who cast the most; null where nobody voted */
  largest: { voter: Address; votes: bigint } | null
  /** The fewest voters with at least half of what was cast (Falk et al. 2024); null where nothing was */
  minimalQuorum: number | null
  /** How few hands cast it; null where nothing was cast, or who kept it did not say */
  spread: CastSpread | null
  ruling: Ruling | UntoldReason
}

/** So many of the largest are left out, each time. */
export const leftOut = [1, 3, 10] as const
/** So many of those who alone could have flipped it are named. */
const named = 5

const decided: Readonly<Record<ProposalState, boolean | UntoldReason>> = {
  pending: 'undecided', active: 'undecided', canceled: 'canceled', defeated: false, succeeded: true, queued: true, expired: true, executed: true,
}

/**
 * How a proposal ended and who could have ended it otherwise. What votes add up to is said of every proposal; who was decisive only where it has
 * been decided by for and against under a rule that is known, by votes that are all there, and as the rule says.
 *
 * @param votes each voter once
 * @param power what accounts could cast at the block that counted, or why nobody knows; those who voted need not be among them
 * @example toOutcome(proposal, votes).ruling // { passed: true, flip: { alone: 1, largest: ['0x…'], fewest: { count: 1, exact: true } }, … }
 */
export function toOutcome(proposal: Pick<Proposal, 'state' | 'rule' | 'options' | 'counted'>, votes: readonly Vote[], power?: ReadonlyMap<Address, bigint> | UntoldVotes): Outcome {
  const [known, untoldPower] = typeof power === 'string' ? [undefined, power] : [power, null]
  const ballots = votes.map(({ voter, votes: cast, parts }): Ballot => ({ voter, votes: cast, parts }))
  const tally = toTally(ballots)
  const largest = votes.reduce<Outcome['largest']>((most, { voter, votes: cast }) => (cast > (most?.votes ?? 0n) || (cast === most?.votes && voter < most.voter) ? { voter, votes: cast } : most), null)
  return {
    tally,
    cast: votes.reduce((sum, { votes: cast }) => sum + cast, 0n),
    voters: votes.length,
    delegated: known ? [...known.values()].reduce((sum, own) => sum + own, 0n) : null,
    untoldPower,
    largest,
    minimalQuorum: minimalQuorum(votes.map(({ votes: cast }) => cast)),
    spread: toCastSpread(votes.map(({ votes: cast }) => cast)),
    ruling: toRuling(proposal, ballots, tally, known),
  }
}

function toRuling({ state, rule, options, counted }: Pick<Proposal, 'state' | 'rule' | 'options' | 'counted'>, ballots: readonly Ballot[], tally: Tally, power?: ReadonlyMap<Address, bigint>): Ruling | UntoldReason {
  const passed = decided[state]
  if (typeof passed === 'string') return passed
  if (options.length > 0) return 'options'
  if (!rule) return 'noRule'
  if (counted && (counted.for !== tally.for || counted.against !== tally.against || counted.abstain !== tally.abstain)) return 'incomplete'
  if (passes(tally, rule) !== passed) return 'disagrees'
  return {
    passed,
    flip: toFlip(ballots, rule),
    flipWithAbsent: power ? toFlip(withAbsent(ballots, power), rule) : null,
    passedByAddress: passesByAddress(ballots, rule),
    passedWithout: leftOut.map((count) => ({ largest: count, passed: passesWithoutLargest(ballots, rule, count) })),
  }
}

function toFlip(ballots: readonly Ballot[], rule: CountingRule): Flip {
  const { alone, fewest } = toDecisive(ballots, rule)
  return { alone: alone.length, largest: alone.slice(0, named), fewest }
}

const nothing: Tally = { for: 0n, against: 0n, abstain: 0n }

/** Ballots with what their voters could have cast, and of those who did not vote. */
function withAbsent(ballots: readonly Ballot[], power: ReadonlyMap<Address, bigint>): Ballot[] {
  const voted = new Set(ballots.map(({ voter }) => voter))
  const absent = [...power].flatMap(([voter, votes]): Ballot[] => (votes > 0n && !voted.has(voter) ? [{ voter, votes, parts: nothing }] : []))
  // What was cast was there to be cast, whatever somebody else knows.
  return [...ballots.map((ballot) => ({ ...ballot, votes: larger(power.get(ballot.voter) ?? 0n, toCast(ballot.parts)) })), ...absent]
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
