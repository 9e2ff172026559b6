import { encodeFunctionData, toFunctionSelector, type Abi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadPoolDays } from '@/db/poolDays'
import { loadPoolPrices } from '@/db/poolPrices'
import { loadPools } from '@/db/pools'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { loadProviderRanges, loadProviderResults } from '@/db/providerResults'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { loadArtifact, loadStakingRewards } from '@/lib/demo/artifact'
import { addressSchema, type Address } from '@/lib/domain/address'
import { protocolSchema, type Protocol } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { farmingContracts } from '@/tests/keptChain'
import { toToken, toWrapper } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { readLiquidity } from './readLiquidity'

const day = 86_400
const gwei = 10n ** 9n
const [ann, bob, eve] = [toAccount(1), toAccount(2), toAccount(3)]
let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let database: Database
let definition: Protocol
let protocol: TrackedProtocol
let staking: Address
let vault: Address
let router: Address
let abis: ReadonlyMap<Address, Abi>
/** What each account has paid for what it did with the pool, as its balance of ether says */
const spent = new Map<Address, bigint>()

const readEther = async (account: Address) => BigInt((await chain.rpc.call('eth_getBalance', account, 'latest')) as string)

/** A transaction that has its price, in a block of its own. */
async function pay(from: Address, to: Address, functionName: string, args: readonly unknown[]): Promise<void> {
  const before = await readEther(from)
  await chain.rpc.call('eth_sendTransaction', { from, to, data: encodeFunctionData({ abi: abis.get(to)!, functionName, args }), gas: '0x989680', gasPrice: `0x${(3n * gwei).toString(16)}` })
  await chain.mine(1, 12)
  spent.set(from, (spent.get(from) ?? 0n) + before - (await readEther(from)))
}
/** One that is free, and not counted: it is not done with the pool. */
async function give(from: Address, token: Address, to: Address, amount: bigint): Promise<void> {
  await chain.call(from, token, 'transfer', [to, amount])
  await chain.mine(1, 12)
}

const readBalance = async (account: Address) => BigInt((await chain.rpc.call('eth_call', { to: chain.other, data: encodeFunctionData({ abi: loadArtifact('uni').abi, functionName: 'balanceOf', args: [account] }) }, 'latest')) as string)
/** What the staking contract owed an account at a block. */
const readEarned = async (account: Address, block: number) => BigInt((await chain.rpc.call('eth_call', { to: staking, data: encodeFunctionData({ abi: loadStakingRewards().abi, functionName: 'earned', args: [account] }) }, `0x${block.toString(16)}`)) as string)
const later = 2n ** 40n
const provide = (account: Address, amount: bigint) => pay(account, router, 'addLiquidity', [chain.token, chain.other, amount, amount, 0n, 0n, account, later])

async function read(into: Database, followed: TrackedProtocol) {
  await syncProtocol({ protocol: followed, reader, database: into })
  await takeSnapshots({ protocol: followed, reader, database: into })
  return readLiquidity({ protocol: followed, reader, database: into }, { isInterrupted: () => false })
}

/** All that is kept of the only pool. */
async function load(from: Database) {
  const [pool] = await loadPools(from, definition.slug)
  const { id, ...saved } = pool!
  return {
    ...saved,
    results: await loadProviderResults(from, id),
    ranges: await loadProviderRanges(from, id),
    days: await loadPoolDays(from, id),
    prices: await loadPoolPrices(from, 31337, chain.pair),
  }
}

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  database = server.database
  staking = await chain.deploy(loadStakingRewards(), [deployer, deployer, chain.other, chain.pair])
  const farming = farmingContracts().get('FarmingVault')!
  vault = await chain.deploy(farming, [chain.pair, staking])
  const factory = addressSchema.parse(`0x${((await chain.rpc.call('eth_call', { to: chain.pair, data: toFunctionSelector('factory()') }, 'latest')) as string).slice(26)}`)
  router = await chain.deploy(loadArtifact('v2Router'), [factory, await chain.deploy(loadArtifact('weth'), [])])
  abis = new Map([[router, loadArtifact('v2Router').abi], [chain.pair, loadArtifact('v2Pair').abi], [staking, loadStakingRewards().abi], [vault, farming.abi]])
  for (const account of [ann, bob, eve]) {
    await chain.rpc.call('anvil_setBalance', account, `0x${(10n ** 18n).toString(16)}`)
    for (const token of [chain.token, chain.other]) await give(deployer, token, account, 10n ** 20n)
    for (const token of [chain.token, chain.other, chain.pair]) await chain.call(account, token, 'approve', [router, 10n ** 24n])
  }
  definition = protocolSchema.parse({
    ...chain.protocol, money: { wrappedEther: chain.other },
    wrappers: [toWrapper('erc4626Vault', { address: vault, assets: [chain.pair], shareToken: toToken(vault) }), toWrapper('stakingRewards', { address: staking, assets: [chain.pair], name: 'Liquidity rewards', contracts: { stakingToken: chain.pair, rewardsToken: chain.other } })],
  })
  protocol = await saveProtocol(database, definition, 0)
  await provide(ann, 4n * 10n ** 18n)
  await provide(bob, 10n ** 18n)
  await chain.mine(1, day)
}, 300_000)
afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

const finish = () => chain.mine(4, 12)

it('reads each provider from the chain, with what its transactions cost by their receipts', async () => {
  await finish()
  expect(await read(database, protocol)).toEqual({ said: ['2 providers of UNI-V2, 1 day of their history'], failures: [] })
  const { results, reading, facts, days, ranges } = await load(database)
  expect(facts).toMatchObject({ feePpm: 3000, quote: facts.tokens[0].address === chain.other ? 0 : 1, tokens: [{ symbol: 'UNI', decimals: 18 }, { symbol: 'UNI', decimals: 18 }] })
  // Uniswap v2 locks 1,000 shares of the first deposit for ever: √(4e18 · 4e18) − 1000, and 1e18 · 4e18 / 4e18.
  expect(results.map(({ account, liquidity, deposited, gasWei }) => [account, liquidity, deposited, gasWei])).toEqual([
    [ann, 4n * 10n ** 18n - 1000n, [4n * 10n ** 18n, 4n * 10n ** 18n], spent.get(ann)],
    [bob, 10n ** 18n, [10n ** 18n, 10n ** 18n], spent.get(bob)],
  ])
  // At price 1 one token of both is worth two of the quote, and the quote is ether. Nothing leads to dollars.
  expect(results[1]!.money).toMatchObject({ quote: { deposited: 2n * 10n ** 18n, gas: spent.get(bob) }, ether: { size: 2n * 10n ** 18n }, dollar: null })
  const one = 2n ** 128n
  expect(reading!.marks).toEqual({ quote: { values: [one, one], path: [chain.pair] }, ether: { values: [one, one], path: [chain.pair] }, dollar: null })
  expect(reading!.gaps.length).toBeGreaterThan(0)
  expect(reading!.gaps.every(({ subject, reason }) => /in dollar$/.test(subject) && reason === 'no chain of followed pools leads there')).toBe(true)
  // Four fifths and one fifth: 0.64 + 0.04, and the mean difference of the two is 0.3 of the whole.
  expect(days).toHaveLength(1)
  expect(days[0]!.concentration).toMatchObject({ providers: 2, inRangeProviders: 2, byValue: { top1Share: { status: 'ok', value: expect.closeTo(0.8, 12) }, hhi: { value: expect.closeTo(0.68, 12) }, gini: { value: expect.closeTo(0.3, 12) } } })
  expect(ranges.map(({ account, liquidity }) => [account, liquidity])).toEqual([[ann, 4n * 10n ** 18n - 1000n], [bob, 10n ** 18n]])
}, 120_000)

it('a reading on the same day is not taken again', async () => {
  const before = await load(database)
  await finish()
  expect(await read(database, protocol)).toEqual({ said: [], failures: [] })
  expect(await load(database)).toEqual(before)
}, 120_000)

it('goes on with the days that came, and tells the same as who reads it all at once', async () => {
  // Bob stakes and takes back; approving is no part of it.
  await chain.call(bob, chain.pair, 'approve', [staking, 10n ** 18n])
  await chain.mine(1, 12)
  await pay(bob, staking, 'stake', [10n ** 18n])
  await give(eve, chain.token, chain.pair, 10n ** 17n)
  await chain.call(eve, chain.pair, 'swap', chain.token < chain.other ? [0n, 10n ** 16n, eve, '0x'] : [10n ** 16n, 0n, eve, '0x'])
  await chain.mine(1, day)
  await pay(bob, staking, 'withdraw', [10n ** 18n])
  await pay(ann, router, 'removeLiquidity', [chain.token, chain.other, 10n ** 18n, 0n, 0n, ann, later])
  await chain.mine(1, day)
  await finish()
  expect(await read(database, protocol)).toEqual({ said: ['2 providers of UNI-V2, 2 days of their history'], failures: [] })
  const second = await load(database)
  expect(second.days).toHaveLength(3)
  expect(second.results.map(({ account, gasWei }) => [account, gasWei])).toEqual([[ann, spent.get(ann)], [bob, spent.get(bob)]])
  // 0.3 % of what eve paid in.
  const { fees, protocolFees, unownedFees } = second.reading!.state
  const place = chain.token < chain.other ? 0 : 1
  expect([fees[place], fees[1 - place]]).toEqual([3n * 10n ** 14n, 0n])
  const paid = second.results.reduce((sum, { feesPaid, feesOwed }) => sum + feesPaid[place] + feesOwed[place], 0n)
  expect(paid + protocolFees[place] + unownedFees[place]).toBe(fees[place])

  const fresh = await openTestDatabase()
  try {
    await read(fresh.database, await saveProtocol(fresh.database, definition, 0))
    expect(await load(fresh.database)).toEqual(second)
  } finally {
    await fresh.close()
  }
  await database.pool.query('update pools set recipe = null')
  expect((await read(database, protocol)).said).toEqual(['2 providers of UNI-V2, 3 days of their history'])
  expect(await load(database)).toEqual(second)
}, 120_000)

it('hands shares and rewards of a vault on to who has its token', async () => {
  await chain.rpc.call('anvil_setBalance', deployer, `0x${(10n ** 18n).toString(16)}`)
  for (const person of [ann, bob]) await chain.call(person, chain.pair, 'approve', [vault, 10n ** 18n])
  await chain.mine(1, 12)
  await pay(ann, vault, 'deposit', [10n ** 18n, ann])
  await pay(bob, vault, 'deposit', [5n * 10n ** 17n, bob])
  await give(deployer, chain.other, staking, 6_048_000n)
  // 10 a second for a week, of the vault alone.
  await pay(deployer, staking, 'notifyRewardAmount', [6_048_000n])
  await chain.mine(1, 1_000)
  const before = await readBalance(vault)
  await pay(eve, vault, 'fetchRewards', [])
  const rewards = (await readBalance(vault)) - before
  await chain.mine(1, day)
  await finish()
  expect((await read(database, protocol)).failures).toEqual([])
  const { reading, results, ranges } = await load(database)
  const owed = await readEarned(vault, reading!.block.number)
  // Ann has 2 · 10¹⁸ of the 3 · 10¹⁸ in all, less 1,000, beside 10¹⁸ in the vault; Bob 10¹⁸, half of it in the vault: two thirds of the vault are hers.
  expect(results.map(({ account, positions }) => [account, positions])).toEqual([[ann, 1], [bob, 1]])
  expect(ranges.map(({ account }) => account)).toEqual([ann, bob])
  expect(rewards).toBeGreaterThan(10_000n)
  expect(results.map((result) => result.rewards)).toEqual([
    [{ token: chain.other, amount: (rewards * 2n) / 3n, owed: (owed * 2n) / 3n }],
    [{ token: chain.other, amount: rewards - (rewards * 2n) / 3n, owed: owed - (owed * 2n) / 3n }],
  ])
}, 120_000)

it('tells which of the largest providers are contracts that nobody looks through', async () => {
  await give(ann, chain.pair, router, 10n ** 17n)
  await chain.mine(1, day)
  await finish()
  expect((await read(database, protocol)).failures).toEqual([])
  const { reading, results } = await load(database)
  // The router keeps no books: what is sent there is its own. The vault is looked through, Ann and Bob have no code.
  expect(reading!.contractProviders).toEqual({ asked: 3, contracts: [{ account: router, name: 'contract' }] })
  expect(results.map(({ account }) => account)).toEqual([ann, bob, router])
}, 120_000)
