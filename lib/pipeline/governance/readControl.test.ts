import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadControlMap, saveControlMap } from '@/db/controlMaps'
import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '@/lib/domain/address'
import type { ControlReader } from '@/lib/sources/control/readControlMap'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { readControl } from './readControl'

let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol
const asked: number[] = []

/** A chain on which nobody has code. */
const empty: ControlReader = {
  chainId: 7,
  readCodes: async (addresses, blockNumber) => {
    asked.push(blockNumber)
    return addresses.map(() => ({ status: 'ok', bytes: '0x' }))
  },
  readStorage: async () => [],
  readContracts: async () => [],
  readEvents: async function* () {},
}
const dead: ControlReader = { ...empty, readCodes: async (addresses) => addresses.map(() => ({ status: 'failed', reason: 'no such state' })) }

beforeAll(async () => {
  server = await openTestDatabase(published)
  database = server.database
  const filled = await loadPublished(database)
  // Of itself it names the token alone.
  protocol = { ...filled, governance: { ...filled.governance, governors: [], controlled: [] } }
})
afterAll(async () => server?.close())

it('reads at the snapshot’s block, keeps the map, and does not read it twice', async () => {
  const before = await loadContentVersion(database)
  expect(await readControl({ protocol, reader: empty, database })).toEqual({ contracts: 1, accounts: 1 })
  expect(asked).toEqual([lastBlock])
  const token = protocol.token.address
  expect(await loadControlMap(database, protocol.slug)).toEqual({
    block: toBlock(lastBlock),
    map: { roots: [{ address: token, name: 'MADE', fact: 'the protocol’s token' }], nodes: [{ address: token, kind: 'person', said: [], implementation: null, ways: [], gaps: [] }] },
  })
  expect(await loadContentVersion(database)).not.toBe(before)
  expect(await readControl({ protocol, reader: empty, database })).toBeNull()
})

it('reads again after a day, or when the file names other contracts', async () => {
  const kept = (await loadControlMap(database, protocol.slug))!
  // One block a day: the map is then a day older than the snapshot.
  await saveControlMap(database, protocol.slug, { ...kept, block: toBlock(lastBlock - 1) })
  expect(await readControl({ protocol, reader: empty, database })).toEqual({ contracts: 1, accounts: 1 })
  const address = `0x${'9'.repeat(40)}` as Address
  const named = { ...protocol, governance: { ...protocol.governance, controlled: [{ address, name: 'Pool', fact: 'by hand' }] } }
  await readControl({ protocol: named, reader: empty, database })
  expect((await loadControlMap(database, protocol.slug))?.map.roots.map(({ name }) => name)).toEqual(['Pool'])
})

it('a node that answers nothing takes nothing away', async () => {
  const kept = await loadControlMap(database, protocol.slug)
  await expect(readControl({ protocol, reader: dead, database })).rejects.toThrow('who has the keys of Made <Up> & Co could not be read at block 20: no such state')
  expect(await loadControlMap(database, protocol.slug)).toEqual(kept)
})
