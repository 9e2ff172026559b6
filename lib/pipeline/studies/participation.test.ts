import { encodeAbiParameters, parseAbiParameters, toEventSelector } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadVotedOn } from '@/db/decidedProposals'
import { keepFilter, saveEvents, streamEvents } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import { toLens } from '@/lib/ownership/lenses'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { takeNothing, takeStudy } from '@/tests/takeStudy'
import { toVotesLogs } from '@/tests/publishedVotes'
import { toGovernorSource } from '../../sources/governors/registry'
import { readVotingCosts, toActCost } from '../governance/votingCosts'
import { toLedger } from '../ledger'
import { replayDistribution } from '../replay'
import { participation } from './participation'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const toTopic = (index: number) => `0x${index.toString(16).padStart(64, '0')}` as const
const toHash = (digit: string) => `0x${digit.repeat(64)}` as const
const day = new Map([['2026-01-21', toBlock(lastBlock)]])
const delegateChanged = toVotesLogs(7, at(0xa1)).topics[0]

let server: OpenTestDatabase
let protocol: TrackedProtocol
let nth = 0
const toLog = (address: Address, blockNumber: number, transactionHash: `0x${string}`, topics: Log['topics'], data: Log['data'] = '0x'): Log => ({ address, blockNumber, blockHash: toBlock(blockNumber).hash, logIndex: 900 + (nth += 1), transactionHash, topics, data })
const delegation = (block: number, from: number, to: number, hash: `0x${string}`) => toLog(at(0xa1), block, hash, [delegateChanged, toTopic(from), toTopic(0), toTopic(to)])
const cast = (block: number, voter: number, hash: `0x${string}`) =>
  toLog(at(0x60), block, hash, [toEventSelector('VoteCast(address,uint256,uint8,uint256,string)'), toTopic(voter)], encodeAbiParameters(parseAbiParameters('uint256, uint8, uint256, string'), [7n, 1, 5n, '']))

// 6 delegates to 9 and 7 to itself, the latter in one transaction with somebody who holds nothing; 8 only takes back what it never gave.
beforeAll(async () => {
  server = await openTestDatabase(published)
  protocol = await loadPublished(server.database)
  const { database } = server
  const kept = await keepFilter(database, toVotesLogs(7, at(0xa1)), { firstBlock: 0, withTransactions: true })
  await saveEvents(database, kept, [delegation(11, 6, 9, toHash('a')), delegation(12, 7, 7, toHash('b')), delegation(12, 0x99, 7, toHash('b')), delegation(13, 8, 0, toHash('c'))], toBlock(lastBlock))
  const [, votes] = toGovernorSource('governorBravo').logs(protocol.governance.governors[0]!)
  const casts = await keepFilter(database, { chainId: 7, ...votes }, { firstBlock: 0, withTransactions: true })
  await saveEvents(database, casts, [cast(14, 6, toHash('d')), cast(15, 1, toHash('e')), cast(16, 1, toHash('f'))], toBlock(lastBlock))
}, 60_000)
afterAll(() => server?.close())

const take = () => takeStudy('participation', { database: server.database, protocol, ledger: toLedger(protocol, null)!, days: day })

it('counts people with what they hold, without the exchange; who gave votes by the logs, and who voted', async () => {
  const found = (await take())
  const { accounts, amounts } = await replayDistribution(server.database, toLedger(protocol, null)!, lastBlock, toLens('circulating-owners-entities-noDust'))
  const people = accounts.flatMap((account, place) => (account === at(4) ? [] : [{ account, amount: amounts[place]! }]))
  expect(found.all.holders).toBe(people.length)
  expect(found.all.delegated).toBe(2)
  const voters = await loadVotedOn(server.database, protocol.slug)
  expect(found.all.voted).toBe(people.filter(({ account }) => voters.has(account)).length)
  expect(found.all.either).toBe(people.filter(({ account }) => voters.has(account) || account === at(6) || account === at(7)).length)
  // Largest first: the one in the middle, of an even number the mean of both.
  const middle = [people[Math.floor((people.length - 1) / 2)]!, people[Math.floor(people.length / 2)]!]
  expect(found.median).toBe((middle[0]!.amount + middle[1]!.amount) / 2n)
  expect(found.inHand.holders + found.throughContracts.holders).toBe(people.length)
  expect([found.tenths, found.mustDelegate]).toEqual([[], true])
  expect(participation.schema.parse(JSON.parse(JSON.stringify(found, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))))).toEqual(found)
})

it('what it costs is asked of the chain once, and divided among those who shared a transaction', async () => {
  const { database } = server
  expect((await take()).costs).toEqual({ delegation: null, vote: null })
  const asked: string[] = []
  const wei: Record<string, bigint> = { [toHash('a')]: 100n, [toHash('b')]: 600n, [toHash('d')]: 40n, [toHash('e')]: 60n }
  const reader = {
    chainId: 7,
    readTransactionFees: async (hashes: readonly `0x${string}`[]) => {
      asked.push(...hashes)
      return hashes.map((hash) => (wei[hash] === undefined ? { status: 'failed' as const, reason: 'no answer' } : { status: 'ok' as const, sender: at(6), wei: wei[hash] }))
    },
  }
  expect(await readVotingCosts({ protocol, reader, database })).toEqual(['gas of 1 of 5 transactions: no answer'])
  // c gave nobody anything
  expect(asked.sort()).toEqual(['a', 'b', 'd', 'e', 'f'].map(toHash))
  await readVotingCosts({ protocol, reader, database })
  expect(asked.slice(5)).toEqual([toHash('f')])
  // Between 100 and 600 ÷ 2 lies 200, between 40 and 60 50.
  expect((await take()).costs).toEqual({ delegation: { transactions: 2, wei: 200n }, vote: { transactions: 2, wei: 50n } })
})

it('the cost in the middle, by hand', () => {
  const act = (transaction: `0x${string}` | null) => ({ account: at(1), blockNumber: 1, transaction })
  const fees = new Map([[toHash('a') as string, 9n], [toHash('b'), 100n], [toHash('c'), 30n]])
  expect(toActCost([act(toHash('a')), act(toHash('b')), act(toHash('b')), act(toHash('c')), act(toHash('d')), act(null)], fees)).toEqual({ transactions: 3, wei: 30n })
  expect(toActCost([act(null), act(toHash('d'))], fees)).toBeNull()
})

it('of many logs one event is read, piece by piece and in order', async () => {
  const filter = toVotesLogs(7, at(0xa1))
  const streamed: Log[] = []
  for await (const logs of streamEvents(server.database, filter, { topic: delegateChanged, upTo: 12 })) streamed.push(...logs)
  expect(streamed.map(({ blockNumber }) => blockNumber)).toEqual([11, 12, 12])
  const others: Log[] = []
  for await (const logs of streamEvents(server.database, filter, { topic: filter.topics[1], upTo: 99 })) others.push(...logs)
  expect(others).toEqual([])
})

it('nobody decides by tokens: there is nothing to study; and logs that are not there are said', async () => {
  const { database } = server
  const without = { ...protocol, governance: { ...protocol.governance, votes: [], governors: [], space: undefined } }
  expect(await takeNothing('participation', { database, protocol: without, ledger: toLedger(protocol, null)!, days: day })).toBe('No votes of this token are followed.')
  await expect(takeStudy('participation', { database, protocol, ledger: toLedger(protocol, null)!, days: new Map([['2026-01-25', { ...toBlock(lastBlock), number: 25 }]]) })).rejects.toThrow(/delegations at 0x0+a1: its logs are read up to block 20, needed is block 25/)
})
