import pg from 'pg'
import { expect, test } from 'vitest'
import { createTestDatabase } from './postgres'

test('two test databases know nothing of each other, and are gone when dropped', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  const client = new pg.Client({ connectionString: one.url })
  await client.connect()
  await client.query('create table only_here (n int)')
  await client.end()
  const second = new pg.Client({ connectionString: other.url })
  await second.connect()
  expect((await second.query("select to_regclass('only_here') as found")).rows).toEqual([{ found: null }])
  await second.end()
  await Promise.all([one.drop(), other.drop()])
  await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toThrow(/does not exist/)
})
