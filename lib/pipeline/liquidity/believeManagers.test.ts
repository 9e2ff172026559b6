import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import { loadProtocol, saveProtocol } from '@/db/protocols'
import { loadProviderRanges, loadProviderResults } from '@/db/providerResults'
import type { Address } from '@/lib/domain/address'
import { protocolSchema } from '@/lib/domain/protocol'
import { addTransferShares, findShareManagers } from '@/lib/sources/pools/shareManagerFacts'
import { compileContracts } from '@/tests/compileContracts'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { startReplayChain, type ReplayChain } from '@/tests/replayChain'
import { deployer, toAccount } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { readLiquidity } from './readLiquidity'

const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]
const unit = 10n ** 18n
let chain: ReplayChain
let server: OpenTestDatabase
let database: Database
let pool: Address
let manager: Address

beforeAll(async () => {
  chain = await startReplayChain()
  server = await openTestDatabase()
  database = server.database
  pool = await chain.openPool()
  manager = await chain.deploy(compileContracts(path.resolve('tests/ShareManagers.sol')).get('DirectManager')!, [pool, -600, 600])
  for (const account of [ann, bob, carl]) {
    await chain.fund(account, 10n ** 24n)
    for (const token of chain.tokens) await chain.act(account, token, 'approve', manager, 10n ** 24n)
  }
  await chain.open(carl, 3000, [-600, 600], unit)
  await chain.act(ann, manager, 'mint', 30n * unit, ann)
  await chain.act(bob, manager, 'mint', 10n * unit, bob)
  const { fact: _, ...wrapper } = chain.toWrapper(pool)
  await saveProtocol(database, protocolSchema.parse({
    slug: 'managed', name: 'Managed', category: 'exchange', website: 'https://example.org',
    token: { chainId: 31337, address: chain.tokens[0], symbol: 'ONE', name: 'One', decimals: 18, firstBlock: 0 },
    wrappers: [{ ...wrapper, fact: 'deployed by the test' }],
  }), 0)
}, 300_000)
afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

/** A round of the worker: sync, snapshot, reading. */
async function read() {
  await chain.rpc.call('anvil_mine', '0x4', '0xc')
  const protocol = (await loadProtocol(database, 'managed'))!
  const work = { protocol, reader: chain.reader, database }
  await syncProtocol(work)
  await takeSnapshots(work)
  expect((await readLiquidity(work, { isInterrupted: () => false })).failures).toEqual([])
  const [saved] = await loadPools(database, 'managed')
  const { reading, id } = saved!
  return { reading: reading!, results: await loadProviderResults(database, id), ranges: await loadProviderRanges(database, id) }
}

it('finds a manager among the largest providers, looks through it from the next reading on, and no more when its shares do not add up', async () => {
  const first = await read()
  expect(first.reading.contractProviders).toEqual({ asked: 2, contracts: [{ account: manager, name: 'contract' }], managers: [{ account: manager, status: 'found' }] })
  expect(first.results.map(({ account }) => account).sort()).toEqual([carl, manager].sort())

  const second = await read()
  expect(second.reading.contractProviders).toEqual({ asked: 3, contracts: [], managers: [{ account: manager, status: 'lookedThrough' }] })
  expect(second.ranges.flatMap(({ account, liquidity }) => (account === carl ? [] : [[account, liquidity]])).sort()).toEqual([[ann, 30n * unit], [bob, 10n * unit]])
  const before = first.results.find(({ account }) => account === manager)!
  const parts = second.results.filter(({ account }) => account !== carl)
  expect(parts.map(({ account }) => account).sort()).toEqual([ann, bob].sort())
  for (const token of [0, 1] as const) {
    expect(parts.reduce((sum, { principal }) => sum + principal[token], 0n)).toBe(before.principal[token])
    expect(parts.reduce((sum, { deposited }) => sum + deposited[token], 0n)).toBe(before.deposited[token])
  }
  // Whose transactions those were: each its own.
  expect(parts.map(({ gasWei }) => gasWei)).toEqual([0n, 0n])

  await chain.act(deployer, manager, 'boast', unit)
  await chain.rpc.call('anvil_mine', '0x2', '0x15180')
  const third = await read()
  expect(third.reading.contractProviders?.managers).toEqual([{ account: manager, status: 'unbelieved' }])
  expect(third.reading.contractProviders?.contracts).toEqual([{ account: manager, name: 'contract' }])
  expect(third.reading.gaps.map(({ subject, reason }) => `${subject}: ${reason}`)).toContain(
    `whose the part of the manager ${manager} is: its shares’ Transfers add up to ${40n * unit}, totalSupply() says ${41n * unit}: it counts as one provider`,
  )
  expect(third.results.map(({ account }) => account).sort()).toEqual([carl, manager].sort())
}, 120_000)

it('is told by what it answers alone: of another pool, and of what is no token, nobody is one', async () => {
  const block = Number(await chain.rpc.call('eth_blockNumber'))
  expect(await findShareManagers(chain.reader, pool, [ann, chain.tokens[0], pool, manager], block)).toEqual([manager])
  expect(await findShareManagers(chain.reader, await chain.openPool(500), [manager], block)).toEqual([])
})

it('does not believe shares that nobody had', async () => {
  const pad = (account: Address) => `0x${account.slice(2).padStart(64, '0')}`
  const topics = ['0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef', pad(ann), pad(bob)]
  const log = { address: manager, topics, data: `0x${'5'.padStart(64, '0')}`, blockNumber: 7, blockHash: `0x${'0'.repeat(64)}`, logIndex: 3 } as const
  expect(addTransferShares(new Map([[ann, 4n]]), [{ ...log, topics: [...log.topics] }])).toBe(`${ann} passes on 1 shares more than it has, in log 3 of block 7 of ${manager}`)
  const balances = new Map([[ann, 5n]])
  expect(addTransferShares(balances, [{ ...log, topics: [...log.topics] }])).toBeNull()
  expect([...balances]).toEqual([[ann, 0n], [bob, 5n]])
  expect(addTransferShares(new Map(), [{ ...log, topics: topics.slice(0, 1) }])).toMatch(/is no Transfer of shares: 1 topics/)
})
