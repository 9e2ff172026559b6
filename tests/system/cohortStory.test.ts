import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { loadFirstChange } from '@/db/balanceHistory'
import { loadCursor } from '@/db/ledger'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { logSchema } from '@/lib/chain/log'
import { openChainReader } from '@/lib/chain/reader'
import { demoSwap } from '@/lib/demo/characters'
import type { DemoChain } from '@/lib/demo/openDemoChain'
import { openRpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import type { CohortStudy } from '@/lib/domain/cohorts'
import type { Block } from '@/lib/domain/snapshot'
import { toLens } from '@/lib/ownership/lenses'
import { completeDayEnds } from '@/lib/pipeline/completeDayEnds'
import { toLedger } from '@/lib/pipeline/ledger'
import { toRepresentatives } from '@/lib/pipeline/ownership/representatives'
import { replayDistribution } from '@/lib/pipeline/replay'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { takeStudy } from '@/tests/takeStudy'
import { openTestDatabase, type OpenTestDatabase } from '../openTestDatabase'
import { openPlayedStory, shortStory } from '../playedStory'

let demo: DemoChain
let server: OpenTestDatabase
let protocol: TrackedProtocol
let days: ReadonlyMap<string, Block>
let study: CohortStudy

const readLogs = async (address: Address, topic: string) => z.array(logSchema).parse(await openRpc(demo.url).call('eth_getLogs', { address, topics: [topic], fromBlock: '0x0', toBlock: `0x${[...days.values()].at(-1)!.number.toString(16)}` }))
const toParty = (topic: string | undefined) => `0x${topic!.slice(26)}` as Address

beforeAll(async () => {
  ;[demo, server] = await Promise.all([openPlayedStory(shortStory), openTestDatabase()])
  const reader = await openChainReader({ chainId: demo.chainId, urls: [demo.url] })
  const { database } = server
  protocol = await saveProtocol(database, demo.protocols.find(({ slug }) => slug === 'demo-swap')!, 0)
  await syncProtocol({ protocol, reader, database })
  days = await completeDayEnds({ reader, database }, (await loadFirstChange(database, protocol.tokenId))!, (await loadCursor(database.db, protocol.tokenId))!.block)
  study = await takeStudy('cohorts', { database, protocol, ledger: toLedger(protocol, null)!, days })
}, 600_000)

afterAll(async () => {
  await server?.close()
  await demo?.stop()
})

/** The token's own Transfer logs up to the last whole day. */
const readTransfers = async () =>
  (await readLogs(protocol.token.address, '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef')).map(({ topics, data, blockNumber }) => ({ from: toParty(topics[1]), to: toParty(topics[2]), amount: BigInt(data), block: blockNumber }))

/** Who ever got any, by the token's own Transfer logs: the block of the first, without those that the story gave a role of holding for others. */
async function toFirsts(): Promise<Map<Address, number>> {
  const people = ['team', 'investor']
  const left = new Set<string>([...protocol.labels.filter(({ kind, role }) => (role === null ? kind === 'contract' : !people.includes(role))), ...protocol.wrappers].map(({ address }) => address))
  // What comes and goes within one block, as through a router, changes no balance: nobody received it.
  const changes = new Map<string, { account: Address; block: number; change: bigint }>()
  for (const { from, to, amount, block } of await readTransfers())
    for (const [account, change] of [[from, -amount], [to, amount]] as const) {
      const known = changes.get(`${block} ${account}`) ?? { account, block, change: 0n }
      changes.set(`${block} ${account}`, { ...known, change: known.change + change })
    }
  const firsts = new Map<Address, number>()
  // Demo Ventures has two wallets.
  const owner = (account: Address) => toRepresentatives(protocol).get(account) ?? account
  for (const { account, block, change } of changes.values()) if (change !== 0n && !left.has(account) && account !== `0x${'0'.repeat(40)}` && !firsts.has(owner(account))) firsts.set(owner(account), block)
  return firsts
}

it('counts as receivers whom the token’s own logs name, in the quarters in which they came', async () => {
  const firsts = await toFirsts()
  expect(study.receivers).toBe(firsts.size)
  // 260 days from 1 January 2023: its last whole day is in September, in the third quarter.
  expect(study.cohorts.map(({ from }) => from)).toEqual(['2023-01-01', '2023-04-01', '2023-07-01'])
  const april = days.get('2023-03-31')!.number
  expect(study.cohorts[0]!.receivers).toBe([...firsts.values()].filter((block) => block <= april).length)
})

it('has what a look-through of the same block has, of the same accounts', async () => {
  const firsts = await toFirsts()
  const { accounts, amounts } = await replayDistribution(server.database, toLedger(protocol, null)!, [...days.values()].at(-1)!.number, toLens('raw-owners-entities'))
  const held = new Map(accounts.map((account, place) => [account, amounts[place]!]))
  const order = [...firsts].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([account]) => held.get(account) ?? 0n)
  const sum = (some: readonly bigint[]) => some.reduce((total, amount) => total + amount, 0n)
  const last = study.months.at(-1)!
  expect(sum(last.cohorts)).toBe(sum(order))
  expect(sum(last.tenths)).toBe(sum(order))
  expect(last.firstHundred).toBe(sum(order.slice(0, 100)))
  expect(last.held).toBeGreaterThanOrEqual(sum(order))
})

it('tells of the airdrop what its contract logged, and of vesting what its contracts hold', async () => {
  const payout = study.payouts[0]!
  const logs = await readLogs(payout.address, '0x4ec90e965519d92681267467f775ada5bd214aa92c0dc93d90a5e880ce9ed026')
  expect([payout.proof, payout.receivers, payout.received]).toEqual(['claims', logs.length, logs.reduce((sum, { data }) => sum + BigInt(`0x${data.slice(130, 194)}`), 0n)])
  expect(payout.holdAll + payout.holdPart + payout.holdNothing).toBe(payout.receivers)
  // The reserve paid the later investors, whom nobody labels: of 1.8 % of the supply the fifth a fifth, the sixth a sixth, … the twelfth a twelfth.
  const shares = [5, 6, 7, 8, 9, 10, 11, 12].reduce((total, place) => total + 1 / place, 0)
  expect(study.payouts[1]).toMatchObject({ proof: 'firstReceipts', receivers: 8, holdNothing: 0 })
  expect(Number(study.payouts[1]!.received) / 1e18).toBeCloseTo(demoSwap.supply * 0.018 * shares, 0)
  const vesting = new Set(protocol.labels.filter(({ role }) => role === 'vesting').map(({ address }) => address))
  const held = study.insiderMonths.at(-1)!.byRole.vesting
  const lies = (await readTransfers()).reduce((sum, { from, to, amount }) => sum + (vesting.has(to) ? amount : 0n) - (vesting.has(from) ? amount : 0n), 0n)
  expect(held).toBe(lies)
  // 12 % of the supply went in; all that is not there has been paid out.
  expect(held + study.insiderMonths.reduce((sum, { paidOut }) => sum + paidOut, 0n)).toBe(BigInt(demoSwap.supply * 0.12) * 10n ** 18n)
})
