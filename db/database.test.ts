import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createTestDatabase } from '../tests/postgres'
import { inTransaction, openDatabase } from './database'

test('a server that goes away in the midst of a transaction fails it, and not the process', async () => {
  const { url, drop } = await createTestDatabase()
  const database = openDatabase(url)
  const other = openDatabase(url)
  const work = inTransaction(database, async (db) => {
    const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    // Between two statements: nobody waits for an answer as the connection is cut. Without a listener node would end this process.
    await other.db.execute(sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await db.execute(sql`select 1`)
  })
  await expect(work).rejects.toThrow()
  expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
  await Promise.all([database.close(), other.close()])
  await drop()
})
