import { count, desc, eq, sql } from 'drizzle-orm'
import type { Audit } from '@/lib/domain/snapshot'
import type { TokenStatus } from '@/lib/domain/tokenStatus'
import type { Database, Queries } from './database'
import { audits, balanceChangeChunks, balances, cursors, protocols, rejectedLogs, snapshots, syncRuns, tokens } from './schema'

/** Every followed token: the protocol's own first, then those of its pools. */
export async function loadStatus({ db }: Database): Promise<TokenStatus[]> {
  const rows = await db
    .select({ token: tokens, cursor: cursors, run: syncRuns })
    .from(tokens)
    .innerJoin(protocols, eq(protocols.slug, tokens.protocol))
    .leftJoin(cursors, eq(cursors.tokenId, tokens.id))
    .leftJoin(syncRuns, eq(syncRuns.tokenId, tokens.id))
    .orderBy(protocols.position, tokens.id)
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
      audit: await loadAuditStatus(db, token.id),
      snapshots: await countRows(db, snapshots, token.id),
      syncedAt: run ? Math.floor(run.endedAt.getTime() / 1000) : null,
      error: run?.error ?? null,
    })),
  )
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
