import { and, asc, desc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Database } from './database'
import { snapshots } from './schema'
import { loadNewestSnapshot, loadSnapshotParts, type SavedSnapshot } from './snapshots'

/** A block at which a token's figures are kept. */
export interface EditionBlock {
  block: number
  /** UTC day */
  day: string
}

const isEdition = (tokenId: number) => and(eq(snapshots.tokenId, tokenId), ne(snapshots.origin, 'imported'), isNotNull(snapshots.blockNumber))

/** Every block at which a token's figures are kept, newest first. */
export async function loadEditionBlocks({ db }: Database, tokenId: number): Promise<EditionBlock[]> {
  const rows = await db
    .selectDistinct({ block: snapshots.blockNumber, day: snapshots.day })
    .from(snapshots)
    .where(isEdition(tokenId))
    .orderBy(desc(snapshots.blockNumber))
  return rows.map(({ block, day }) => ({ block: block!, day }))
}

/**
 * The figures of a token at a block, or its newest. At one block the audited snapshot goes before the ledger's day.
 *
 * @param block null for the newest from the chain
 * @returns null where there never was one; without measurements where a later one of the day has superseded it: the ledger can tell them
 */
export async function loadEditionSnapshot(database: Database, tokenId: number, block: number | null): Promise<SavedSnapshot | null> {
  if (block === null) return loadNewestSnapshot(database, tokenId)
  const [row] = await database.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(isEdition(tokenId), eq(snapshots.blockNumber, block)))
    .orderBy(asc(sql`${snapshots.origin} <> 'chain'`))
    .limit(1)
  return row ? loadSnapshotParts(database, row.id) : null
}
