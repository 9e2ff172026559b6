import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
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
 */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'lorenz' })
  // A server that goes away ends idle clients; the next query opens a new one and says what is wrong.
  pool.on('error', () => undefined)
  return { db: drizzle({ client: pool, schema }), pool, close: () => pool.end() }
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
