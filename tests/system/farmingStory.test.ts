import { decodeEventLog, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import { logSchema } from '@/lib/chain/log'
import { toCast } from '@/lib/demo/cast'
import type { DemoChain } from '@/lib/demo/openDemoChain'
import { openRpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import { loadProgram } from '@/lib/pipeline/farming/loadProgram'
import { makeFarming } from '@/lib/pipeline/farming/makeFarming'
import { loadRewardUses } from '@/lib/pipeline/farming/loadRewardUses'
import { loadGivers } from '@/lib/pipeline/governance/votingActs'
import { loadVotingCosts, readVotingCosts } from '@/lib/pipeline/governance/votingCosts'
import { openClock } from '@/lib/pipeline/openClock'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { takeSnapshots } from '@/lib/pipeline/takeSnapshots'
import { loadDayEnds } from '@/db/balanceHistory'
import { toProgramPlaces, type ProgramPlace } from '@/lib/sources/rewards/registry'
import { openTestDatabase, type OpenTestDatabase } from '../openTestDatabase'
import { openPlayedStory, shortStory } from '../playedStory'

const abi = parseAbi(['event RewardPaid(address indexed user, uint256 reward)', 'function balanceOf(address) view returns (uint256)'])
const unit = 10n ** 18n

let demo: DemoChain
let server: OpenTestDatabase
let reader: ChainReader
let protocol: TrackedProtocol
let place: ProgramPlace

beforeAll(async () => {
  ;[demo, server] = await Promise.all([openPlayedStory(shortStory), openTestDatabase()])
  reader = await openChainReader({ chainId: demo.chainId, urls: [demo.url] })
  protocol = await saveProtocol(server.database, demo.protocols.find(({ slug }) => slug === 'demo-swap')!, 0)
  await syncProtocol({ protocol, reader, database: server.database })
  await takeSnapshots({ protocol, reader, database: server.database })
  place = protocol.wrappers.flatMap(toProgramPlaces).find(({ source }) => source.id === 'stakingRewards')!
}, 600_000)

afterAll(async () => {
  await server?.close()
  await demo?.stop()
})

it('what was paid is what the contract logged, and with what still lies there it is what three seasons brought', async () => {
  const filter = { address: place.wrapper.address, topics: ['0xe2403640ba68fed3a2f88b7557551d1993f84b99bb10ff833f0cf8db0c5e0486'], fromBlock: '0x0', toBlock: 'finalized' }
  const logs = z.array(logSchema).parse(await openRpc(demo.url).call('eth_getLogs', filter))
  const logged = new Map<string, bigint>()
  for (const { topics, data } of logs) {
    const { user, reward } = decodeEventLog({ abi, topics: topics as [`0x${string}`], data: data as `0x${string}` }).args!
    logged.set(user.toLowerCase(), (logged.get(user.toLowerCase()) ?? 0n) + reward)
  }
  const [program] = (await makeFarming(server.database, protocol))!.programs
  const paid = new Map<string, bigint>(program!.each.filter(({ rewards }) => rewards > 0n).map(({ account, rewards }) => [account, rewards]))
  expect(paid).toEqual(logged)
  // Of a supply of a billion 1.2 % in the first season, a 1.35th and a 1.7th of that in the next two: 12,000,000 + 8,888,888.888889 + 7,058,823.529412.
  const brought = 12_000_000n * unit + 8_888_888_888889n * 10n ** 12n + 7_058_823_529412n * 10n ** 12n
  const [left] = await reader.readContracts([{ address: protocol.token.address, abi, functionName: 'balanceOf', args: [place.wrapper.address] }], (await reader.readFinalizedBlock()).number)
  expect(left).toMatchObject({ status: 'ok', value: brought - [...paid.values()].reduce((sum, amount) => sum + amount, 0n) })
})

it('rich providers put all that they fetch back into the pool, and sell none of it', async () => {
  const block = await reader.readFinalizedBlock()
  const record = await loadProgram(server.database, { chainId: protocol.token.chainId, ledgers: protocol.ledgers }, place, block.number)
  const timeOf = openClock(await loadDayEnds(server.database, protocol.token.chainId), block)
  const uses = await loadRewardUses(server.database, protocol, { payments: record.book.payments(), staked: [{ stakeToken: place.program.stakeToken, changes: record.changes }], upTo: block.number, timeOf })
  expect(uses.every(({ payment, sold, worked, given, kept }) => sold + worked + given + kept === payment.amount)).toBe(true)
  const rich = new Set<Address>(toCast(shortStory.seed, shortStory.people).liquidityProviders)
  const theirs = uses.filter(({ payment, open }) => rich.has(payment.account) && !open)
  // Three of the four rich providers stake; they join 45 days apart from day 18 on and fetch once in 30 days: by day 260 each has done so several times.
  expect(new Set(theirs.map(({ payment }) => payment.account)).size).toBe(3)
  expect(theirs.length).toBeGreaterThan(9)
  expect(theirs.map(({ payment, worked }) => worked === payment.amount)).toEqual(theirs.map(() => true))
  // Small ones fetch once, when they leave.
  const small = uses.filter(({ payment, open }) => toCast(shortStory.seed, shortStory.people).people.includes(payment.account) && !open)
  expect(small.length).toBeGreaterThan(0)
  expect(new Set(small.map(({ payment }) => payment.account)).size).toBe(small.length)
})

const receiptSchema = z.object({ gasUsed: z.string().transform(BigInt), effectiveGasPrice: z.string().transform(BigInt) })

it('who gave votes to somebody, and what that cost, is what the chain’s own logs and receipts say', async () => {
  const { database } = server
  const rpc = openRpc(demo.url)
  const block = await reader.readFinalizedBlock()
  const filter = { address: protocol.token.address, topics: ['0x3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f'], fromBlock: '0x0', toBlock: 'finalized' }
  const logs = z.array(logSchema).parse(await rpc.call('eth_getLogs', filter)).filter(({ topics }) => BigInt(topics[3]!) !== 0n)
  expect(logs.length).toBeGreaterThan(20)
  expect(await loadGivers(database, protocol, block.number)).toEqual(new Set(logs.map(({ topics }) => `0x${topics[1]!.slice(26)}`)))
  expect((await loadVotingCosts(database, protocol, block.number)).delegation).toBeNull()
  expect(await readVotingCosts({ protocol, reader, database })).toEqual([])
  // The newest 200, each in a transaction of its own, as whoever is impersonated sends them one by one: the smaller one in the middle.
  const hashes = logs.slice(-200).map(({ transactionHash }) => transactionHash!)
  expect(new Set(hashes).size).toBe(hashes.length)
  const paid = await Promise.all(hashes.map(async (hash) => {
    const { gasUsed, effectiveGasPrice } = receiptSchema.parse(await rpc.call('eth_getTransactionReceipt', hash))
    return gasUsed * effectiveGasPrice
  }))
  paid.sort((a, b) => (a < b ? -1 : 1))
  expect((await loadVotingCosts(database, protocol, block.number)).delegation).toEqual({ transactions: paid.length, wei: paid[Math.ceil(paid.length / 2) - 1] })
})
