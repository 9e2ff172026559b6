import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from './database'
import { poolDays, pools, protocols, providerResults } from './schema'

/** How far a pool's providers are read. */
export interface PoolStatus {
  protocol: string
  name: string
  /** Block of the newest reading, and its Unix seconds; null before the first */
  lastBlock: number | null
  lastTimestamp: number | null
  /** The UTC day whose mean price is the mark */
  markDay: string | null
  providers: number
  /** Days of history */
  days: number
  gaps: number
}

/** Every pool whose providers are followed, in the order of protocols. */
export async function loadPoolStatus({ db }: Database): Promise<PoolStatus[]> {
  const count = (table: typeof poolDays | typeof providerResults) => sql<number>`(select count(*)::int from ${table} where ${table.poolId} = ${pools.id})`
  return db
    .select({
      protocol: pools.protocol,
      name: sql<string>`${pools.facts}->>'name'`,
      lastBlock: pools.blockNumber,
      lastTimestamp: pools.blockTimestamp,
      markDay: pools.markDay,
      providers: count(providerResults),
      days: count(poolDays),
      gaps: sql<number>`coalesce(jsonb_array_length(${pools.gaps}), 0)`,
    })
    .from(pools)
    .innerJoin(protocols, eq(protocols.slug, pools.protocol))
    .orderBy(asc(protocols.position), asc(pools.id))
}
