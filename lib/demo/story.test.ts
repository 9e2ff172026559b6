import { decodeAbiParameters, encodeFunctionData, parseAbi, parseAbiParameters } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addressSchema, zeroAddress, type Address } from '@/lib/domain/address'
import type { Protocol, Token } from '@/lib/domain/protocol'
import { toLens } from '@/lib/ownership/lenses'
import { openPlayedStory, startedStory } from '@/tests/playedStory'
import { toAllocations } from './airdrop'
import { toTimestamp, toDay } from './calendar'
import { toCast } from './cast'
import { demoCompute } from './characters'
import { toDelegates } from './delegations'
import { toGovernanceStories, type GovernanceStory } from './governanceStories'
import type { DemoChain } from './openDemoChain'
import { openRpc, type Rpc } from './rpc'

const logsSchema = z.array(z.object({ address: addressSchema, topics: z.array(z.string()), data: z.string(), blockNumber: z.string() }))
const transferTopic = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'
// ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)
const proposalCreatedTopic = '0x7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e0'
const proposalCreatedInputs = parseAbiParameters('uint256, address, address[], uint256[], string[], bytes[], uint256, uint256, string')
// DelegateVotesChanged(address,uint256,uint256)
const delegateVotesChangedTopic = '0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724'
let demo: DemoChain
let rpc: Rpc

beforeAll(async () => {
  demo = await openPlayedStory(startedStory)
  rpc = openRpc(demo.url)
}, 600_000)

afterAll(async () => {
  await demo?.stop()
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
  for (const { demo: marked, token, pools, labels, caveats, governance } of demo.protocols) {
    expect([marked, token.chainId, pools.length, caveats.length]).toEqual([true, 31337, 1, 1])
    expect(governance.votes.map(({ source, address }) => [source, address])).toEqual([['delegatedVotes', token.address]])
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

const governorsOf = (slug: string) => find(slug).governance.governors.map(({ source, address }) => [source, address])
const timelockAdmin = async (slug: string): Promise<Address> => {
  const timelock = find(slug).labels.find(({ role }) => role === 'timelock')!
  return `0x${(await ask(timelock.address, 'admin() view returns (address)')).toString(16).padStart(40, '0')}`
}

// The states of Compound's governors and of OpenZeppelin's have the same numbers.
const [active, canceled, defeated, executed] = [1, 2, 3, 7]

test('GovernorAlpha executed the airdrop, defeated a buy-out, and is voting', async () => {
  const governor = await timelockAdmin('demo-swap')
  expect(governorsOf('demo-swap')).toEqual([['governorAlpha', governor]])
  for (const [id, state] of [[1, executed], [2, defeated], [3, active]]) expect(Number(await ask(governor, 'state(uint256) view returns (uint8)', [id]))).toBe(state)
})

test('GovernorBravo executed the payouts, defeated a grant, and is voting', async () => {
  const governor = await timelockAdmin('demo-lend')
  const [bravo, alpha] = governorsOf('demo-lend')
  expect([bravo, await ask(alpha![1] as Address, 'proposalCount() view returns (uint256)')]).toEqual([['governorBravo', governor], 1n])
  for (const [id, state] of [[2, executed], [3, defeated], [4, active]]) expect(Number(await ask(governor, 'state(uint256) view returns (uint8)', [id]))).toBe(state)
})

/** Proposals of Demo Compute's Governor in the order in which they were made. */
async function readProposals() {
  const { address: governor, firstBlock } = find('demo-compute').governance.governors[0]!
  const logs = logsSchema.parse(await rpc.call('eth_getLogs', { address: governor, fromBlock: `0x${firstBlock.toString(16)}`, toBlock: 'latest', topics: [proposalCreatedTopic] }))
  return logs.map(({ data }) => {
    const [id, , targets, , , , snapshot, , description] = decodeAbiParameters(proposalCreatedInputs, data as `0x${string}`)
    return { governor, id, title: description.replace('# ', ''), targets: targets.map((target) => target.toLowerCase()), snapshot }
  })
}

const readState = ({ governor, id }: { governor: Address; id: bigint }) => ask(governor, 'state(uint256) view returns (uint8)', [id]).then(Number)

test("OpenZeppelin's Governor went through every outcome", async () => {
  const timelock = find('demo-compute').labels.find(({ role }) => role === 'timelock')!.address
  const proposals = await readProposals()
  expect(await Promise.all(proposals.map(async (proposal) => [proposal.title, await readState(proposal)]))).toEqual([
    ['Fund the foundation', executed], ['Reward forty small providers', executed], ['A larger share for the foundation', defeated], ['A hosting contract for Polar Compute', executed],
    ['Stickers for everyone', defeated], ['A second hosting contract for Polar Compute', defeated],
    ['Hardware subsidy for large operators', executed], ['Pay for an audit', defeated],
    ['Hardware subsidy, second part', canceled], ['A second reward for small providers', defeated],
    ['Extend the subsidy', executed], ['Rewards for the pool, one more season', executed],
    ['Cap the votes of a single account', active],
  ])
  expect(await ask(proposals[0]!.governor, 'timelock() view returns (address)')).toBe(BigInt(timelock))
})

describe('the stories of governance', () => {
  const cast = toCast('lorenz', 1000)
  const invited = toAllocations('lorenz', demoCompute, cast.people).map(([account]) => account)
  const stories = toGovernanceStories(cast, toDelegates('lorenz', demoCompute, invited)[0]!)
  const dcmp = (whole: bigint) => whole * 10n ** 18n

  /** A story's proposal, and everybody's votes as of its snapshot, with 7 days before and 30 after, by account. */
  async function read(id: GovernanceStory['id']) {
    const story = stories.find((one) => one.id === id)!
    const proposal = (await readProposals()).find(({ title }) => title === story.title)!
    const { token } = find('demo-compute')
    const logs = logsSchema.parse(await rpc.call('eth_getLogs', { address: token.address, topics: [delegateVotesChangedTopic], fromBlock: '0x0', toBlock: 'latest' }))
    const accounts = [...new Set(logs.map(({ topics }) => `0x${topics[1]!.slice(26)}` as Address))]
    const votesOf = (account: Address, days = 0n) => ask(token.address, 'getPastVotes(address,uint256) view returns (uint256)', [account, proposal.snapshot + days * 86_400n])
    const votes = new Map(await Promise.all(accounts.map(async (account) => [account, await votesOf(account)] as const)))
    const cast = decodeAbiParameters(parseAbiParameters('uint256, uint256, uint256'), (await rpc.call('eth_call', {
      to: proposal.governor, data: encodeFunctionData({ abi: parseAbi(['function proposalVotes(uint256) view returns (uint256, uint256, uint256)']), args: [proposal.id] }),
    }, 'finalized')) as `0x${string}`)
    const largestOthers = (...without: readonly Address[]) => [...votes].filter(([account]) => !without.includes(account)).reduce((most, [, amount]) => (amount > most ? amount : most), 0n)
    expect({ against: cast[0], for: cast[1], abstain: cast[2] }).toEqual(story.tally)
    expect(await readState(proposal)).toBe(story.passed ? executed : defeated)
    expect(await ask(proposal.governor, 'quorum(uint256) view returns (uint256)', [proposal.snapshot])).toBe(dcmp(4_000_000n))
    return { story, proposal, token, votes, votesOf, largestOthers }
  }

  test('a whale decides alone', async () => {
    const { story: { tally, for: [whale] }, votes, largestOthers } = await read('decidedAlone')
    expect(votes.get(whale!)).toBe(dcmp(4_200_000n))
    // 4,200,000 − 1,835,779.220779: without the whale nobody is for it, and nobody else has as much as it is ahead by, whichever way they voted.
    expect(tally.for - tally.against).toBe(2_364_220_779_221n * 10n ** 12n)
    expect(largestOthers(whale!)).toBeLessThan(tally.for - tally.against)
  })

  test('a vote is flipped by power that was gathered four days before and let go within a fortnight', async () => {
    const { story: { tally, decisive: [campaigner] }, votesOf } = await read('flipped')
    // 900,000 + 600,000 + 450,000
    expect([await votesOf(campaigner!, -7n), await votesOf(campaigner!), await votesOf(campaigner!, 30n)]).toEqual([0n, dcmp(1_950_000n), 0n])
    // Without: 4,500,000 for and 3,635,779.220779 against; the quorum of 4,000,000 is there.
    expect(tally.against - dcmp(1_950_000n)).toBeLessThan(tally.for)
  })

  test('a quorum is missed by one delegate, and could have been reached by no other', async () => {
    const { story, votes, largestOthers } = await read('missedByOne')
    const missing = dcmp(4_000_000n) - story.tally.for
    expect(missing).toBe(dcmp(1_115_000n))
    expect(votes.get(story.decisive[0]!)).toBeGreaterThanOrEqual(missing)
    expect(largestOthers(story.decisive[0]!, ...story.for)).toBeLessThan(missing)
  })

  test('whoever has staked decides on rewards for stakers', async () => {
    const { story, proposal, token, votes } = await read('ownGain')
    const rewards = find('demo-compute').wrappers.find(({ source }) => source === 'stakingRewards')!.address
    expect(proposal.targets).toEqual([token.address, rewards])
    const stakes = await Promise.all(story.for.map((voter) => ask(rewards, 'balanceOf(address) view returns (uint256)', [voter])))
    expect(stakes.map((stake) => stake > 0n)).toEqual([true, true, false, false])
    // 3,200,000 of 4,400,000: eight elevenths
    expect(story.for.map((voter) => votes.get(voter))).toEqual([1_800_000n, 1_400_000n, 1_000_000n, 200_000n].map(dcmp))
  })

  test('of two lists the code of one is changed by the Safe, that of the other by one key', async () => {
    const { controlled } = find('demo-compute').governance
    // EIP-1967: keccak256('eip1967.proxy.admin') − 1
    const adminSlot = '0xb53127684a568b3173ae13b9f8a6016e243e63b6e8ee1178d6a717850b5d6103'
    const keepers = await Promise.all(controlled.filter(({ name }) => /providers|reporters/.test(name)).map(async ({ address }) => {
      const admin = z.string().parse(await rpc.call('eth_getStorageAt', address, adminSlot, 'finalized'))
      return ask(`0x${admin.slice(26)}`, 'owner() view returns (address)')
    }))
    expect(keepers).toEqual([BigInt(find('demo-compute').labels.find(({ kind }) => kind === 'multisig')!.address), BigInt(cast.team[0]!)])
  })
})
