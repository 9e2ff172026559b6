import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { PoolFacts, PoolState } from '@/lib/domain/pool'
import type { PoolDay, PoolReading } from '@/lib/domain/poolReading'
import { protocolSchema } from '@/lib/domain/protocol'
import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { loadContentVersion } from './contentVersion'
import type { Database } from './database'
import { loadPoolDays } from './poolDays'
import { loadPoolPrices, savePoolPrices } from './poolPrices'
import { loadPoolStatus } from './poolStatus'
import { loadPools, removeOtherPools, savePoolFacts, savePoolReading } from './pools'
import { forgetChain, saveProtocol } from './protocols'
import { loadAccountResults, loadProviderRanges, loadProviderResults } from './providerResults'
import { loadTransactionFees, saveTransactionFees } from './transactionFees'

let server: OpenTestDatabase
let database: Database
const toAddress = (digit: string) => `0x${digit.repeat(40)}` as Address
const [token0, token1, pool, ann, bob] = ['1', '2', '3', 'a', 'b'].map(toAddress) as [Address, Address, Address, Address, Address]
const most = 2n ** 256n - 1n

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  for (const slug of ['one', 'two']) {
    const token = { chainId: 7, address: slug === 'one' ? token0 : token1, symbol: 'TKN', name: 'Token', decimals: 18, firstBlock: 1 }
    await saveProtocol(database, protocolSchema.parse({ slug, name: slug, category: 'lending', website: 'https://example.org', token }), slug === 'one' ? 0 : 1)
  }
})
afterAll(() => server?.close())

const facts: PoolFacts = {
  source: 'uniswapV3Pool', chainId: 7, address: pool, name: 'TKN / WETH', firstBlock: 3, contracts: { positionManager: toAddress('9') },
  tokens: [{ address: token0, symbol: '<b>"\\ü', decimals: 255 }, { address: token1, symbol: '', decimals: 0 }], feePpm: 3000, quote: 1,
}
const state = (block: number): PoolState => ({
  block, price: most, amounts: [most, 0n], liquidity: 2n ** 128n - 1n, volume: [1n, 2n], fees: [3n, 4n], protocolFees: [5n, 6n], unownedFees: [7n, 8n], justInTimeFees: [9n, 10n],
})
const concentration = { providers: 2, inRangeProviders: 1, byValue: { hhi: { status: 'ok', value: 0.5 } }, byInRange: { gini: { status: 'undefined', reason: 'oneHolder' } } } as const
const toReading = (number: number): PoolReading => ({
  block: { number, hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp: 1_700_000_000 },
  markDay: '2026-04-01', marks: { quote: { values: [most, 2n ** 128n], path: [pool] }, ether: { values: [1n, 2n], path: [pool, ann] }, dollar: null },
  state: state(number), concentration, gaps: [{ subject: 'dollar', reason: 'no pool' }],
})
const money = (size: bigint): ProviderMoney => ({
  deposited: 1n, withdrawn: 2n, fees: 3n, rewards: 4n, gas: 5n, mark: 6n, net: -most, versusHolding: -1n, impermanentLoss: -2n, versusRebalancing: -3n, size,
})
const toResult = (account: Address, size: bigint | null): ProviderResult => ({
  account, firstBlock: 4, lastBlock: size === null ? 9 : null, positions: 2, inRange: 1, liquidity: 11n, deposited: [12n, most], withdrawn: [13n, 14n], received: [15n, 16n], given: [17n, 18n],
  feesPaid: [19n, 20n], feesOwed: [21n, 22n], principal: [23n, 24n], lossVersusRebalancing: 25n, rewards: [{ token: token0, amount: most, owed: 1n }], gasWei: size === null ? null : 26n,
  money: { quote: size === null ? null : money(size), ether: null, dollar: size === null ? null : money(1n) },
})
const toDay = (day: string, block: number): PoolDay => ({ day, state: state(block), concentration })

it('keeps what a pool is; there is no reading before the first', async () => {
  expect(await loadPools(database, 'one')).toEqual([])
  const id = await savePoolFacts(database, 'one', { ...facts, name: 'Former name' })
  expect(await savePoolFacts(database, 'one', facts)).toBe(id)
  expect(await loadPools(database, 'one')).toEqual([{ id, facts, recipe: null, reading: null }])
})

it('a reading replaces the one before with its providers; days stay', async () => {
  const id = await savePoolFacts(database, 'one', facts)
  const range = { account: ann, lower: 1n, upper: 2n ** 160n - 1n, liquidity: 5n }
  await savePoolReading(database, 'one', id, { reading: toReading(10), results: [toResult(bob, 9n)], ranges: [{ ...range, account: bob }], days: [toDay('2026-04-01', 5), toDay('2026-04-02', 10)], recipe: 'a' })
  const before = await loadContentVersion(database)
  // Ten is more than nine also where text is not; who has no size comes last.
  const results = [toResult(ann, 10n), toResult(bob, 9n), toResult(toAddress('0'), null)]
  await savePoolReading(database, 'one', id, { reading: toReading(20), results: [results[2]!, results[1]!, results[0]!], ranges: [range], days: [toDay('2026-04-02', 11), toDay('2026-04-03', 20)], recipe: 'a' })
  expect(await loadContentVersion(database)).not.toBe(before)
  expect(await loadPools(database, 'one')).toEqual([{ id, facts, recipe: 'a', reading: toReading(20) }])
  expect(await loadProviderResults(database, id)).toEqual(results)
  expect(await loadProviderRanges(database, id)).toEqual([range])
  expect(await loadPoolDays(database, id)).toEqual([toDay('2026-04-01', 5), toDay('2026-04-02', 11), toDay('2026-04-03', 20)])
  await savePoolReading(database, 'one', id, { reading: toReading(20), results, ranges: [range], days: [toDay('2026-04-03', 20)], recipe: 'b' })
  expect(await loadPoolDays(database, id)).toEqual([toDay('2026-04-03', 20)])
})

it('finds an account in the pools of every protocol', async () => {
  const other = await savePoolFacts(database, 'two', facts)
  await savePoolReading(database, 'two', other, { reading: toReading(20), results: [toResult(ann, 1n)], ranges: [], days: [], recipe: 'a' })
  const found = await loadAccountResults(database, [ann])
  expect(found.map(({ protocol, result }) => [protocol, result])).toEqual([['one', toResult(ann, 10n)], ['two', toResult(ann, 1n)]])
  expect(found[1]!.poolId).toBe(other)
  expect(await loadAccountResults(database, [])).toEqual([])
})

it('tells how far pools are read', async () => {
  expect(await loadPoolStatus(database)).toEqual(
    ['one', 'two'].map((protocol) => ({ protocol, name: 'TKN / WETH', lastBlock: 20, lastTimestamp: 1_700_000_000, markDay: '2026-04-01', providers: protocol === 'one' ? 3 : 1, days: protocol === 'one' ? 1 : 0, gaps: 1 })),
  )
})

it('a pool that is no longer named goes with its providers', async () => {
  await removeOtherPools(database, 'two', [])
  expect([await loadPools(database, 'two'), (await loadAccountResults(database, [ann])).length]).toEqual([[], 1])
  await removeOtherPools(database, 'one', [pool])
  expect(await loadPools(database, 'one')).toHaveLength(1)
})

it('prices and costs of transactions belong to the chain, and go with it', async () => {
  const price = (day: string, block: number) => ({ day, block, mean: most, close: 1n })
  await savePoolPrices(database, 7, pool, [price('2026-04-02', 9)])
  await savePoolPrices(database, 7, pool, [price('2026-04-01', 5), { ...price('2026-04-02', 9), mean: 0n }])
  expect(await loadPoolPrices(database, 7, pool)).toEqual([price('2026-04-01', 5), price('2026-04-02', 9)])
  expect(await loadPoolPrices(database, 8, pool)).toEqual([])
  const [hash, unknown] = ['c', 'd'].map((digit) => `0x${digit.repeat(64)}` as const)
  const fee = { hash: hash!, sender: ann, wei: most }
  for (let time = 0; time < 2; time += 1) await saveTransactionFees(database, 7, [fee])
  expect([...(await loadTransactionFees(database, 7, [hash!, unknown!]))]).toEqual([[fee.hash, fee.wei]])
  await forgetChain(database, 7)
  expect([await loadPoolPrices(database, 7, pool), (await loadTransactionFees(database, 7, [hash!])).size, await loadPools(database, 'one')]).toEqual([[], 0, []])
})
