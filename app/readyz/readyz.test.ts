import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '@/db/database'
import { migrate } from '@/db/migrate'
import { createTestDatabase, type TestDatabase } from '@/tests/postgres'
import { GET as live } from '../healthz/route'
import { GET } from './route'

let server: TestDatabase
const shared = globalThis as { lorenzDatabase?: { close: () => Promise<void> } }

beforeEach(async () => {
  server = await createTestDatabase()
  process.env.DATABASE_URL = server.url
})
afterEach(async () => {
  await shared.lorenzDatabase?.close()
  delete shared.lorenzDatabase
  delete process.env.DATABASE_URL
  await server.drop()
})

it('is ready once the database has its tables, and says that there is no snapshot yet', async () => {
  const before = await GET()
  expect([before.status, await before.json()]).toEqual([503, expect.objectContaining({ database: 'answers', migrations: expect.stringMatching(/missing/) })])
  const database = openDatabase(server.url)
  await migrate(database)
  await database.close()
  const after = await GET()
  expect([after.status, await after.json()]).toEqual([200, { status: 'ready', database: 'answers', migrations: 'applied', newest_snapshot: null }])
})

it('is not ready where no database answers, and yet alive', async () => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none'
  expect((await GET()).status).toBe(503)
  expect(live().status).toBe(200)
})
