import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { internAccounts, saveAccounts, type InternedAccounts } from './accounts'
import type { Database } from './database'

let server: OpenTestDatabase
let database: Database

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
})
beforeEach(() => database.pool.query('truncate accounts restart identity cascade'))
afterAll(async () => {
  await server?.close()
})

const toAddress = (index: number) => createHash('sha1').update(String(index)).digest()
const toAddresses = (first: number, end: number) => Array.from({ length: end - first }, (_, index) => toAddress(first + index))

async function intern(accounts: readonly Buffer[], isLikelyNew?: boolean): Promise<InternedAccounts> {
  const client = await database.pool.connect()
  try {
    return await internAccounts(client, Buffer.concat(accounts), isLikelyNew)
  } finally {
    client.release()
  }
}

async function loadIds(): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ id: number; address: Buffer }>('select id, address from accounts')
  return new Map(rows.map(({ id, address }) => [address.toString('hex'), id]))
}

it('gives each account its own id, the same ever after, and none to what is known', async () => {
  const first = toAddresses(0, 2000)
  const { ids, added } = await intern(first)
  expect(added).toBe(2000)
  const kept = await loadIds()
  expect(first.map((address) => kept.get(address.toString('hex')))).toEqual(ids)
  // Known ones backwards, a new one in their midst: it takes the next id, so that none was used up for the others.
  const mixed = [...first.slice(0, 1000), toAddress(5000), ...first.slice(1000)].reverse()
  expect(await intern(mixed)).toEqual({ ids: mixed.map((address) => kept.get(address.toString('hex')) ?? 2001), added: 1 })
})

it('does not look for what is likely new, and finds it where it is known after all', async () => {
  const [known, others] = [toAddresses(0, 300), toAddresses(300, 900)]
  const first = await intern(known, true)
  expect(first.added).toBe(300)
  expect(await intern(known, true)).toEqual({ ids: first.ids, added: 0 })
  const mixed = [...others.slice(0, 300), ...known, ...others.slice(300)]
  const { ids, added } = await intern(mixed, true)
  const kept = await loadIds()
  expect(added).toBe(600)
  expect(ids).toEqual(mixed.map((address) => kept.get(address.toString('hex'))))
  expect(ids.slice(300, 600)).toEqual(first.ids)
})

it('knows addresses apart that begin alike, and answers nothing with nothing', async () => {
  const addresses = ['0x00000000000000000000000000000000000000ff', '0x0000000000000000000000000000000000000001', '0x00000000000000000000000000000000000000ff'] as const
  const ids = await saveAccounts(database.pool, addresses)
  expect([...ids.keys()]).toEqual([addresses[0], addresses[1]])
  expect(new Map([...ids].map(([address, id]) => [address.slice(2), id]))).toEqual(await loadIds())
  expect(await saveAccounts(database.pool, [])).toEqual(new Map())
})

it('agrees with others who intern the same accounts at the same moment', async () => {
  const rounds = Array.from({ length: 10 }, (_, round) => toAddresses(round * 300, round * 300 + 600))
  const internAll = async (isBackwards: boolean) => {
    const client = await database.pool.connect()
    const found = new Map<string, number>()
    for (const round of rounds) {
      const addresses = isBackwards ? [...round].reverse() : round
      const { ids } = await internAccounts(client, Buffer.concat(addresses))
      addresses.forEach((address, place) => found.set(address.toString('hex'), ids[place]!))
    }
    client.release()
    return found
  }
  const [one, ...others] = await Promise.all([internAll(false), internAll(true), internAll(false), internAll(true)])
  const kept = await loadIds()
  expect(one).toEqual(kept)
  for (const other of others) expect(other).toEqual(kept)
})
