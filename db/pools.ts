import { and, asc, eq, notInArray } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { PoolFacts } from '@/lib/domain/pool'
import type { PoolDay, PoolReading } from '@/lib/domain/poolReading'
import type { ProviderRange, ProviderResult } from '@/lib/domain/provider'
import { saveAccounts } from './accounts'
import { markProtocolChanged } from './contentVersion'
import { inTransaction, type Database } from './database'
import { removePoolDays, writePoolDays } from './poolDays'
import { gapsSchema, poolFactsSchema, summarySchema, toJson } from './poolRows'
import { writeProviderRanges, writeProviderResults } from './providerResults'
import { pools } from './schema'

/** A pool whose providers are followed. */
export interface SavedPool {
  id: number
  facts: PoolFacts
  /** What its figures were made with, see `savePoolReading`; null before the first reading */
  recipe: string | null
  /** null before the first */
  reading: PoolReading | null
}

/** A protocol's pools in the order in which they came to be followed, each with its newest reading. */
export async function loadPools({ db }: Database, protocol: string): Promise<SavedPool[]> {
  const rows = await db.select().from(pools).where(eq(pools.protocol, protocol)).orderBy(asc(pools.id))
  return rows.map((row) => ({ id: row.id, facts: poolFactsSchema.parse(row.facts), recipe: row.recipe, reading: toReading(row) }))
}

function toReading({ blockNumber, blockHash, blockTimestamp, markDay, gaps, summary }: typeof pools.$inferSelect): PoolReading | null {
  if (blockNumber === null || blockHash === null || blockTimestamp === null) return null
  return { block: { number: blockNumber, hash: blockHash, timestamp: blockTimestamp }, markDay, gaps: gapsSchema.parse(gaps), ...summarySchema.parse(summary) }
}

/** Keeps what never changes of a pool. @returns its id */
export async function savePoolFacts({ db }: Database, protocol: string, facts: PoolFacts): Promise<number> {
  const row = { protocol, chainId: facts.chainId, address: facts.address, source: facts.source, facts: toJson(facts) }
  return db.transaction(async (tx) => {
    const [saved] = await tx.insert(pools).values(row).onConflictDoUpdate({ target: [pools.protocol, pools.chainId, pools.address], set: row }).returning({ id: pools.id })
    await markProtocolChanged(tx, protocol)
    return saved!.id
  })
}

/**
 * Lets go the pools that a protocol's file no longer names, with all that was read of them.
 *
 * @param addresses those that it names
 */
export async function removeOtherPools({ db }: Database, protocol: string, addresses: readonly Address[]): Promise<void> {
  await db.transaction(async (tx) => {
    const ofProtocol = eq(pools.protocol, protocol)
    const gone = await tx.delete(pools).where(addresses.length === 0 ? ofProtocol : and(ofProtocol, notInArray(pools.address, [...addresses]))).returning({ id: pools.id })
    if (gone.length > 0) await markProtocolChanged(tx, protocol)
  })
}

/** All that is saved of a pool together. */
export interface PoolReadingToSave {
  reading: PoolReading
  /** In place of all before */
  results: readonly ProviderResult[]
  ranges: readonly ProviderRange[]
  /** Each in place of what was kept of it; others stay, unless they were made otherwise */
  days: readonly PoolDay[]
  /** What figures are made with: days with another than the reading's are stale */
  recipe: string
}

/** Saves a reading of a pool with its providers and days, all or nothing. Providers of the reading before go. */
export async function savePoolReading(database: Database, protocol: string, poolId: number, { reading, results, ranges, days, recipe }: PoolReadingToSave): Promise<void> {
  const ids = await saveAccounts(database.pool, [...results, ...ranges].map(({ account }) => account))
  const { block, markDay, gaps, marks, state, concentration, contractProviders } = reading
  await inTransaction(database, async (db, client) => {
    const [before] = await db.select({ recipe: pools.recipe }).from(pools).where(eq(pools.id, poolId))
    if (before?.recipe !== recipe) await removePoolDays(db, poolId)
    await db
      .update(pools)
      .set({ blockNumber: block.number, blockHash: block.hash, blockTimestamp: block.timestamp, markDay, gaps, recipe, summary: toJson({ marks, state, concentration, contractProviders }) })
      .where(eq(pools.id, poolId))
    await writeProviderResults(db, client, poolId, results, ids)
    await writeProviderRanges(db, client, poolId, ranges, ids)
    await writePoolDays(db, poolId, days)
    await markProtocolChanged(db, protocol)
  })
}
