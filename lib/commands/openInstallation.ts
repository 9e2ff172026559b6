import { join } from 'node:path'
import { openDatabase, type Database } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { migrate } from '@/db/migrate'
import type { Environment } from '@/lib/domain/environment'

export interface Installation {
  database: Database
  /** A connection string, with the password: not for logs */
  databaseUrl: string
  /** Closes the connections, and gives the PostgreSQL server back; it stops when nobody else uses it. */
  close: () => Promise<void>
  /** The same without waiting for what still runs in the database: for the end of the process. */
  stopServer: () => Promise<void>
}

/**
 * Opens the database of this installation and brings it to today's schema: DATABASE_URL's, or that of our own server, which is started
 * where it does not run yet.
 */
export async function openInstallation({ databaseUrl, dataDirectory }: Environment): Promise<Installation> {
  const server = databaseUrl === null ? await startPostgres({ directory: join(dataDirectory, 'postgres') }) : null
  const url = databaseUrl ?? server?.url ?? ''
  const database = openDatabase(url)
  const stopServer = async () => server?.stop()
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    await stopServer()
    if (databaseUrl === null) throw error
    throw new Error(`The database in DATABASE_URL could not be brought to today's schema: ${toCause(error)}`, { cause: error })
  }
  const close = async () => {
    await database.close()
    await stopServer()
  }
  return { database, databaseUrl: url, close, stopServer }
}

function toCause(error: unknown): string {
  const messages: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    messages.push(cause instanceof AggregateError ? cause.errors.map(String).join(', ') : cause.message)
  }
  return messages.at(-1) ?? String(error)
}
