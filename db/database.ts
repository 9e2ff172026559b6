import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { withReplicas } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { withFallback } from './fallback'
import * as schema from './schema'

export type Queries = NodePgDatabase<typeof schema>

/** An open Postgres: drizzle for every question, the pool underneath for what drizzle has no words for (COPY). */
export interface Database {
  db: Queries
  pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens a pool on a Postgres. Nothing is asked yet: the first query meets a wrong URL.
 *
 * @param url as in 'postgres://user:password@host:5432/lorenz'
 * @param replicaUrl a streaming replica of it: selects go there, and from either server to the other while one is away. For those who
 *   only read: what was just written may not be there yet.
 */
export function openDatabase(url: string, replicaUrl: string | null = null): Database {
  const pool = openPool(url)
  const db = drizzle({ client: pool, schema })
  if (replicaUrl === null) return { db, pool, close: () => pool.end() }
  const replica = openPool(replicaUrl)
  const selects = drizzle({ client: withFallback(replica, pool), schema })
  const statements = drizzle({ client: withFallback(pool, replica), schema })
  const split = withReplicas(db, [selects])
  const both = Object.assign(split, { execute: statements.execute.bind(statements) })
  return { db: both, pool, close: async () => void (await Promise.all([pool.end(), replica.end()])) }
}

/**
 * Opens a pool whose clients outlive nothing: a server that goes away ends them, not the process.
 *
 * @param most how many connections it may hold
 */
export function openPool(url: string, most = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: most, application_name: 'lorenz' })
  // A server that goes away ends idle clients; the next query opens a new one and says what is wrong.
  pool.on('error', () => undefined)
  // So it does with those in use, between two statements: unheard, that would end the process. The next statement fails and says why.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/**
 * Runs work in one transaction on one connection, which COPY can use too.
 * Serialised by the caller's own locks; commits when `work` returns, rolls back when it throws.
 */
export async function inTransaction<T>(
  { pool }: Database,
  work: (db: Queries, client: pg.PoolClient) => Promise<T>,
  options: { isolationLevel?: 'read committed' | 'repeatable read'; accessMode?: 'read only' } = {},
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const db = drizzle({ client, schema })
    return await db.transaction(() => work(db, client), options)
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // A client on which a COPY broke off cannot be trusted with the next query.
    client.release(broken)
  }
}
