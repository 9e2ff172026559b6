import { eq } from 'drizzle-orm'
import { controlMapSchema, type ControlMap } from '@/lib/domain/controlMap'
import type { Block } from '@/lib/domain/snapshot'
import { markProtocolChanged } from './contentVersion'
import type { Database } from './database'
import { controlMaps } from './schema'

/** Who had the keys of a protocol's contracts at a block. */
export interface SavedControlMap {
  block: Block
  map: ControlMap
}

/** Keeps a protocol's control map; the one before goes. */
export async function saveControlMap({ db }: Database, slug: string, { block, map }: SavedControlMap): Promise<void> {
  const row = { protocol: slug, blockNumber: block.number, blockHash: block.hash, blockTimestamp: block.timestamp, map }
  await db.transaction(async (tx) => {
    await tx.insert(controlMaps).values(row).onConflictDoUpdate({ target: controlMaps.protocol, set: row })
    await markProtocolChanged(tx, slug)
  })
}

/** The control map of a protocol; null before it was read for the first time. */
export async function loadControlMap({ db }: Database, slug: string): Promise<SavedControlMap | null> {
  const [row] = await db.select().from(controlMaps).where(eq(controlMaps.protocol, slug))
  if (!row) return null
  return { block: { number: row.blockNumber, hash: row.blockHash as Block['hash'], timestamp: row.blockTimestamp }, map: controlMapSchema.parse(row.map) }
}
