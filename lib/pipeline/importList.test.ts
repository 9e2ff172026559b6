import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadHolders } from '@/db/holders'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadImports } from '@/db/snapshots'
import { toProtocol } from '@/lib/protocols/registry'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { parseHolderList } from '../lists/holderList'
import { importList, type ListOrigin } from './importList'

const token = 10n ** 18n
/** UNI's Timelock: a treasury by the protocol's own labels. */
const timelock = '0x1a9C8182C09F50C8318d769245beA52c32BE35BC'
const toAccount = (digit: number) => `0x${String(digit).repeat(40)}`

let server: OpenTestDatabase
let database: Database
let protocol: TrackedProtocol

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  protocol = await saveProtocol(database, toProtocol('uniswap'), 0)
})

afterAll(async () => {
  await server?.close()
})

const origin = (changes: Partial<ListOrigin>): ListOrigin => ({
  file: { name: 'holders.csv', sha256: 'a'.repeat(64) },
  asOf: '2026-04-01',
  blockNumber: null,
  unit: null,
  total: null,
  holders: null,
  ...changes,
})
const keep = (text: string, changes: Partial<ListOrigin> = {}) => importList({ database, protocol, list: parseHolderList(text), origin: origin(changes) })

describe('importList', () => {
  it('keeps a list as a snapshot under every lens, and the same file once', async () => {
    const text = `address,balance\n${timelock},5.5\n${toAccount(1)},3\n${toAccount(2)},1.5\n`
    await keep(text, { blockNumber: 21_500_000 })
    await keep(text, { blockNumber: 21_500_000 })
    const [snapshot, ...others] = await loadImports(database, protocol.tokenId)
    expect(others).toEqual([])
    expect(snapshot).toMatchObject({
      origin: 'imported',
      day: '2026-04-01',
      block: { number: 21_500_000, hash: null },
      supply: 10n * token,
      population: 'complete',
      audit: null,
      file: { name: 'holders.csv', sha256: 'a'.repeat(64) },
    })
    const circulating = snapshot?.measurements.find(({ lens }) => lens === 'circulating')
    // 3 of the 4.5 that are left without the treasury.
    expect(circulating).toMatchObject({ denominator: (9n * token) / 2n, metrics: { top1Share: { status: 'ok', value: 2 / 3 } } })
    const { rows } = (await loadHolders(database, { snapshotId: snapshot!.id, lens: 'raw', offset: 0, limit: 9 }))!
    expect(rows.map(({ amount }) => amount)).toEqual([(11n * token) / 2n, 3n * token, (3n * token) / 2n])
  })

  it('gives a cut-off list only the figures that it decides', async () => {
    // 6 and 3 of 12, so 3 are missing: the largest has a half, more than half needs two, but who holds the rest nobody knows.
    const text = `address,balance\n${toAccount(1)},6.0\n${toAccount(2)},3.0\n`
    const snapshot = await keep(text, { unit: 'token', total: 12n, file: { name: 'top.csv', sha256: 'b'.repeat(64) } })
    expect(snapshot.population).toBe('truncated')
    expect(snapshot.supply).toBe(12n * token)
    const raw = snapshot.measurements[0]!
    expect(raw.curve).toBeNull()
    expect(raw.metrics).toMatchObject({
      top1Share: { status: 'ok', value: 0.5 },
      nakamoto50: { status: 'ok', value: 2 },
      gini: { status: 'undefined', reason: 'cutOff' },
      theilT: { status: 'undefined', reason: 'cutOff' },
    })
  })

  it('reads integers as smallest units only when told, or when the supply leaves no doubt', async () => {
    const text = `address,balance\n${toAccount(1)},3\n`
    await expect(keep(text)).rejects.toThrow('--unit token or --unit smallest')
    expect((await keep(text, { unit: 'smallest' })).supply).toBe(3n)
    expect((await keep(text, { unit: 'token' })).supply).toBe(3n * token)
  })

  it('refuses what is finer than the token and what contradicts itself', async () => {
    await expect(keep(`address,balance\n${toAccount(1)},0.1234567890123456789\n`)).rejects.toThrow('19 decimal places, UNI has 18')
    await expect(keep(`address,balance\n${toAccount(1)},2.5\n`, { total: 20n })).rejects.toThrow('more than the total')
  })
})
