import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Tally } from '@/lib/domain/ballot'
import type { Proposal, ProposalSummary, Vote } from '@/lib/domain/proposal'
import type { ProposalName } from '@/lib/domain/proposalWord'
import { toOutcome, type Outcome } from '@/lib/governance/outcome'
import type { Database } from './database'
import { outcomeSchema } from './outcomeRows'
import { proposalSchema, proposalSummarySchema } from './proposalRows'
import { accounts, proposals, votes, votesSnapshots } from './schema'
import { toVote, voteColumns } from './voteRows'

/** A proposal with what its votes make of it. */
export interface OutcomeRow {
  id: number
  proposal: ProposalSummary
  outcome: Outcome
}

/** Every proposal of a protocol with its outcome, the one that closes last first: without loading a vote. */
export async function loadOutcomes(database: Database, protocol: string): Promise<OutcomeRow[]> {
  const rows = await database.db
    .select({ id: proposals.id, proposal: sql<unknown>`${proposals.proposal} - 'description' - 'calls'`, outcome: proposals.outcome })
    .from(proposals)
    .where(eq(proposals.protocol, protocol))
    .orderBy(desc(proposals.closes), desc(proposals.id))
  const found: OutcomeRow[] = []
  for (const { id, proposal: written, outcome } of rows) {
    const proposal = proposalSummarySchema.parse(written)
    // Of rows from before there was one, or another than today's, it is made from the votes.
    const kept = outcomeSchema.safeParse(outcome)
    found.push({ id, proposal, outcome: kept.success ? kept.data : toOutcome(proposal, await loadVotesOf(database, id)) })
  }
  return found
}

/** What some accounts cast together on each proposal of a protocol, by the proposal's id; those where they cast nothing are missing. */
export async function loadCastBy({ db }: Database, protocol: string, voters: readonly Address[]): Promise<Map<number, Tally>> {
  if (voters.length === 0) return new Map()
  const sum = (column: typeof votes.inFavour | typeof votes.against | typeof votes.abstain) => sql<string>`sum(${column})::text`
  const rows = await db
    .select({ id: votes.proposalId, inFavour: sum(votes.inFavour), against: sum(votes.against), abstain: sum(votes.abstain) })
    .from(votes)
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .innerJoin(accounts, eq(accounts.id, votes.accountId))
    .where(and(eq(proposals.protocol, protocol), inArray(accounts.address, [...voters])))
    .groupBy(votes.proposalId)
  return new Map(rows.map(({ id, inFavour, against, abstain }) => [id, { for: BigInt(inFavour), against: BigInt(against), abstain: BigInt(abstain) }]))
}

/** On which of a protocol's proposals, by their ids, each account cast something: without the votes themselves, of which there may be a million. */
export async function loadVotedOn({ db }: Database, protocol: string): Promise<Map<Address, number[]>> {
  const rows = await db
    .select({ voter: accounts.address, ids: sql<number[]>`array_agg(${votes.proposalId})` })
    .from(votes)
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .innerJoin(accounts, eq(accounts.id, votes.accountId))
    .where(eq(proposals.protocol, protocol))
    .groupBy(accounts.address)
  return new Map(rows.map(({ voter, ids }) => [voter, ids]))
}

/** What could be cast in all at the end of each of these UTC days, where it is kept. */
export async function loadDelegatedOn({ db }: Database, protocol: string, days: readonly string[]): Promise<Map<string, bigint>> {
  if (days.length === 0) return new Map()
  const rows = await db
    .select({ day: votesSnapshots.day, delegated: votesSnapshots.delegated })
    .from(votesSnapshots)
    .where(and(eq(votesSnapshots.protocol, protocol), ne(votesSnapshots.origin, 'imported'), inArray(votesSnapshots.day, [...new Set(days)])))
    // Of a day both from the logs and from the chain, the chain's: it comes last and stays.
    .orderBy(desc(votesSnapshots.origin))
  return new Map(rows.map(({ day, delegated }) => [day, delegated]))
}

/** One proposal, whole, with the outcome that is kept of it; null where the protocol has none of this name. */
export async function findProposal({ db }: Database, protocol: string, { origin, place, key }: ProposalName): Promise<{ id: number; proposal: Proposal; outcome: Outcome | null } | null> {
  const [row] = await db
    .select({ id: proposals.id, proposal: proposals.proposal, outcome: proposals.outcome })
    .from(proposals)
    .where(and(eq(proposals.protocol, protocol), eq(proposals.origin, origin), eq(proposals.place, place), eq(proposals.key, key)))
  if (!row) return null
  const kept = outcomeSchema.safeParse(row.outcome)
  return { id: row.id, proposal: proposalSchema.parse(row.proposal), outcome: kept.success ? kept.data : null }
}

/** Which proposals a protocol has, the one that closes last first. */
export async function loadProposalNames({ db }: Database, protocol: string): Promise<ProposalName[]> {
  return db.select({ origin: proposals.origin, place: proposals.place, key: proposals.key }).from(proposals).where(eq(proposals.protocol, protocol)).orderBy(desc(proposals.closes), desc(proposals.id))
}

/** What was cast on one proposal, largest first, ties by address. */
export async function loadVotesOf({ db }: Database, proposalId: number, { offset = 0, limit }: { offset?: number; limit?: number } = {}): Promise<Vote[]> {
  const ordered = db
    .select(voteColumns)
    .from(votes)
    .innerJoin(accounts, eq(accounts.id, votes.accountId))
    .where(eq(votes.proposalId, proposalId))
    .orderBy(desc(votes.votes), accounts.address)
    .$dynamic()
  const rows = await (limit === undefined ? ordered : ordered.offset(offset).limit(limit))
  return rows.map(toVote)
}
