import { decodeEventLog, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { loadProtocols, saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { logSchema } from '@/lib/chain/log'
import { openChainReader, type ChainReader } from '@/lib/chain/reader'
import type { DemoChain } from '@/lib/demo/openDemoChain'
import { openRpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import type { DelegatedStakes } from '@/lib/domain/delegatedStakes'
import { computeConcentrates } from '@/lib/pipeline/findings/computeConcentrates'
import { toLedger } from '@/lib/pipeline/ledger'
import { loadStudies } from '@/lib/pipeline/studies/loadStudies'
import { takeStudies } from '@/lib/pipeline/studies/takeStudies'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { takeHistory } from '@/lib/pipeline/takeHistory'
import { openTestDatabase, type OpenTestDatabase } from '../openTestDatabase'
import { openPlayedStory } from '../playedStory'

/** Fifteen months, of which the network is there for twelve: whales have just come. */
const length = { seed: 'lorenz', people: 150, days: 490 }
const abi = parseAbi([
  'event Bond(address indexed newDelegate, address indexed oldDelegate, address indexed delegator, uint256 additionalAmount, uint256 bondedAmount)',
  'event Reward(address indexed transcoder, uint256 amount)',
  'event WinningTicketTransfer(address indexed sender, address indexed recipient, uint256 amount)',
  'function pendingStake(address, uint256) view returns (uint256)',
  'function getDelegator(address) view returns (uint256 bondedAmount, uint256 fees, address delegateAddress, uint256 delegatedAmount, uint256 startRound, uint256 lastClaimRound, uint256 nextUnbondingLockId)',
])

let demo: DemoChain
let server: OpenTestDatabase
let reader: ChainReader
let protocol: TrackedProtocol
let kept: DelegatedStakes

beforeAll(async () => {
  ;[demo, server] = await Promise.all([openPlayedStory(length), openTestDatabase()])
  const { database } = server
  reader = await openChainReader({ chainId: demo.chainId, urls: [demo.url] })
  protocol = await saveProtocol(database, demo.protocols.find(({ slug }) => slug === 'demo-compute')!, 0)
  await syncProtocol({ protocol, reader, database })
  await takeHistory({ database, reader, ledger: toLedger(protocol, null)! })
  expect((await takeStudies({ protocol, database }, { isInterrupted: () => false })).failures).toEqual([])
  kept = (await loadStudies(database, protocol.slug, ['delegatedStakes'])).delegatedStakes!.result
}, 600_000)

afterAll(async () => {
  await server?.close()
  await demo?.stop()
})

type EventName = 'Bond' | 'Reward' | 'WinningTicketTransfer'

/** What a contract logged, decoded by viem. */
async function readEvents(address: Address, event: EventName) {
  const logs = z.array(logSchema).parse(await openRpc(demo.url).call('eth_getLogs', { address, fromBlock: '0x0', toBlock: 'finalized' }))
  return logs.flatMap(({ topics, data, blockNumber }) => {
    try {
      const decoded = decodeEventLog({ abi, topics: topics as [`0x${string}`], data: data as `0x${string}` })
      return decoded.eventName === event ? [{ args: decoded.args as unknown as Record<string, string | bigint>, blockNumber }] : []
    } catch {
      return []
    }
  })
}

const add = (sums: Map<string, bigint>, account: unknown, amount: unknown) => sums.set(String(account).toLowerCase(), (sums.get(String(account).toLowerCase()) ?? 0n) + BigInt(amount as bigint))
const wrapper = () => protocol.wrappers.find(({ source }) => source === 'bondingManager')!

/** Σ x² ÷ (Σ x)², as the index is defined. */
function hhiOf(amounts: readonly bigint[]): number {
  const total = Number(amounts.reduce((sum, amount) => sum + amount, 0n))
  return amounts.reduce((sum, amount) => sum + (Number(amount) / total) ** 2, 0)
}

const tenthOf = (amounts: readonly bigint[]): number => {
  const sorted = amounts.filter((amount) => amount > 0n).map(Number).sort((a, b) => b - a)
  return sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((sum, amount) => sum + amount, 0) / sorted.reduce((sum, amount) => sum + amount, 0)
}

async function readStakes(): Promise<{ byOperator: Map<string, bigint>; byDelegator: Map<string, bigint> }> {
  const { bondingManager } = wrapper().contracts as { bondingManager: Address }
  const block = (await reader.readFinalizedBlock()).number
  const delegators = [...new Set((await readEvents(bondingManager, 'Bond')).map(({ args }) => String(args.delegator).toLowerCase()))]
  const [byOperator, byDelegator] = [new Map<string, bigint>(), new Map<string, bigint>()]
  for (const delegator of delegators) {
    const answers = await reader.readContracts(['pendingStake', 'getDelegator'].map((functionName) => ({ address: bondingManager, abi, functionName, args: functionName === 'pendingStake' ? [delegator, 0n] : [delegator] })), block)
    const [stake, facts] = answers.map((answer) => (answer.status === 'ok' ? answer.value : null)) as [bigint, readonly unknown[]]
    if (stake === 0n) continue
    add(byOperator, facts[2], stake)
    add(byDelegator, delegator, stake)
  }
  return { byOperator, byDelegator }
}

it('each operator’s stake is what the contract says its delegators have, and what each earned is what was logged', async () => {
  const { networks: [network] } = kept
  const { byOperator, byDelegator } = await readStakes()
  expect(new Map<string, bigint>(network!.operators.filter(({ stake }) => stake > 0n).map(({ account, stake }) => [account, stake]))).toEqual(byOperator)
  expect([network!.byOperator.total, network!.byDelegator.count]).toEqual([[...byDelegator.values()].reduce((sum, stake) => sum + stake, 0n), byDelegator.size])
  const { bondingManager, ticketBroker } = wrapper().contracts as { bondingManager: Address; ticketBroker: Address }
  const [rewards, fees] = [new Map<string, bigint>(), new Map<string, bigint>()]
  for (const { args } of await readEvents(bondingManager, 'Reward')) add(rewards, args.transcoder, args.amount)
  for (const { args } of await readEvents(ticketBroker, 'WinningTicketTransfer')) add(fees, args.recipient, args.amount)
  expect(rewards.size).toBeGreaterThan(8)
  expect(fees.size).toBeGreaterThan(8)
  expect(new Map<string, bigint>(network!.operators.filter((one) => one.rewards > 0n).map(({ account, rewards }) => [account, rewards]))).toEqual(rewards)
  expect(new Map<string, bigint>(network!.operators.filter((one) => one.fees > 0n).map(({ account, fees }) => [account, fees]))).toEqual(fees)
  // What everybody earned by bonding is what came to the pools, but for what the contract's divisions cut off.
  const lost = [...rewards.values()].reduce((sum, amount) => sum + amount, 0n) - network!.earnedByDelegator!.total
  expect(lost >= 0n && lost < 10n ** 6n).toBe(true)
})

it('the claim is judged by the contract’s own stakes', async () => {
  const { byOperator } = await readStakes()
  const [made] = await computeConcentrates.load(server.database, await loadProtocols(server.database))
  const { stake, workIn, months } = made!.evidence!
  expect([stake.count, workIn, months >= 12]).toEqual([byOperator.size, 'fees', true])
  expect(stake.hhi).toBeCloseTo(hhiOf([...byOperator.values()]), 12)
  expect(stake.tenth).toBeCloseTo(tenthOf([...byOperator.values()]), 12)
  const { verdict, figures } = computeConcentrates.thesis.judge(made!.evidence!)
  const isConcentrated = (hhi: number, tenth: number) => hhi > 0.18 || tenth > 0.5
  const told = (id: string) => figures.find((figure) => figure.id === id)!.value!
  const answers = [isConcentrated(hhiOf([...byOperator.values()]), tenthOf([...byOperator.values()])), isConcentrated(told('workHhi'), told('workTenth'))]
  expect(verdict).toBe(answers.every(Boolean) ? 'holds' : answers.some(Boolean) ? 'mixed' : 'doesNotHold')
})
