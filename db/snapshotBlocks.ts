import { and, eq, sql } from 'drizzle-orm'
import type { Block, Snapshot } from '@/lib/domain/snapshot'
import type { Database, Queries } from './database'
import { snapshotBlocks, snapshots } from './schema'

/** Keeps that a snapshot was taken at a block. A reorganised block's hash gives way to that of the block in its place. */
export async function saveSnapshotBlock(db: Queries, tokenId: number, block: Snapshot['block']): Promise<void> {
  if (!block?.hash) return
  const row = { tokenId, blockNumber: block.number, blockHash: block.hash, blockTimestamp: block.timestamp }
  await db.insert(snapshotBlocks).values(row).onConflictDoUpdate({ target: [snapshotBlocks.tokenId, snapshotBlocks.blockNumber], set: row })
}

/** The block of a number, where a snapshot of this token was ever taken there, from the chain or as a day of its history; else null. */
export async function loadSnapshotBlock({ db }: Database, tokenId: number, number: number): Promise<Block | null> {
  const taken = db
    .select({ number: snapshotBlocks.blockNumber, hash: snapshotBlocks.blockHash, timestamp: snapshotBlocks.blockTimestamp })
    .from(snapshotBlocks)
    .where(and(eq(snapshotBlocks.tokenId, tokenId), eq(snapshotBlocks.blockNumber, number)))
  const days = db
    .select({ number: snapshots.blockNumber, hash: snapshots.blockHash, timestamp: snapshots.blockTimestamp })
    .from(snapshots)
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.blockNumber, number), sql`${snapshots.origin} <> 'imported' and ${snapshots.blockHash} is not null`))
  const [found] = [...(await taken), ...(await days)]
  return (found as Block | undefined) ?? null
}
