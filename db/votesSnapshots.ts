import { and, asc, desc, eq, gt, lt, min, ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import { amountSchema } from '@/lib/domain/amountSchema'
import type { MetricResult } from '@/lib/domain/metric'
import type { Block } from '@/lib/domain/snapshot'
import type { VotesAudit, VotesSnapshot } from '@/lib/domain/votingPower'
import { saveAccounts } from './accounts'
import { markProtocolChanged } from './contentVersion'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { accounts, delegateVotes, votesSnapshots } from './schema'
import { metricsSchema } from './snapshotRows'

/** Votes at one block with the metrics of their distribution. */
export interface MeasuredVotes extends VotesSnapshot {
  /** UTC day */
  day: string
  /** 'chain': read and audited at the block; 'ledger': folded from kept logs alone */
  origin: 'chain' | 'ledger'
  /** Of the delegates' votes; their denominator is `delegated` */
  metrics: Readonly<Record<string, MetricResult>>
}

/** One day of history: who the delegates were is not kept. */
export type VotesDay = Omit<MeasuredVotes, 'delegates'>

const summarySchema = z.object({
  clock: z.enum(['blockNumber', 'timestamp']),
  audit: z
    .object({
      status: z.enum(['passed', 'failed', 'incomplete']),
      sampled: z.int(),
      mismatches: z.array(z.object({ account: addressSchema, folded: amountSchema, chain: amountSchema })),
    })
    .nullable(),
  gaps: z.array(z.object({ subject: z.string(), reason: z.string() })),
  metrics: metricsSchema,
})

/** What contracts answered beside their logs, by their address. */
export type VotesAnswersOf = Readonly<Record<Address, unknown>>

const toSummary = ({ clock, audit, gaps, metrics }: VotesDay, more: { recipe: string | null } | { answers: VotesAnswersOf }): unknown =>
  JSON.parse(JSON.stringify({ clock, audit, gaps, metrics, ...more }, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))

const toRow = (protocol: string, votes: VotesDay, more: Parameters<typeof toSummary>[1]) => ({
  protocol,
  origin: votes.origin,
  day: votes.day,
  blockNumber: votes.block.number,
  blockHash: votes.block.hash,
  blockTimestamp: votes.block.timestamp,
  delegated: votes.delegated,
  summary: toSummary(votes, more),
})

const toDay = (row: typeof votesSnapshots.$inferSelect): VotesDay => ({
  day: row.day,
  origin: row.origin as VotesDay['origin'],
  block: { number: row.blockNumber!, hash: row.blockHash!, timestamp: row.blockTimestamp! },
  delegated: row.delegated,
  ...summarySchema.parse(row.summary),
})

/** Saves the votes of a block that was read from the chain, with its delegates; those of earlier blocks keep their figures alone. */
export async function saveVotes(database: Database, protocol: string, votes: MeasuredVotes, answers: VotesAnswersOf = {}): Promise<void> {
  const ids = await saveAccounts(database.pool, votes.delegates.map(({ delegate }) => delegate))
  await inTransaction(database, async (db, client) => {
    const row = toRow(protocol, votes, { answers })
    const [saved] = await db
      .insert(votesSnapshots)
      .values(row)
      .onConflictDoUpdate({ target: [votesSnapshots.protocol, votesSnapshots.origin, votesSnapshots.day], set: row })
      .returning({ id: votesSnapshots.id })
    const ofProtocol = await db.select({ id: votesSnapshots.id }).from(votesSnapshots).where(and(eq(votesSnapshots.protocol, protocol), eq(votesSnapshots.origin, 'chain')))
    for (const { id } of ofProtocol) await db.delete(delegateVotes).where(eq(delegateVotes.snapshotId, id))
    await copyRows(
      client,
      'delegate_votes (snapshot_id, rank, account_id, votes, delegators, own)',
      votes.delegates.map((one, place) => [saved!.id, place + 1, ids.get(one.delegate)!, one.votes, one.delegators, one.own]),
    )
    await markProtocolChanged(db, protocol)
  })
}

/**
 * Saves days of history, each in place of what was kept of it.
 *
 * @param recipe what they were made with, see `loadLastVotesDay`
 */
export async function saveVotesDays(database: Database, protocol: string, days: readonly VotesDay[], recipe: string | null = null): Promise<void> {
  if (days.length === 0) return
  await inTransaction(database, async (db) => {
    for (const votes of days) {
      const row = toRow(protocol, votes, { recipe })
      await db.insert(votesSnapshots).values(row).onConflictDoUpdate({ target: [votesSnapshots.protocol, votesSnapshots.origin, votesSnapshots.day], set: row })
    }
    await markProtocolChanged(db, protocol)
  })
}

/** Days of history after a block were made with logs that were found wrong: they are made again once the logs have come so far. */
export async function staleVotesDays({ db }: Database, protocol: string, after: number): Promise<void> {
  const stale = and(eq(votesSnapshots.protocol, protocol), eq(votesSnapshots.origin, 'ledger'), gt(votesSnapshots.blockNumber, after))
  await db.update(votesSnapshots).set({ summary: sql`${votesSnapshots.summary} || '{"recipe": null}'` }).where(stale)
}

/** The row of the newest votes that were read from the chain. */
async function findNewest(db: Database['db'], protocol: string): Promise<typeof votesSnapshots.$inferSelect | undefined> {
  const [row] = await db
    .select()
    .from(votesSnapshots)
    .where(and(eq(votesSnapshots.protocol, protocol), eq(votesSnapshots.origin, 'chain')))
    .orderBy(desc(votesSnapshots.blockNumber))
    .limit(1)
  return row
}

/** The newest votes that were read from the chain, with every delegate; null before the first. */
export async function loadVotesSnapshot({ db }: Database, protocol: string): Promise<MeasuredVotes | null> {
  const row = await findNewest(db, protocol)
  if (!row) return null
  const delegates = await db
    .select({ delegate: accounts.address, votes: delegateVotes.votes, delegators: delegateVotes.delegators, own: delegateVotes.own })
    .from(delegateVotes)
    .innerJoin(accounts, eq(accounts.id, delegateVotes.accountId))
    .where(eq(delegateVotes.snapshotId, row.id))
    .orderBy(asc(delegateVotes.rank))
  return { ...toDay(row), delegates }
}

const answersSchema = z.object({ answers: z.record(addressSchema, z.unknown()).default({}) })

/** What contracts answered beside their logs when the newest votes were read, by their address; those that said nothing are missing. */
export async function loadVotesAnswers({ db }: Database, protocol: string): Promise<VotesAnswersOf> {
  const row = await findNewest(db, protocol)
  return answersSchema.parse(row?.summary ?? {}).answers
}

/** How the newest votes that were read from the chain came off against it; null before the first. */
export async function loadVotesAudit({ db }: Database, protocol: string): Promise<VotesAudit['status'] | null> {
  const row = await findNewest(db, protocol)
  return row ? (summarySchema.parse(row.summary).audit?.status ?? null) : null
}

/** Every day that is kept, oldest first; of a day both from the chain and from the logs, the chain's. */
export async function loadVotesDays({ db }: Database, protocol: string): Promise<VotesDay[]> {
  const rows = await db.select().from(votesSnapshots).where(and(eq(votesSnapshots.protocol, protocol), ne(votesSnapshots.origin, 'imported'))).orderBy(asc(votesSnapshots.day), desc(votesSnapshots.origin))
  // 'ledger' sorts behind 'chain': descending, the chain's row comes last and stays.
  return [...new Map(rows.map((row) => [row.day, row])).values()].map(toDay)
}

/**
 * The last day that history reaches with figures made as they are made today: the day before the first that was made otherwise, or null.
 *
 * @param recipe what figures are made with, see `toVotesRecipe`
 */
export async function loadLastVotesDay({ db }: Database, protocol: string, recipe: string): Promise<{ day: string; block: Block } | null> {
  const ofLedger = and(eq(votesSnapshots.protocol, protocol), eq(votesSnapshots.origin, 'ledger'))
  const [stale] = await db.select({ first: min(votesSnapshots.day) }).from(votesSnapshots).where(and(ofLedger, sql`${votesSnapshots.summary}->>'recipe' is distinct from ${recipe}`))
  const [row] = await db
    .select()
    .from(votesSnapshots)
    .where(and(ofLedger, stale?.first ? lt(votesSnapshots.day, stale.first) : undefined))
    .orderBy(desc(votesSnapshots.day))
    .limit(1)
  if (!row) return null
  const { day, block } = toDay(row)
  return { day, block }
}
