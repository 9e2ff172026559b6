import { afterAll, beforeAll, expect, it } from 'vitest'
import { countCommonHolders } from '@/db/commonHolders'
import { loadProtocols } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { loadSuperusers } from './loadSuperusers'
import { loadTopHolders } from './loadTopHolders'

const toAddress = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const [fund, fundToo, second, third, exchange, treasury, stranger] = [1, 2, 3, 4, 5, 6, 7].map(toAddress) as [Address, Address, Address, Address, Address, Address, Address]
const label = (address: Address, rest: Partial<Label>): Label => ({ address, kind: 'unknown', role: null, name: 'n', source: 's', asOf: '2026-01-01', ...rest })

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase()
  // Who the exchange is knows the second's file alone, and who the fund is the third's.
  await follow(1, [[fund, 60n], [second, 30n], [exchange, 5n], [treasury, 4n], [third, 1n]], [label(treasury, { role: 'treasury' })])
  await follow(2, [[exchange, 50n], [fundToo, 30n], [second, 20n]], [label(exchange, { role: 'exchange', name: 'Exchange' })])
  await follow(3, [[stranger, 9n], [second, 1n], [treasury, 1n]], [label(fund, { entity: 'Fund', name: 'Fund I' }), label(fundToo, { entity: 'Fund', name: 'Fund II' })])
  await follow(4, [], [])
}, 60_000)
afterAll(() => server.close())

const follow = (index: number, held: readonly (readonly [Address, bigint])[], labels: readonly Label[]) =>
  fillPlainProtocol(server.database, { slug: `p-${index}`, name: `Protocol ${index}`, index: 0xa0 + index, held, labels })

it('finds who is large in several protocols by what all of them know together', async () => {
  const found = await loadSuperusers(server.database)
  // The exchange holds for others wherever it is, and the treasury is left out of its own protocol's list alone.
  const { lists } = await loadTopHolders(server.database, await loadProtocols(server.database))
  expect(lists.map(({ protocol, holders, denominator, top }) => [protocol, holders, denominator, top.map(({ account, rank }) => [account, rank])])).toEqual([
    ['p-1', 3, 96n, [[fund, 1], [second, 2], [third, 4]]],
    ['p-2', 2, 100n, [[fundToo, 2], [second, 3]]],
    ['p-3', 3, 11n, [[stranger, 1], [second, 2], [treasury, 3]]],
  ])
  expect(found.missing).toEqual(['Protocol 4'])
  expect(found.superusers.map(({ account, name, among }) => [account, name, among.hundred])).toEqual([[second, null, 3], [fund, 'Fund I', 2]])
  // 60 of 96 and 30 of 100.
  expect(found.superusers[1]).toMatchObject({ addresses: [fund, fundToo], shareSum: 0.925, pools: [], ofAll: null })
})

it('draws from those who hold either token', async () => {
  const { overlaps } = await loadSuperusers(server.database)
  const told = overlaps.map(({ protocols, population, both, tests: { hundred } }) => [protocols.join(), population, both, hundred.first, hundred.second, hundred.common])
  // By address only the second holds both of the first pair: 3 + 2 − 1. The fund is one of both lists, by two addresses.
  expect(told).toEqual([['p-1,p-2', 4, 1, 3, 2, 2], ['p-1,p-3', 5, 1, 3, 3, 1], ['p-2,p-3', 4, 1, 2, 3, 1]])
  // C(3,2) of C(4,2) ways.
  expect(Math.exp(overlaps[0]!.tests.hundred.logP)).toBeCloseTo(0.5, 14)
})

it('counts nobody in no lists', async () => {
  const { holders, both } = await countCommonHolders(server.database, [])
  expect([holders, both(0, 1)]).toEqual([[], 0])
})

it('knows a list by its own words where the account stands in all of them', async () => {
  const protocols = await loadProtocols(server.database)
  const snapshots = await Promise.all(protocols.slice(0, 3).map(({ tokenId }) => loadNewestSnapshot(server.database, tokenId)))
  const { holders, both } = await countCommonHolders(server.database, snapshots.map((snapshot) => ({ snapshotId: snapshot!.id, list: 'raw', leftOut: [] })))
  expect(holders).toEqual([5, 3, 3])
  // Second and exchange; second and treasury; second.
  expect([both(0, 1), both(0, 2), both(2, 1)]).toEqual([2, 2, 1])
})
