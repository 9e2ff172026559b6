import { asc, count, desc, eq, max, min, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Audit } from '@/lib/domain/snapshot'
import type { Rejection, TokenStatus } from '@/lib/domain/tokenStatus'
import type { Database, Queries } from './database'
import { audits, balanceChangeChunks, balances, cursors, protocols, rejectedLogs, snapshots, syncRuns, tokens } from './schema'
import { ledgerLock } from './syncLock'

/** Every followed token: the protocol's own first, then those of its pools. */
export async function loadStatus({ db }: Database): Promise<TokenStatus[]> {
  const rows = await db
    .select({ token: tokens, cursor: cursors, run: syncRuns })
    .from(tokens)
    .innerJoin(protocols, eq(protocols.slug, tokens.protocol))
    .leftJoin(cursors, eq(cursors.tokenId, tokens.id))
    .leftJoin(syncRuns, eq(syncRuns.tokenId, tokens.id))
    .orderBy(protocols.position, tokens.id)
  const readers = await loadReaders(db)
  return Promise.all(
    rows.map(async ({ token, cursor, run }) => ({
      protocol: token.protocol,
      symbol: token.symbol,
      chainId: token.chainId,
      lastBlock: cursor?.blockNumber ?? null,
      lastTimestamp: cursor?.blockTimestamp ?? null,
      lag: cursor && run?.finalizedBlock ? Math.max(0, run.finalizedBlock - cursor.blockNumber) : null,
      rate: run?.transfers && run.milliseconds ? (run.transfers * 1000) / run.milliseconds : null,
      transfers: cursor?.transfers ?? 0,
      rows: await countChanges(db, token.id),
      holders: await countHolders(db, token.id),
      rejectedLogs: await countRows(db, rejectedLogs, token.id),
      readers: readers && (readers.get(token.id) ?? { reading: false, waiting: 0 }),
      audit: await loadAuditStatus(db, token.id),
      snapshots: await countRows(db, snapshots, token.id),
      syncedAt: run ? Math.floor(run.endedAt.getTime() / 1000) : null,
      error: run?.error ?? null,
    })),
  )
}

/** Slugs of the protocols whose ledgers have begun and could be read at their last sync. */
export async function loadGoingOn({ db }: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ slug: tokens.protocol, failed: sql<boolean>`bool_or(${syncRuns.error} is not null)` })
    .from(tokens)
    .innerJoin(cursors, eq(cursors.tokenId, tokens.id))
    .leftJoin(syncRuns, eq(syncRuns.tokenId, tokens.id))
    .groupBy(tokens.protocol)
  return new Set(rows.flatMap(({ slug, failed }) => (failed ? [] : [slug])))
}

/** The logs that were not read as transfers, by token and reason. */
export async function loadRejections({ db }: Database): Promise<Rejection[]> {
  const rows = await db
    .select({
      protocol: tokens.protocol,
      symbol: tokens.symbol,
      reason: rejectedLogs.reason,
      logs: count(),
      firstBlock: min(rejectedLogs.blockNumber),
      lastBlock: max(rejectedLogs.blockNumber),
    })
    .from(rejectedLogs)
    .innerJoin(tokens, eq(tokens.id, rejectedLogs.tokenId))
    .innerJoin(protocols, eq(protocols.slug, tokens.protocol))
    .groupBy(protocols.position, tokens.id, rejectedLogs.reason)
    .orderBy(asc(protocols.position), asc(tokens.id), desc(count()), asc(rejectedLogs.reason))
  return rows.map((row) => ({ ...row, firstBlock: row.firstBlock!, lastBlock: row.lastBlock! }))
}

const readersSchema = z.array(z.object({ token: z.coerce.number(), reading: z.boolean(), waiting: z.number() }))

/** Who has the right to write a ledger, and how many wait for it; null on a replica, which does not know. */
async function loadReaders(db: Queries): Promise<Map<number, { reading: boolean; waiting: number }> | null> {
  const { rows: replica } = await db.execute(sql`select pg_is_in_recovery() as it`)
  if (replica[0]?.it) return null
  const { rows } = await db.execute(sql`
    select objid as token, bool_or(granted) as reading, (count(*) filter (where not granted))::int as waiting from pg_locks
    where locktype = 'advisory' and classid = ${ledgerLock} and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
    group by 1`)
  return new Map(readersSchema.parse(rows).map(({ token, ...readers }) => [token, readers]))
}

async function countChanges(db: Queries, tokenId: number): Promise<number> {
  const [row] = await db
    .select({ changes: sql`coalesce(sum(${balanceChangeChunks.changes}), 0)`.mapWith(Number) })
    .from(balanceChangeChunks)
    .where(eq(balanceChangeChunks.tokenId, tokenId))
  return row!.changes
}

async function countRows(
  db: Queries,
  table: typeof rejectedLogs | typeof snapshots,
  tokenId: number,
): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(table).where(eq(table.tokenId, tokenId))
  return row!.rows
}

async function countHolders(db: Queries, tokenId: number): Promise<number> {
  const held = sql`${balances.tokenId} = ${tokenId} and ${balances.balance} > 0`
  const [row] = await db.select({ holders: count() }).from(balances).where(held)
  return row!.holders
}

async function loadAuditStatus(db: Queries, tokenId: number): Promise<Audit['status'] | null> {
  const [row] = await db
    .select({ status: audits.status })
    .from(audits)
    .innerJoin(snapshots, eq(snapshots.id, audits.snapshotId))
    .where(eq(snapshots.tokenId, tokenId))
    .orderBy(desc(snapshots.blockNumber))
    .limit(1)
  return row?.status ?? null
}

/** Keeps how a token's sync ended: what was final on the chain, the error in plain words or null, and its pace where the ledger moved. */
export async function saveSyncRun(
  { db }: Database,
  tokenId: number,
  run: { finalizedBlock: number | null; error: string | null; transfers?: number; milliseconds?: number },
): Promise<void> {
  const row = { tokenId, ...run, endedAt: sql`now()` }
  await db.insert(syncRuns).values(row).onConflictDoUpdate({ target: syncRuns.tokenId, set: row })
}
