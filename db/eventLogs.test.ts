import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Log } from '@/lib/chain/log'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { loadEventPiece } from './eventPieces'
import { keepFilter, loadEvents, loadEventsEnd, saveEvents } from './eventLogs'

let server: OpenTestDatabase
let database: Database
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
})
afterAll(() => server?.close())

const word = (digit: string) => `0x${digit.repeat(64)}` as const
const address = `0x${'a'.repeat(40)}` as const
const filter = { chainId: 1, address, topics: [word('2'), word('1')] }
const needs = { firstBlock: 10, withTransactions: false }
const toLog = (blockNumber: number, logIndex: number): Log => ({ address, blockNumber, logIndex, blockHash: word('b'), transactionHash: word('c'), topics: [word('1'), word('f')], data: '0x' })
const end = (number: number) => ({ number, hash: word('e') })
const { transactionHash: _, ...withoutTransaction } = toLog(11, 0)

it('gives logs back as they were, without transactions where nobody needs them', async () => {
  const kept = await keepFilter(database, filter, needs)
  expect(await saveEvents(database, kept, [toLog(11, 0)], end(20))).toBe(true)
  for (const load of [loadEvents, loadEventPiece]) expect(await load(database, filter, -1, 20)).toEqual([withoutTransaction])
  // In another order they are the same events.
  expect(await keepFilter(database, { ...filter, topics: [word('1'), word('2')] }, needs)).toEqual({ ...kept, end: end(20) })
})

it('begins again where somebody needs transactions; whoever was writing without writes nothing', async () => {
  const before = await keepFilter(database, filter, needs)
  const kept = await keepFilter(database, filter, { ...needs, withTransactions: true })
  expect([kept.end, await loadEvents(database, filter, -1, 20), await loadEventsEnd(database, [filter])]).toEqual([null, [], null])
  expect(await saveEvents(database, { ...before, end: null }, [toLog(11, 0)], end(20))).toBe(false)
  expect(await saveEvents(database, kept, [toLog(11, 0)], end(20))).toBe(true)
  for (const load of [loadEvents, loadEventPiece]) {
    expect(await load(database, filter, -1, 20)).toEqual([toLog(11, 0)])
    expect([await load(database, filter, 11, 20), await load(database, filter, -1, 10)]).toEqual([[], []])
  }
  // Who can do without takes them as they are.
  expect(await keepFilter(database, filter, needs)).toEqual({ ...kept, end: end(20) })
})

it('begins again where somebody knows of an earlier first block, and never later', async () => {
  const kept = await keepFilter(database, filter, { firstBlock: 5, withTransactions: false })
  expect(kept).toMatchObject({ firstBlock: 5, withTransactions: true, end: null })
  await saveEvents(database, kept, [toLog(7, 0)], end(20))
  expect(await keepFilter(database, filter, { firstBlock: 9, withTransactions: true })).toMatchObject({ firstBlock: 5, end: end(20) })
  expect(await loadEvents(database, filter, -1, 20)).toEqual([toLog(7, 0)])
})
