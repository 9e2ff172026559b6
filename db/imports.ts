import { and, desc, eq, sql } from 'drizzle-orm'
import { toListWord, type ListName } from '@/lib/domain/listWord'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Database } from './database'
import { snapshots } from './schema'
import { loadSnapshot, type SavedSnapshot } from './snapshots'

const isImported = (tokenId: number) => and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'imported'))

/** A token's imported lists by their words, newest first, and whether each is whole. */
export async function loadImportWords({ db }: Database, tokenId: number): Promise<{ word: string; population: Snapshot['population'] }[]> {
  const rows = await db
    .select({ day: snapshots.day, sha256: snapshots.fileSha256, population: snapshots.population })
    .from(snapshots)
    .where(isImported(tokenId))
    .orderBy(desc(snapshots.day), desc(snapshots.id))
  return rows.flatMap(({ day, sha256, population }) => (sha256 ? [{ word: toListWord(day, sha256), population }] : []))
}

/** One of a token's imported lists; null where there is no such. */
export async function loadImport(database: Database, tokenId: number, { day, key }: ListName): Promise<SavedSnapshot | null> {
  const [row] = await database.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(isImported(tokenId), eq(snapshots.day, day), sql`left(${snapshots.fileSha256}, ${key.length}) = ${key}`))
    .orderBy(desc(snapshots.id))
    .limit(1)
  return row ? loadSnapshot(database, row.id) : null
}
