import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import type { Protocol, Token } from '@/lib/domain/protocol'
import { toLens } from '@/lib/ownership/lenses'
import { toTimestamp, toDay } from './calendar'
import { openDemoChain, type DemoChain } from './openDemoChain'
import { openRpc, type Rpc } from './rpc'

const directory = mkdtempSync(path.join(tmpdir(), 'lorenz-story-'))
const logsSchema = z.array(z.object({ address: addressSchema, topics: z.array(z.string()), data: z.string(), blockNumber: z.string() }))
const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
// ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)
const proposalCreatedTopic = '0x7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e0'
let demo: DemoChain
let rpc: Rpc

beforeAll(async () => {
  demo = await openDemoChain({ directory })
  rpc = openRpc(demo.url)
}, 600_000)

afterAll(async () => {
  await demo?.stop()
  rmSync(directory, { recursive: true, force: true })
})

const find = (slug: string): Protocol => demo.protocols.find((protocol) => protocol.slug === slug)!

/** Balances after the last block whose time is before `end`, by a replay that shares no code with the project's. */
async function replay(token: Token, end = Infinity): Promise<Map<string, bigint>> {
  const logs = logsSchema.parse(
    await rpc.call('eth_getLogs', { address: token.address, topics: [transferTopic], fromBlock: `0x${token.firstBlock.toString(16)}`, toBlock: 'finalized' }),
  )
  const last = end === Infinity ? Infinity : await lastBlockBefore(end)
  const balances = new Map<string, bigint>()
  const add = (topic: string, change: bigint) => balances.set(`0x${topic.slice(26)}`, (balances.get(`0x${topic.slice(26)}`) ?? 0n) + change)
  for (const { topics, data, blockNumber } of logs) {
    if (Number(blockNumber) > last) break
    if (BigInt(topics[1]!) !== 0n) add(topics[1]!, -BigInt(data))
    // Uniswap v2 mints its MINIMUM_LIQUIDITY to the zero address, which keeps it; a burn goes there too, and is not kept.
    if (BigInt(topics[2]!) !== 0n || BigInt(topics[1]!) === 0n) add(topics[2]!, BigInt(data))
  }
  return balances
}

async function lastBlockBefore(timestamp: number): Promise<number> {
  let [low, high] = [0, Number(await rpc.call('eth_blockNumber'))]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const { timestamp: time } = z.object({ timestamp: z.string() }).parse(await rpc.call('eth_getBlockByNumber', `0x${middle.toString(16)}`, false))
    if (Number(time) < timestamp) low = middle
    else high = middle - 1
  }
  return low
}

async function ask(to: Address, signature: string, args: readonly unknown[] = [], block = 'finalized'): Promise<bigint> {
  const abi = parseAbi([`function ${signature}`] as readonly string[])
  const data = encodeFunctionData({ abi, args } as Parameters<typeof encodeFunctionData>[0])
  return BigInt(z.string().parse(await rpc.call('eth_call', { to, data }, block)))
}

/** The definition itself, over all pairs: Σ |x − y| / (2 n Σ x). */
function giniByPairs(amounts: readonly number[]): number {
  let differences = 0
  for (const x of amounts) for (const y of amounts) differences += Math.abs(x - y)
  return differences / (2 * amounts.length * amounts.reduce((sum, x) => sum + x, 0))
}

const top10Share = (amounts: readonly number[]) =>
  [...amounts].sort((x, y) => y - x).slice(0, 10).reduce((sum, x) => sum + x, 0) / amounts.reduce((sum, x) => sum + x, 0)

const slugs = ['demo-swap', 'demo-lend', 'demo-compute'] as const

test('three protocols are marked as demo data and lie on chain 31337', () => {
  expect(demo.protocols.map(({ slug }) => slug)).toEqual(slugs)
  for (const { demo: marked, token, pools, labels, caveats } of demo.protocols) {
    expect([marked, token.chainId, pools.length, caveats.length]).toEqual([true, 31337, 1, 1])
    expect(new Set(labels.map(({ address }) => address)).size).toBe(labels.length)
  }
})

describe.each(slugs)('%s', (slug) => {
  test.each(['token', 'LP token'])('the %s conserves its supply', async (which) => {
    const { token, pools } = find(slug)
    const ledger = which === 'token' ? token : pools[0]!.lpToken
    const balances = await replay(ledger)
    const sum = [...balances.values()].reduce((total, amount) => total + amount, 0n)
    expect(sum).toBe(await ask(ledger.address, 'totalSupply() view returns (uint256)'))
    expect([...balances.values()].every((amount) => amount >= 0n)).toBe(true)
    if (which === 'LP token') expect(balances.get(zeroAddress)).toBe(1000n)
    for (const account of [...balances.keys()].slice(0, 40)) {
      if (account === zeroAddress) continue
      expect(await ask(ledger.address, 'balanceOf(address) view returns (uint256)', [account])).toBe(balances.get(account))
    }
  })

  test('nobody holds the token before its first block', async () => {
    const { token } = find(slug)
    const before = { address: token.address, fromBlock: '0x0', toBlock: `0x${(token.firstBlock - 1).toString(16)}` }
    expect(await rpc.call('eth_getLogs', before)).toEqual([])
  })

  test('begins broad and ends concentrated, under both lenses', async () => {
    const { token, labels } = find(slug)
    // When the airdrops are fetched, half a year in; and at the end.
    const broad = await replay(token, toTimestamp(toDay('2023-07-01')))
    const end = await replay(token)
    for (const id of ['raw', 'circulating'] as const) {
      const out = new Set(labels.filter(({ role }) => role && toLens(id).excludedRoles.includes(role)).map(({ address }) => address as string))
      const amounts = (balances: Map<string, bigint>) => [...balances].filter(([account, amount]) => amount > 0n && !out.has(account)).map(([, amount]) => Number(amount))
      expect(giniByPairs(amounts(end))).toBeGreaterThan(giniByPairs(amounts(broad)) + 0.04)
      expect(top10Share(amounts(end))).toBeGreaterThan(top10Share(amounts(broad)) + 0.04)
      expect(amounts(broad).length).toBeGreaterThan(amounts(end).length)
    }
  })
})

const timelockAdmin = async (slug: string): Promise<Address> => {
  const timelock = find(slug).labels.find(({ role }) => role === 'timelock')!
  return `0x${(await ask(timelock.address, 'admin() view returns (address)')).toString(16).padStart(40, '0')}`
}

// The states of Compound's governors and of OpenZeppelin's have the same numbers.
const [active, canceled, defeated, executed] = [1, 2, 3, 7]

test('GovernorAlpha executed the airdrop, defeated a buy-out, and is voting', async () => {
  const governor = await timelockAdmin('demo-swap')
  for (const [id, state] of [[1, executed], [2, defeated], [3, active]]) expect(Number(await ask(governor, 'state(uint256) view returns (uint8)', [id]))).toBe(state)
})

test('GovernorBravo executed the payouts, defeated a grant, and is voting', async () => {
  const governor = await timelockAdmin('demo-lend')
  for (const [id, state] of [[2, executed], [3, defeated], [4, active]]) expect(Number(await ask(governor, 'state(uint256) view returns (uint8)', [id]))).toBe(state)
})

test("OpenZeppelin's Governor went through every outcome", async () => {
  const timelock = find('demo-compute').labels.find(({ role }) => role === 'timelock')!.address
  const fromBlock = `0x${find('demo-compute').token.firstBlock.toString(16)}`
  const created = logsSchema.parse(await rpc.call('eth_getLogs', { fromBlock, toBlock: 'latest', topics: [proposalCreatedTopic] }))
  // Compound's governors log the same event, but count their proposals; OpenZeppelin's ids are hashes.
  const proposals = created.map(({ address, data }) => ({ address, id: BigInt(data.slice(0, 66)) })).filter(({ id }) => id > 1000n)
  const states = await Promise.all(proposals.map(({ address, id }) => ask(address, 'state(uint256) view returns (uint8)', [id])))
  expect(states.map(Number)).toEqual([executed, executed, defeated, defeated, executed, canceled, defeated, executed, active])
  expect(await ask(proposals[0]!.address, 'timelock() view returns (address)')).toBe(BigInt(timelock))
})
