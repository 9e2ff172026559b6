import pg from 'pg'
import { superuser } from './cluster'

/** Where a database of the server is reached: its port, the superuser's password, the database's name. */
export interface DatabaseAddress {
  port: number
  password: string
  database: string
}

/** @example toUrl({ port: 5433, password: 'x', database: 'lorenz' }) // 'postgres://lorenz:x@127.0.0.1:5433/lorenz' */
export function toUrl({ port, password, database }: DatabaseAddress): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

/** Makes the database where it is missing. */
export async function ensureDatabase({ port, password, database }: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ connectionString: toUrl({ port, password, database: 'postgres' }) })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}
