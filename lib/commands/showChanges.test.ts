import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyRows } from '@/db/copy'
import { inTransaction, type Database } from '@/db/database'
import { saveProtocol } from '@/db/protocols'
import { saveHistory } from '@/db/snapshots'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { toChangesText } from './showChanges'

let server: OpenTestDatabase
let database: Database

const toAccount = (digit: string) => `0x${digit.repeat(40)}`
const toHash = (number: number) => `0x${number.toString(16).padStart(64, '0')}` as const

/** The end of a day at block 100 · n, with so many holders of so much. */
const toDay = (nth: number, holders: number, denominator: bigint): Snapshot => ({
  origin: 'ledger', day: `2026-03-0${nth}`, block: { number: 100 * nth, hash: toHash(nth), timestamp: 1772323200 + 86_400 * nth - 1 },
  supply: denominator, population: 'complete', gaps: [], audit: null, file: null,
  measurements: [{ lens: 'raw', denominator, excluded: [], metrics: { holders: { status: 'ok', value: holders } }, curve: null, composition: null }],
})

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  const token = { chainId: 5, address: toAccount('9'), symbol: 'T', name: 'T', decimals: 0, firstBlock: 0 }
  const { tokenId } = await saveProtocol(database, protocolSchema.parse({ slug: 't', name: 'T', category: 'exchange', website: 'https://example.org/', token }), 0)
  await inTransaction(database, (_, client) => copyRows(client, 'accounts (id, address)', ['a', 'b', 'c'].map((digit, i) => [i + 1, `\\\\x${toAccount(digit).slice(2)}`])))
  // Day 1: a 60, b 40. Day 2: b gave all to c.
  await database.pool.query(`insert into balance_change_chunks values ($1, 10, 150, 4, '{10,11,150,150}', '{1,2,2,3}', '{60,40,0,40}')`, [tokenId])
  await saveHistory(database, tokenId, [toDay(1, 2, 100n), toDay(2, 2, 100n)], 'recipe', { labels: [], wrappers: [] })
})
afterAll(async () => {
  await server?.close()
})

it('tells who came and who left, as tables and as JSON', async () => {
  const text = await toChangesText(database, 't', { lens: 'raw' })
  expect(text).toMatch(/Before +100 +1 Mar 2026, 23:59 UTC +2 +100\n/)
  expect(text).toMatch(/Came in +1 +0 +40 +\+40 +0\.0% +40\.0%\n/)
  expect(text).toMatch(/Left +1 +40 +0 +-40 +40\.0% +0\.0%\n/)
  const told = JSON.parse(await toChangesText(database, 't', { lens: 'raw', from: '2026-03-01', to: '2026-03-02', json: true })) as Record<string, unknown>
  expect(told).toMatchObject({ from: { block: 100, denominator: '100' }, changes: { entered: [{ before: '0', after: '40' }], left: [{ before: '40' }], grew: [], shrank: [] } })
})

it('says what is wrong with a question', async () => {
  await expect(toChangesText(database, 'nobody', { lens: 'raw' })).rejects.toThrow('no protocol "nobody" is followed here; there are t')
  await expect(toChangesText(database, 't', { lens: 'raw', from: '2026-02-28' })).rejects.toThrow('nothing kept for 28 Feb 2026')
})
