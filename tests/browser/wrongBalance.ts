import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { openDatabase } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'

/** Adds units to what the smallest holder of the protocol's token has, behind the ledger's back. */
export async function changeBalance(dataDirectory: string, slug: string, units: number): Promise<void> {
  const server = await startPostgres({ directory: path.join(dataDirectory, 'postgres') })
  const database = openDatabase(server.url)
  const { rowCount } = await database.db.execute(sql`
    update balances set balance = balance + ${units}::int where (token_id, account_id) = (
      select token_id, account_id from balances where balance > 0 and token_id = (select min(id) from tokens where protocol = ${slug})
      order by balance, account_id limit 1)`)
  expect(rowCount).toBe(1)
  await database.close()
  await server.stop()
}

/** Measures again, as `lorenz snapshot` beside the running server. */
export async function takeSnapshot(dataDirectory: string): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, LORENZ_DATA_DIR: dataDirectory }
  delete env.DATABASE_URL
  await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../bin/lorenz.mjs'), 'snapshot'], { env })
}
