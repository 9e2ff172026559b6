import { encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { loadSettledBlock } from '@/db/ledger'
import { loadLookThrough, loadOwnerParts } from '@/db/lookThroughs'
import { loadPools } from '@/db/pools'
import { loadProviderResults } from '@/db/providerResults'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { addressSchema, type Address } from '@/lib/domain/address'
import { protocolSchema, wrapperSchema } from '@/lib/domain/protocol'
import { act, ask } from '@/tests/contracts'
import { loadSushi } from '@/tests/farmChain'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { toToken } from '@/tests/sourceChain'
import { deployer, startTokenChain, toAccount, type TokenChain } from '@/tests/tokenChain'
import { readLiquidity } from '../liquidity/readLiquidity'
import { syncProtocol } from '../syncProtocol'
import { takeSnapshots } from '../takeSnapshots'
import { loadFarming } from './keptFarming'
import { readRewards } from './readRewards'

const day = 86_400
const unit = 10n ** 18n
const abi = parseAbi([
  'function mint(address to, uint256 amount)', 'function mint(address to) returns (uint256)', 'function transferOwnership(address)', 'function add(uint256 points, address lpToken, bool withUpdate)',
  'function deposit(uint256 pid, uint256 amount)', 'function migrate(uint256 pid)', 'function setMigrator(address)', 'function createPair(address, address) returns (address)',
  'function getPair(address, address) view returns (address)', 'function factory() view returns (address)', 'function approve(address, uint256) returns (bool)',
  'function transfer(address, uint256) returns (bool)', 'function balanceOf(address) view returns (uint256)', 'function pendingSushi(uint256 pid, address user) view returns (uint256)',
])
const [ann, bob, carl] = [toAccount(1), toAccount(2), toAccount(3)]
const most = 2n ** 256n - 1n
let chain: TokenChain
let reader: ChainReader
let server: OpenTestDatabase
let protocol: TrackedProtocol
let sushi: Address
let chef: Address
let settled: number
let pairs: [first: Address, later: Address]
/** What each was paid for its stake in the pair, before and after that was exchanged */
const paid = { before: 0n, after: 0n }

const run = (from: Address, to: Address, functionName: string, args: readonly unknown[] = [], seconds = 12) => act(chain, from, to, encodeFunctionData({ abi, functionName, args } as never), seconds)
const balanceOf = (token: Address, account: Address) => ask(chain, token, abi, 'balanceOf', [account]) as Promise<bigint>
/** What the farm said that it owed at the block that was read. */
async function owedTo(pool: bigint, account: Address): Promise<bigint> {
  const [answer] = await reader.readContracts([{ address: chef, abi, functionName: 'pendingSushi', args: [pool, account] }], settled)
  return z.bigint().parse(answer?.status === 'ok' ? answer.value : answer?.reason)
}
const pairOf = async (factory: Address) => addressSchema.parse(((await ask(chain, factory, abi, 'getPair', [sushi, chain.other])) as string).toLowerCase())
async function fetch(account: Address): Promise<bigint> {
  const before = await balanceOf(sushi, account)
  await run(account, chef, 'deposit', [1n, 0n])
  return (await balanceOf(sushi, account)) - before
}

beforeAll(async () => {
  chain = await startTokenChain()
  reader = await openChainReader({ chainId: 31337, urls: [chain.anvil.url] })
  server = await openTestDatabase()
  sushi = await chain.deploy(loadSushi('SushiToken'), [])
  chef = await chain.deploy(loadSushi('MasterChef'), [sushi, toAccount(9), unit, 0n, 0n])
  const uniswap = addressSchema.parse(((await ask(chain, chain.pair, abi, 'factory')) as string).toLowerCase())
  const factory = await chain.deploy(loadSushi('uniswapv2/UniswapV2Factory'), [deployer])
  const migrator = await chain.deploy(loadSushi('Migrator'), [chef, uniswap, factory, 0n])
  await run(deployer, uniswap, 'createPair', [sushi, chain.other])
  const first = await pairOf(uniswap)
  for (const account of [ann, bob, carl]) {
    await run(deployer, sushi, 'mint', [account, 10_000n * unit])
    await run(deployer, chain.other, 'transfer', [account, 10_000n * unit])
    for (const token of [sushi, chain.other, first]) await run(account, token, 'approve', [chef, most])
  }
  await run(deployer, sushi, 'transferOwnership', [chef])
  for (const [points, token] of [[1n, chain.other], [2n, first], [1n, sushi]] as const) await run(deployer, chef, 'add', [points, token, false])
  for (const account of [ann, bob]) {
    for (const token of [sushi, chain.other]) await chain.send(account, token, encodeFunctionData({ abi, functionName: 'transfer', args: [first, 1_000n * unit] }))
    await run(account, first, 'mint', [account])
    await run(account, chef, 'deposit', [1n, 400n * unit])
  }
  await run(carl, chef, 'deposit', [0n, 50n * unit])
  await run(carl, chef, 'deposit', [2n, 700n * unit])
  paid.before = await fetch(ann)
  await chain.mine(1, day)
  await run(deployer, factory, 'setMigrator', [migrator])
  await run(deployer, chef, 'setMigrator', [migrator])
  await run(carl, chef, 'migrate', [1n])
  await chain.mine(1, day)
  paid.after = await fetch(ann)
  await chain.mine(1, day)
  await chain.mine(4, 12)
  pairs = [first, await pairOf(factory)]
  const assets = [...pairs, sushi]
  const farm = { pools: [{ id: 1, asset: pairs[0] }, { id: 2, asset: sushi }, { id: 1, asset: pairs[1] }] }
  const wrapper = wrapperSchema.parse({ source: 'masterChef', address: chef, name: 'Farm', firstBlock: 1, assets, contracts: { rewardsToken: sushi }, farm, fact: 'the test' })
  const pools = pairs.map((pair) => ({ kind: 'uniswapV2Pair', lpToken: toToken(pair), source: 'the test' }))
  protocol = await saveProtocol(server.database, protocolSchema.parse({ ...chain.protocol, token: { ...toToken(sushi), symbol: 'SUSHI' }, pools, wrappers: [wrapper] }), 0)
  const work = { protocol, reader, database: server.database }
  await syncProtocol(work)
  await takeSnapshots(work)
  settled = (await loadSettledBlock(server.database.db, protocol.tokenId))!.number
  for (const read of [readLiquidity, readRewards]) expect((await read(work, { isInterrupted: () => false })).failures).toEqual([])
}, 300_000)
afterAll(async () => {
  await server?.close()
  await chain?.stop()
})

it('what a farm paid counts in the pool whose shares were staked then, and what it owes in the one whose shares are', async () => {
  const [first, later] = await Promise.all(pairs.map(async (pair) => {
    const pool = (await loadPools(server.database, 'test-swap')).find(({ facts }) => facts.address === pair)!
    return new Map((await loadProviderResults(server.database, pool.id)).map(({ account, rewards, positions }) => [account, { rewards, positions }]))
  })) as [Map<Address, unknown>, Map<Address, unknown>]
  expect(paid.before > 0n && paid.after > 0n).toBe(true)
  expect(first.get(ann)).toMatchObject({ rewards: [{ token: sushi, amount: paid.before, owed: 0n }] })
  expect(later.get(ann)).toMatchObject({ rewards: [{ token: sushi, amount: paid.after, owed: await owedTo(1n, ann) }], positions: 1 })
  expect(first.get(bob)).toMatchObject({ rewards: [] })
  expect(later.get(bob)).toMatchObject({ rewards: [{ token: sushi, amount: 0n, owed: await owedTo(1n, bob) }], positions: 1 })
  for (const results of [first, later]) expect(results.has(chef)).toBe(false)
})

it('each pool of a farm is a programme of its own, asked for what it owes by itself', async () => {
  const farming = (await loadFarming(server.database, protocol))!
  const told = new Map(farming.programs.map((program) => [program.wrapper.name, program]))
  expect([...told.keys()].sort()).toEqual(['Farm #1', 'Farm #2'])
  expect(told.get('Farm #1')).toMatchObject({ stakers: 2, isDebt: false, owed: { all: (await owedTo(1n, ann)) + (await owedTo(1n, bob)) }, stake: { symbol: 'T' } })
  // SUSHI staked for SUSHI: one is worth one.
  expect(told.get('Farm #2')).toMatchObject({ stakers: 1, owed: { all: await owedTo(2n, carl) }, worth: { rewards: 1n, stake: 1n }, stake: { symbol: 'SUSHI' } })
  const months = told.get('Farm #1')!.months.reduce((sum, { rewards }) => sum + rewards, 0n)
  expect(months).toBe(paid.before + paid.after)
  expect(farming.gaps).toEqual([])
})

it('tokens staked with a farm are their stakers’, those in the shares that lie there too; its rewards are nobody’s yet', async () => {
  const { rows } = await server.database.pool.query<{ id: number }>('select max(snapshot_id) as id from look_throughs join snapshots on id = snapshot_id where token_id = $1', [protocol.tokenId])
  // Carl has 9,300 and by the farm 700. Ann and Bob have put 1,000 into the first pair, of which 400 went on to the second one by the farm; 1,000 units of
  // its shares are locked, and what is shared out is rounded.
  const parts = await loadOwnerParts(server.database, rows[0]!.id, [ann, bob, carl])
  const ownedBy = (account: Address) => (parts.get(account) ?? []).reduce((sum, { amount }) => sum + amount, 0n)
  expect(ownedBy(carl)).toBe(10_000n * unit)
  for (const account of [ann, bob]) {
    const less = (await balanceOf(sushi, account)) + 1_000n * unit - ownedBy(account)
    expect(less >= 0n && less <= 2_000n, String(less)).toBe(true)
  }
  const through = (await loadLookThrough(server.database, rows[0]!.id))!
  expect(through.unresolved.filter(({ source }) => source === 'masterChef')).toEqual([{ contract: chef, asset: sushi, source: 'masterChef', reason: 'undistributed', amount: (await balanceOf(sushi, chef)) - 700n * unit }])
})
