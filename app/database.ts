import { openDatabase, type Database } from '@/db/database'
import { toEnvironment } from '@/lib/domain/environment'

/** The database cannot be asked: there is none, it does not answer, or it was never set up. */
export class NoDatabaseError extends Error {
  override name = 'NoDatabaseError'
}

// Pages and route handlers are bundled apart: what they share must hang on the process.
const shared = globalThis as typeof globalThis & { lorenzDatabase?: Database }

/**
 * The one database of this process, with its replica where there is one.
 *
 * @throws NoDatabaseError without DATABASE_URL, which `lorenz start` sets
 */
export function sharedDatabase(): Database {
  const { databaseUrl, databaseReplicaUrl } = toEnvironment(process.env)
  if (!databaseUrl) throw new NoDatabaseError('DATABASE_URL is not set: start with npm start, or set it to a PostgreSQL that Lorenz has filled')
  return (shared.lorenzDatabase ??= openDatabase(databaseUrl, databaseReplicaUrl))
}

/** SQLSTATE classes and codes of a server that cannot be asked: connection, authorisation, no such database, no such table, shutting down. */
const states = /^(08|28|3D|42P01|57P)/
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT', 'EPIPE'])

/** Whether an error says that there is no database to ask, rather than that a question was wrong. drizzle wraps the driver's error. */
export function saysNoDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof NoDatabaseError) return true
  const { code } = error as Error & { code?: unknown }
  if (typeof code === 'string' && (states.test(code) || systemCodes.has(code))) return true
  if (error instanceof AggregateError && error.errors.some(saysNoDatabase)) return true
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message) || saysNoDatabase(error.cause)
}
