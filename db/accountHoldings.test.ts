import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPublished } from '@/tests/openPublished'
import { hostileAccount, lastBlock, toBlock } from '@/tests/publishedProtocol'
import type { Address } from '@/lib/domain/address'
import { headlineLens } from '@/lib/ownership/lenses'
import { loadAccountChanges } from './accountChanges'
import { isKnownAccount, loadListedHoldings, loadSnapshotFacts } from './accountHoldings'
import { loadBalancesAt } from './balanceHistory'
import { openDatabase, type Database } from './database'
import { loadHolder } from './holders'
import { loadAccountParts, loadRouteOwners } from './lookThroughs'
import { loadNewestSnapshot, saveSnapshot } from './snapshots'

const published = openPublished()
let database: Database
beforeAll(() => {
  database = openDatabase(process.env.DATABASE_URL!)
})
afterAll(() => database?.close())

const nobody: Address = `0x${'99'.repeat(20)}`

it('every change of an account, of every token, is its balance after that block', async () => {
  const changes = await loadAccountChanges(database, hostileAccount)
  // The same transfers fill both ledgers; the account is the first of thirteen in turn: transfers 0, 13, 26 … of 6 a block.
  expect([...new Set(changes.map(({ tokenId }) => tokenId))]).toEqual([published.protocol.tokenId, published.protocol.pools[0]!.tokenId].sort((a, b) => a - b))
  const own = changes.filter(({ tokenId }) => tokenId === published.protocol.tokenId)
  expect(own.map(({ block }) => block)).toEqual([0, 13, 26, 39, 52, 65, 78, 91, 104, 117].map((index) => 1 + Math.floor(index / 6)))
  for (const { block, balance } of own) expect(balance).toBe((await loadBalancesAt(database, published.protocol.tokenId, block)).get(hostileAccount))
  expect(await loadAccountChanges(database, nobody)).toEqual([])
})

it('knows who was seen, and of whom anything is said', async () => {
  expect(await isKnownAccount(database, hostileAccount)).toBe(true)
  expect(await isKnownAccount(database, nobody)).toBe(false)
})

describe('a snapshot that was looked through', () => {
  // 100 of the token lie in a contract: 70 for the first account, straight or by way of another, 20 for the second, 10 for nobody.
  const [contract, behind, first, second] = [0xa, 0xb, 1, 2].map((index) => `0x${index.toString(16).padStart(40, '0')}` as Address) as [Address, Address, Address, Address]
  const step = (at: Address) => ({ contract: at, asset: published.protocol.token.address, source: 'erc4626Vault' })
  beforeAll(async () => {
    const { tokenId } = published.protocol
    const newest = (await loadNewestSnapshot(database, tokenId))!
    const block = { ...toBlock(lastBlock + 1), number: lastBlock + 1 }
    await saveSnapshot(database, tokenId, { ...newest, day: '2026-01-22', block }, {
      holders: [{ account: contract, amount: 100n }],
      owners: [{ account: first, amount: 70n }, { account: second, amount: 20n }],
      outlook: published.protocol,
      lookThrough: {
        summary: {
          total: 100n, meanDepth: 1, byDepth: [], flows: [], unresolved: [{ ...step(contract), reason: 'locked', amount: 10n }],
          routes: [{ steps: [step(contract)], merged: false }, { steps: [step(contract), step(behind)], merged: false }],
        },
        parts: [{ account: first, route: 0, amount: 40n }, { account: first, route: 1, amount: 30n }, { account: second, route: 0, amount: 20n }],
      },
    })
  })

  it('tells an account’s places in both lists, and its ways, the largest first', async () => {
    const parts = await loadAccountParts(database, first)
    expect(parts.map(({ amount, route }) => [amount, route.steps.map(({ contract }) => contract)])).toEqual([[40n, [contract]], [30n, [contract, behind]]])
    const { snapshotId } = parts[0]!
    expect((await loadListedHoldings(database, first)).filter((one) => one.snapshotId === snapshotId)).toEqual([{ snapshotId, lens: headlineLens, rank: 1, amount: 70n }])
    expect((await loadListedHoldings(database, contract)).filter((one) => one.snapshotId === snapshotId)).toEqual([{ snapshotId, lens: 'raw', rank: 1, amount: 100n }])
    expect(await loadSnapshotFacts(database, { ids: [snapshotId] })).toMatchObject([{ protocol: 'made-up', block: lastBlock + 1, audit: 'passed', gaps: 1, hasOwners: true }])
    expect((await loadSnapshotFacts(database, { lookedThrough: ['made-up'] })).map((facts) => facts.snapshotId)).toEqual([snapshotId])
    expect(await loadSnapshotFacts(database, { lookedThrough: ['another'] })).toEqual([])
  })

  it('tells who owns most by some ways, and how many there are', async () => {
    const { snapshotId } = (await loadAccountParts(database, first))[0]!
    expect(await loadRouteOwners(database, snapshotId, [0, 1], 1)).toEqual({ owners: [{ account: first, amount: 70n }], count: 2, owned: 90n })
    expect(await loadRouteOwners(database, snapshotId, [1], 5)).toEqual({ owners: [{ account: first, amount: 30n }], count: 1, owned: 30n })
    expect(await loadRouteOwners(database, snapshotId, [], 5)).toEqual({ owners: [], count: 0, owned: 0n })
  })

  it('finds one holder under a lens, and nobody whom it leaves out', async () => {
    const { snapshotId } = (await loadAccountParts(database, first))[0]!
    expect(await loadHolder(database, { snapshotId, lens: headlineLens, account: second })).toMatchObject({ rank: 2, amount: 20n })
    expect(await loadHolder(database, { snapshotId, lens: 'raw', account: second })).toBeNull()
  })
})
