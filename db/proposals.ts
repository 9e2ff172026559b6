import { and, asc, desc, eq, inArray, notInArray, sql, type SQL } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import type { Address } from '@/lib/domain/address'
import type { Proposal, ProposalOrigin, Vote } from '@/lib/domain/proposal'
import type { UntoldVotes } from '@/lib/domain/votingPower'
import { toOutcome } from '@/lib/governance/outcome'
import { saveAccounts } from './accounts'
import { markProtocolChanged } from './contentVersion'
import { copyRows } from './copy'
import { inTransaction, type Database, type Queries } from './database'
import { toOutcomeJson } from './outcomeRows'
import { proposalSchema, toProposalJson } from './proposalRows'
import { accounts, proposals, votes } from './schema'
import { toVote, voteColumns } from './voteRows'

/** A proposal with all that was cast on it. */
export interface VotedProposal {
  proposal: Proposal
  /** Each voter once */
  votes: readonly Vote[]
}

/** A proposal to be kept; null in place of its votes where those that are kept already stay. */
export interface ProposalToSave {
  proposal: Proposal
  votes: readonly Vote[] | null
  /** What accounts could cast when votes were counted, or why nobody knows; made when it is saved */
  power?: () => ReadonlyMap<Address, bigint> | UntoldVotes
}

/** A proposal as it is kept, by its id in the database. */
export type SavedProposal = Proposal & { id: number }

/** Where proposals stand: the Governor's address, the space's or the file's name. */
export interface ProposalPlace {
  protocol: string
  origin: ProposalOrigin
  place: string
}

/**
 * Saves all proposals of one place: those that it no longer has go, with their votes.
 *
 * @param unchanged keys of further proposals of the place, which stay as they are kept
 */
export async function saveProposals(database: Database, place: ProposalPlace, voted: readonly ProposalToSave[], unchanged: readonly string[] = []): Promise<void> {
  const ids = await saveVoters(database, voted)
  await inTransaction(database, async (db, client) => {
    await removeOthers(db, place, [...unchanged, ...voted.map(({ proposal }) => proposal.key)])
    for (const one of voted) await saveVoted(db, client, place, one, ids)
    await markProtocolChanged(db, place.protocol)
  })
}

/** Saves some proposals of a place, each whole; its others stay as they are. */
export async function addProposals(database: Database, place: ProposalPlace, voted: readonly ProposalToSave[]): Promise<void> {
  const ids = await saveVoters(database, voted)
  await inTransaction(database, async (db, client) => {
    for (const one of voted) await saveVoted(db, client, place, one, ids)
    await markProtocolChanged(db, place.protocol)
  })
}

/**
 * Lets go the proposals of a place that it no longer has, with their votes.
 *
 * @param keys those that it has
 * @returns how many went
 */
export async function removeOtherProposals(database: Database, place: ProposalPlace, keys: readonly string[]): Promise<number> {
  return inTransaction(database, async (db) => {
    const gone = await removeOthers(db, place, keys)
    if (gone > 0) await markProtocolChanged(db, place.protocol)
    return gone
  })
}

const saveVoters = (database: Database, voted: readonly ProposalToSave[]): Promise<Map<Address, number>> =>
  saveAccounts(database.pool, voted.flatMap((one) => one.votes?.map(({ voter }) => voter) ?? []))

async function removeOthers(db: Queries, { protocol, origin, place }: ProposalPlace, keys: readonly string[]): Promise<number> {
  const ofPlace = and(eq(proposals.protocol, protocol), eq(proposals.origin, origin), eq(proposals.place, place))
  const gone = await db.delete(proposals).where(keys.length === 0 ? ofPlace : and(ofPlace, notInArray(proposals.key, [...keys]))).returning({ id: proposals.id })
  return gone.length
}

async function saveVoted(db: Queries, client: PoolClient, { protocol, origin, place }: ProposalPlace, { proposal, votes: cast, power }: ProposalToSave, ids: ReadonlyMap<Address, number>): Promise<void> {
  const isThis = and(eq(proposals.protocol, protocol), eq(proposals.origin, origin), eq(proposals.place, place), eq(proposals.key, proposal.key))
  // An outcome follows from the state as well: what is kept may be decided by now.
  const counted = cast ?? [...(await loadVotesWhere(db, isThis)).values()].flat()
  const outcome = toOutcomeJson(toOutcome(proposal, counted, power?.()))
  const row = { protocol, origin, place, key: proposal.key, state: proposal.state, closes: proposal.closes, proposal: toProposalJson(proposal), outcome }
  const [saved] = await db
    .insert(proposals)
    .values(row)
    .onConflictDoUpdate({ target: [proposals.protocol, proposals.origin, proposals.place, proposals.key], set: row })
    .returning({ id: proposals.id })
  if (!cast) return
  await db.delete(votes).where(eq(votes.proposalId, saved!.id))
  await copyRows(
    client,
    'votes (proposal_id, account_id, timestamp, votes, in_favour, against, abstain)',
    cast.map((vote) => [saved!.id, ids.get(vote.voter)!, vote.timestamp, vote.votes, vote.parts.for, vote.parts.against, vote.parts.abstain]),
  )
}

/** Every proposal of a protocol, the one that closes last first. */
export async function loadProposals({ db }: Database, protocol: string): Promise<SavedProposal[]> {
  const rows = await db
    .select({ id: proposals.id, proposal: proposals.proposal })
    .from(proposals)
    .where(eq(proposals.protocol, protocol))
    .orderBy(desc(proposals.closes), desc(proposals.id))
  return rows.map(({ id, proposal }) => ({ id, ...proposalSchema.parse(proposal) }))
}

/**
 * What was cast on each of a protocol's proposals, by the proposal's id, each largest first and ties by address.
 *
 * @param only the ids of those that are asked for; all where absent
 */
export const loadVotes = ({ db }: Database, protocol: string, only?: readonly number[]): Promise<Map<number, Vote[]>> =>
  loadVotesWhere(db, and(eq(proposals.protocol, protocol), only && inArray(proposals.id, [...only])))

async function loadVotesWhere(db: Queries, where: SQL | undefined): Promise<Map<number, Vote[]>> {
  const rows = await db
    .select({ id: votes.proposalId, ...voteColumns })
    .from(votes)
    .innerJoin(proposals, eq(proposals.id, votes.proposalId))
    .innerJoin(accounts, eq(accounts.id, votes.accountId))
    .where(where)
    .orderBy(asc(votes.proposalId), desc(votes.votes), asc(accounts.address))
  const found = new Map<number, Vote[]>()
  for (const { id, ...row } of rows) {
    const list = found.get(id)
    if (list) list.push(toVote(row))
    else found.set(id, [toVote(row)])
  }
  return found
}

/** Which proposals and votes a protocol has, in short: another word after any of them was saved, or went. Votes are written with their proposal. */
export async function loadProposalsVersion({ db }: Database, protocol: string): Promise<string> {
  const written = sql<string>`md5(coalesce(string_agg(${proposals.id}::text || ':' || ${proposals}.xmin::text, ',' order by ${proposals.id}), ''))`
  const [row] = await db.select({ version: written }).from(proposals).where(eq(proposals.protocol, protocol))
  return row!.version
}

/** How many proposals are kept of each place. */
export async function countProposals({ db }: Database, protocol: string): Promise<{ origin: ProposalOrigin; place: string; count: number }[]> {
  return db
    .select({ origin: proposals.origin, place: proposals.place, count: sql<number>`count(*)::int` })
    .from(proposals)
    .where(eq(proposals.protocol, protocol))
    .groupBy(proposals.origin, proposals.place)
    .orderBy(asc(proposals.origin), asc(proposals.place))
}
