import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { loadKeptMarks, loadKeptPart, saveKeptPart, toMarkWord, type KeptMark } from './keptParts'

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase()
})
afterAll(async () => {
  await server?.close()
})

const at = (number: number): KeptMark => ({ day: `2026-01-0${number}`, block: { number, hash: `0x${'1'.repeat(64)}`, timestamp: 1_767_225_600 + number * 86_400 }, labelVersion: '4f0c21aa9e07' })
const on = (day: string): KeptMark => ({ day, block: null, labelVersion: null })

it('keeps what was first under a mark, for ever', async () => {
  await saveKeptPart(server.database, 'one', 'votes-raw', at(7), '{"a":"ä"}')
  await saveKeptPart(server.database, 'one', 'votes-raw', at(7), '{"a":2}')
  expect(await loadKeptPart(server.database, 'one', 'votes-raw', '7')).toEqual({ mark: at(7), text: '{"a":"ä"}' })
  expect(await loadKeptPart(server.database, 'one', 'votes-raw', '8')).toBeNull()
  expect(await loadKeptPart(server.database, 'two', 'votes-raw', '7')).toBeNull()
})

it('names marks newest first, by their blocks and by their days', async () => {
  for (const mark of [at(9), at(8)]) await saveKeptPart(server.database, 'one', 'votes-raw', mark, '{}')
  for (const day of ['2026-01-02', '2026-01-03']) await saveKeptPart(server.database, 'all', 'work', on(day), '{}')
  expect((await loadKeptMarks(server.database, 'one', 'votes-raw')).map(toMarkWord)).toEqual(['9', '8', '7'])
  expect((await loadKeptMarks(server.database, 'all', 'work', 1))).toEqual([on('2026-01-03')])
})

it('keeps the same once, however often it stays the same', async () => {
  // Four of five parts say {}.
  const { rows } = await server.database.db.execute(sql`select count(*)::int as n from kept_contents`)
  expect(rows).toEqual([{ n: 2 }])
})

it('finds out when something else stands there than was kept', async () => {
  await server.database.db.execute(sql`update kept_contents set content = (select content from kept_contents where sha256 <> kept.sha256) from kept_parts kept where kept_contents.sha256 = kept.sha256 and kept.mark = '7'`)
  await expect(loadKeptPart(server.database, 'one', 'votes-raw', '7')).rejects.toThrow('is not what was kept there')
})
