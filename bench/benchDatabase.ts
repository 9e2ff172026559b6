import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { openDatabase, type Database } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { migrate } from '@/db/migrate'

const run = promisify(execFile)

/** Measures something on an empty database of a PostgreSQL of its own, which goes afterwards. */
export async function withBenchDatabase<Figures>(measure: (database: Database, url: string) => Promise<Figures>): Promise<Figures> {
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  const postgres = await startPostgres({ directory: path.join(directory, 'postgres') })
  const database = openDatabase(postgres.url)
  try {
    await migrate(database)
    return await measure(database, postgres.url)
  } finally {
    await database.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** Fills the database in a process of its own, so that what it takes is not counted: with a file beside this one, told how much as JSON. */
export const fillApart = (file: string, url: string, size: object) => run(process.execPath, ['--max-semi-space-size=64', '--import', 'tsx', path.join(import.meta.dirname, file), url, JSON.stringify(size)])
