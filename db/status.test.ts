import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolSchema } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { loadIncidents, saveIncidents } from './incidents'
import { openLedgerWriter } from './ledgerWriter'
import { forgetChain, saveProtocol } from './protocols'
import { loadStatus } from './status'

let server: OpenTestDatabase
let database: Database
let tokenId: number

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  const token = { chainId: 5, address: `0x${'1'.repeat(40)}`, symbol: 'T', name: 'T', decimals: 18, firstBlock: 0 }
  const protocol = protocolSchema.parse({ slug: 't', name: 'T', category: 'exchange', website: 'https://example.org/', token })
  tokenId = (await saveProtocol(database, protocol, 0)).tokenId
})
afterAll(async () => {
  await server?.close()
})

const readers = async () => (await loadStatus(database))[0]!.readers

it('says who reads a ledger at this moment, and how many wait for it', async () => {
  expect(await readers()).toEqual({ reading: false, waiting: 0 })
  const writer = await openLedgerWriter(database, tokenId)
  expect(await readers()).toEqual({ reading: true, waiting: 0 })
  const other = openLedgerWriter(database, tokenId)
  let seen = await readers()
  while (seen?.waiting === 0) seen = await readers()
  expect(seen).toEqual({ reading: true, waiting: 1 })
  await writer.close()
  await (await other).close()
  expect(await readers()).toEqual({ reading: false, waiting: 0 })
})

it('adds up what went wrong on a chain, and forgets it with the chain', async () => {
  await saveIncidents(database, 5, new Map([['fork', { times: 2, reason: 'one' }], ['missing', { times: 1, reason: 'two' }]]))
  await saveIncidents(database, 5, new Map([['fork', { times: 3, reason: 'three' }]]))
  await saveIncidents(database, 5, new Map())
  expect(await loadIncidents(database)).toMatchObject([{ chainId: 5, kind: 'fork', times: 5, reason: 'three' }, { kind: 'missing', times: 1, reason: 'two' }])
  await forgetChain(database, 5)
  expect(await loadIncidents(database)).toEqual([])
})
