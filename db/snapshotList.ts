import { and, desc, eq, gte, lte, ne, sql } from 'drizzle-orm'
import type { Audit, Snapshot, SnapshotOrigin } from '@/lib/domain/snapshot'
import type { Database } from './database'
import { audits, gaps, measurements, snapshots } from './schema'
import { toSnapshotBlock } from './snapshotRows'

/** A snapshot as lists name it: without its figures. */
export interface ListedSnapshot {
  id: number
  origin: SnapshotOrigin
  day: string
  block: NonNullable<Snapshot['block']>
  supply: bigint | null
  audit: Audit['status'] | null
  gaps: number
  /** Unix seconds */
  takenAt: number
}

/**
 * A token's snapshots from the chain and of its history that keep their figures, newest first.
 *
 * @param before only those that come after this one in the list
 * @param toBlock only up to this block
 * @param origin only those; both where absent
 */
export async function loadSnapshotList(
  { db }: Database,
  tokenId: number,
  { before, toBlock, from, to, origin, limit }: { before?: { block: number; id: number }; toBlock?: number; from?: string; to?: string; origin?: 'chain' | 'ledger'; limit: number },
): Promise<ListedSnapshot[]> {
  const rows = await db
    .select({ snapshot: snapshots, audit: audits.status, gaps: sql<number>`(select count(*)::int from ${gaps} where ${gaps.snapshotId} = ${snapshots.id})` })
    .from(snapshots)
    .leftJoin(audits, eq(audits.snapshotId, snapshots.id))
    .where(
      and(
        eq(snapshots.tokenId, tokenId),
        sql`exists (select from ${measurements} where ${measurements.snapshotId} = ${snapshots.id})`,
        origin === undefined ? ne(snapshots.origin, 'imported') : eq(snapshots.origin, origin),
        before && sql`(${snapshots.blockNumber}, ${snapshots.id}) < (${before.block}, ${before.id})`,
        toBlock === undefined ? undefined : lte(snapshots.blockNumber, toBlock),
        from === undefined ? undefined : gte(snapshots.day, from),
        to === undefined ? undefined : lte(snapshots.day, to),
      ),
    )
    .orderBy(desc(snapshots.blockNumber), desc(snapshots.id))
    .limit(limit)
  return rows.map(({ snapshot, audit, gaps: missing }) => ({
    id: snapshot.id,
    origin: snapshot.origin,
    day: snapshot.day,
    block: toSnapshotBlock(snapshot)!,
    supply: snapshot.supply,
    audit,
    gaps: missing,
    takenAt: Math.floor(snapshot.takenAt.getTime() / 1000),
  }))
}
