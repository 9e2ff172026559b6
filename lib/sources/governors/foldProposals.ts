import type { Log } from '../../chain/log'
import { toReason } from '../../chain/reason'
import type { Address } from '../../domain/address'
import type { Tally } from '../../domain/ballot'
import type { Gap } from '../../domain/snapshot'
import { toPlace } from '../eventWords'
import type { GovernorEvent } from './governorEvent'

/** Where in the chain something happened. */
export interface LogPlace {
  block: number
  logIndex: number
}

/** What one account has cast, of all its logs together. */
export interface FoldedVote {
  votes: bigint
  parts: Tally
  /** Of the last of them */
  block: number
}

/** A proposal as the logs alone tell it. */
export interface FoldedProposal extends Omit<Extract<GovernorEvent, { kind: 'created' }>, 'kind'> {
  created: LogPlace
  votes: ReadonlyMap<Address, FoldedVote>
  canceled: LogPlace | null
  executed: LogPlace | null
  queued: (LogPlace & { eta: number }) | null
  gaps: readonly Gap[]
}

/** All that a Governor's logs tell. */
export interface GovernorBook {
  proposals: ReadonlyMap<string, FoldedProposal>
  thresholds: readonly (LogPlace & { before: bigint; after: bigint })[]
  exemptions: readonly (LogPlace & { account: Address; until: bigint })[]
  upgrades: readonly LogPlace[]
  /** Logs that could not be read, or that belong to no proposal */
  gaps: readonly Gap[]
}

/** A book that is still being written. */
export interface OpenGovernorBook {
  book: GovernorBook
  add: (logs: readonly Log[], how?: { takesFractions: boolean }) => void
  /** Lets a proposal's votes go: it has ended, and whoever needs them has them */
  release: (key: string) => void
}

type Folding = { -readonly [Key in keyof FoldedProposal]: FoldedProposal[Key] } & { votes: Map<Address, FoldedVote>; gaps: Gap[] }

type ThresholdPlace = GovernorBook['thresholds'][number]
type ExemptionPlace = GovernorBook['exemptions'][number]

/** So many logs that say nothing are named, of a proposal or of the whole Governor. */
const namedGaps = 20

/**
 * What a Governor's logs add up to: each proposal with what became of it and who cast what. Casts of one voter at one proposal add up. A log that
 * is malformed, or about a proposal that no log has created, is a gap.
 *
 * Logs may be added piece by piece, each piece in the chain's order: those that tell of proposals before the votes on them. Votes of a proposal that
 * has ended may be let go, once somebody has them: all votes of a large Governor would not fit. What is told of it stays.
 *
 * @param toEvent what a log says; throws where it is malformed
 * @example const { add, book } = openGovernorBook(source.toEvent); add(course); add(votes, { takesFractions: true }); book.proposals.get('1')?.votes.size // 3
 */
export function openGovernorBook(toEvent: (log: Log) => GovernorEvent): OpenGovernorBook {
  const released = new Set<string>()
  // The same voters vote again and again: each is written once.
  const voters = new Map<Address, Address>()
  const proposals = new Map<string, Folding>()
  const book = { proposals, thresholds: [] as ThresholdPlace[], exemptions: [] as ExemptionPlace[], upgrades: [] as LogPlace[], gaps: [] as Gap[] }
  const refuse = (log: Log, reason: string) => {
    if (book.gaps.length < namedGaps) book.gaps.push({ subject: toPlace(log), reason })
  }
  const addOne = (log: Log, takesFractions: boolean) => {
    const place = { block: log.blockNumber, logIndex: log.logIndex }
    const event = toEvent(log)
    if (event.kind === 'upgraded') book.upgrades.push(place)
    else if (event.kind === 'thresholdSet') book.thresholds.push({ ...place, before: event.before, after: event.after })
    else if (event.kind === 'exempted') book.exemptions.push({ ...place, account: event.account, until: event.until })
    else if (event.kind === 'created') {
      if (proposals.has(event.key)) return refuse(log, `proposal ${event.key} was created before`)
      proposals.set(event.key, { ...toFields(event), created: place, votes: new Map(), canceled: null, executed: null, queued: null, gaps: [] })
    } else {
      const proposal = proposals.get(event.key)
      if (!proposal) refuse(log, `no log has created proposal ${event.key}`)
      else if (event.kind === 'cast' && released.has(event.key)) refuse(log, `proposal ${event.key} had ended before`)
      else if (event.kind === 'cast') {
        const { voter } = event
        if (!voters.has(voter)) voters.set(voter, voter)
        addVote(proposal, { ...event, voter: voters.get(voter)! }, log, takesFractions)
      }
      else if (event.kind === 'queued') proposal.queued = { ...place, eta: event.eta }
      else if (event.kind === 'extended') proposal.end = event.end
      else proposal[event.kind] = place
    }
  }
  return {
    book,
    release: (key) => {
      const proposal = proposals.get(key)
      if (!proposal) return
      proposal.votes = new Map()
      released.add(key)
    },
    add: (logs, { takesFractions } = { takesFractions: false }) => {
      for (const log of logs) {
        try {
          addOne(log, takesFractions)
        } catch (error) {
          refuse(log, toReason(error))
        }
      }
    },
  }
}

const toFields = ({ key, proposer, calls, start, end, description }: Extract<GovernorEvent, { kind: 'created' }>) => ({ key, proposer, calls, start, end, description })

function addVote(proposal: Folding, { voter, votes, parts, fraction }: Extract<GovernorEvent, { kind: 'cast' }>, log: Log, takesFractions: boolean): void {
  const inParts = takesFractions ? fraction : null
  const cast = inParts ?? parts
  if (!cast && proposal.gaps.length < namedGaps) proposal.gaps.push({ subject: toPlace(log), reason: `${voter} voted in a way that is neither for, against nor abstention` })
  const amount = inParts ? inParts.for + inParts.against + inParts.abstain : votes
  const before = proposal.votes.get(voter)
  if (!before) {
    proposal.votes.set(voter, { votes: amount, parts: cast ?? { for: 0n, against: 0n, abstain: 0n }, block: log.blockNumber })
    return
  }
  before.votes += amount
  before.block = log.blockNumber
  if (cast) before.parts = { for: before.parts.for + cast.for, against: before.parts.against + cast.against, abstain: before.parts.abstain + cast.abstain }
}

/**
 * How many votes it took to propose when a proposal was made, by the logs that say how it changed: what the last one before set, or what the
 * first one after replaced.
 *
 * @returns null where no log ever said it
 * @example toThreshold(book, proposal) // 25000000000000000000000n
 */
export function toThreshold({ thresholds }: Pick<GovernorBook, 'thresholds'>, { created }: Pick<FoldedProposal, 'created'>): bigint | null {
  const later = thresholds.findIndex((place) => isAfter(place, created))
  if (later === 0) return thresholds[0]!.before
  return (later < 0 ? thresholds.at(-1) : thresholds[later - 1])?.after ?? null
}

/**
 * Whether its proposer may propose without votes at that moment, as GovernorBravo's whitelist has it.
 *
 * @param timestamp of the block in which it was created
 * @example isExempt(book, proposal, 1_700_000_000) // false
 */
export function isExempt({ exemptions }: Pick<GovernorBook, 'exemptions'>, { created, proposer }: Pick<FoldedProposal, 'created' | 'proposer'>, timestamp: number): boolean {
  const last = exemptions.findLast((place) => place.account === proposer && !isAfter(place, created))
  return last !== undefined && last.until > BigInt(timestamp)
}

/** Whether one place comes after another. @example isAfter({ block: 2, logIndex: 0 }, { block: 1, logIndex: 5 }) // true */
export const isAfter = (one: LogPlace, other: LogPlace): boolean => one.block > other.block || (one.block === other.block && one.logIndex > other.logIndex)
