import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../tests/postgres'
import { withFallback } from './fallback'

let server: TestDatabase
let there: pg.Pool
// Nobody listens on port 1.
const away = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' })

beforeAll(async () => {
  server = await createTestDatabase()
  there = new pg.Pool({ connectionString: server.url, max: 2 })
  there.on('error', () => undefined)
})
afterAll(async () => {
  await there.end()
  await server.drop()
})

test('asks the other server where one is away, whichever it is', async () => {
  for (const pool of [withFallback(away, there), withFallback(there, away)]) expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a wrong question is not asked twice', async () => {
  await expect(withFallback(there, away).query('select nothing')).rejects.toThrow(/column "nothing" does not exist/)
})

test('says what the first server said where both are away', async () => {
  await expect(withFallback(away, away).query('select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('a connection that is cut in the midst of a question: the question is asked again', async () => {
  const second = new pg.Pool({ connectionString: server.url })
  const first = new pg.Pool({ connectionString: server.url, application_name: 'cut' })
  first.on('error', () => undefined)
  const asked = withFallback(first, second).query(`select current_setting('application_name') as name, pg_sleep(1)`)
  const cut = `select pg_terminate_backend(pid) as cut from pg_stat_activity where application_name = 'cut' and state = 'active'`
  while ((await there.query(cut)).rowCount === 0);
  expect((await asked).rows[0]).toMatchObject({ name: '' })
  await Promise.all([first.end(), second.end()])
})
