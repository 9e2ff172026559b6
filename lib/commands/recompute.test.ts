import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { saveLabelStatements } from '@/db/labels'
import { toLabelVersion } from '@/db/labelSets'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { labelStatementSchema } from '@/lib/domain/labelStatement'
import type { Remeasured } from '@/lib/pipeline/remeasureSnapshots'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published } from '@/tests/publishedProtocol'
import { toRecomputedText } from './recompute'

let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  database = server.database
  protocol = await loadPublished(database)
})
afterAll(async () => {
  await server?.close()
})

const recompute = async (labels: string | null = null) => JSON.parse(await toRecomputedText(database, { protocols: ['made-up'], labels, json: true })) as Remeasured[]
const kept = async () => (await database.db.execute(sql`select md5(string_agg(m::text, '' order by m.snapshot_id, m.lens)) as sum from measurements as m`)).rows
const holdersUnder = (measurements: Remeasured['before'], lens: string) => measurements.find((one) => one.lens === lens)?.metrics.holders

it('is equal where labels are the same, of the token and of its pool', async () => {
  // Its imported lists stand behind the token.
  const [token, pool, ...others] = (await recompute()).filter(({ of }) => 'block' in of)
  expect(others).toEqual([])
  expect([token?.symbol, pool?.symbol, token?.of]).toEqual(['MADE', 'LP', { block: lastBlock }])
  for (const { before, after } of [token!, pool!]) for (const { lens, metrics } of after) expect(metrics).toEqual(before.find((one) => one.lens === lens)?.metrics)
  expect(token?.labels).toEqual({ before: toLabelVersion(protocol), after: toLabelVersion(protocol) })
  expect(token?.withoutExcluded).toBeNull()
})

it('shows what other labels change, keeps what is published, and finds the earlier version again', async () => {
  const before = await kept()
  const account = '0x0000000000000000000000000000000000000005'
  const statement = labelStatementSchema.parse({ address: account, origin: 'imported', file: 'f', role: 'vesting', exclusion: 'not spendable', source: 's', asOf: '2026-01-01' })
  await saveLabelStatements(database, { protocol: 'made-up', origin: 'imported', file: 'f' }, [statement])
  const today = (await loadProtocol(database, 'made-up'))!
  const [token] = await recompute()
  // 13 accounts hold something; the treasury's and the burned do not circulate, now a vesting one neither. The exclusion alone leaves out one of 13.
  expect([holdersUnder(token!.before, 'circulating'), holdersUnder(token!.after, 'circulating')]).toEqual([{ status: 'ok', value: 11 }, { status: 'ok', value: 10 }])
  expect(holdersUnder(token!.after, 'raw')).toEqual({ status: 'ok', value: 13 })
  expect(token?.withoutExcluded).toMatchObject({ accounts: 1, metrics: { holders: { status: 'ok', value: 12 } } })
  expect(token?.labels).toEqual({ before: toLabelVersion(protocol), after: toLabelVersion(today) })
  const [earlier] = await recompute(toLabelVersion(protocol))
  expect(holdersUnder(earlier!.after, 'circulating')).toEqual({ status: 'ok', value: 11 })
  expect(await kept()).toEqual(before)
})

it('as a table says what changed', async () => {
  const text = await toRecomputedText(database, { protocols: null, labels: null, json: false })
  expect(text).toMatch(new RegExp(`^made-up: MADE, block ${lastBlock}, 2026-01-21; labels ${toLabelVersion(protocol)} → [0-9a-f]{12}\n`))
  expect(text).toMatch(/\ncirculating +Holders +11 +10 +changed\n/)
  expect(text).toMatch(/\nwithout exclusions +Holders +12\n/)
  expect(text).toMatch(/\nraw +Holders +13 +13\n/)
})

it('says what it does not know', async () => {
  await expect(recompute('000000000000')).rejects.toThrow('No labels of version 000000000000 are kept for made-up')
  await expect(toRecomputedText(database, { protocols: ['nothing'], labels: null, json: false })).rejects.toThrow('nothing is not followed here. There are: made-up.')
})
