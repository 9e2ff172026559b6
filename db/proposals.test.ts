import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import { protocolSchema } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { addProposals, countProposals, loadProposals, loadProposalsVersion, loadVotes, removeOtherProposals, saveProposals } from './proposals'
import { saveProtocol } from './protocols'

let server: OpenTestDatabase
let database: Database

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: 'TKN', name: 'Token', decimals: 18, firstBlock: 1 }
  await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org', token }), 0)
})
afterAll(async () => {
  await server?.close()
})

const governor = { protocol: 'one', origin: 'chain', place: `0x${'a'.repeat(40)}` } as const

const toProposal = (key: string, closes: number, more: Partial<Proposal> = {}): Proposal => ({
  origin: 'chain',
  place: governor.place,
  key,
  title: 'Raise the reward',
  description: '# Raise the reward\n\nBecause.',
  proposer: `0x${'b'.repeat(40)}`,
  created: { block: 10, timestamp: 1_700_000_000 },
  countedAt: { clock: 'blockNumber', at: 11 },
  opens: 1_700_000_012,
  closes,
  calls: [{ target: `0x${'c'.repeat(40)}`, value: 2n ** 200n, data: '0xa9059cbb', signature: 'transfer(address,uint256)' }],
  rule: { quorum: 4n * 10n ** 26n, quorumOf: ['for'], majority: { numerator: 1n, denominator: 2n } },
  threshold: 25n * 10n ** 23n,
  state: 'executed',
  queued: 1_700_700_000,
  executed: 1_700_900_000,
  options: [],
  counted: { for: 2n ** 250n, against: 0n, abstain: 7n },
  gaps: [{ subject: 'state', reason: 'the node did not answer' }],
  ...more,
})
const toVote = (nibble: string, inFavour: bigint, against = 0n): Vote => ({
  voter: `0x${nibble.repeat(40)}`, timestamp: 1_700_000_500, votes: inFavour + against, parts: { for: inFavour, against, abstain: 0n },
})

it('gives back what was saved, to the last digit', async () => {
  const [older, newer] = [toProposal('1', 1_700_600_000), toProposal(String(2n ** 255n), 1_700_600_001, { proposer: null, rule: null, counted: null, countedAt: null, threshold: null })]
  await saveProposals(database, governor, [
    { proposal: older, votes: [toVote('3', 2n ** 96n), toVote('2', 5n, 6n), toVote('1', 11n)] },
    { proposal: newer, votes: [] },
  ])
  const saved = await loadProposals(database, 'one')
  expect(saved.map(({ id, ...proposal }) => proposal)).toEqual([newer, older])
  const votes = await loadVotes(database, 'one')
  // Largest first; of two with eleven the lower address.
  expect(votes.get(saved[1]!.id)).toEqual([toVote('3', 2n ** 96n), toVote('1', 11n), toVote('2', 5n, 6n)])
  expect(votes.has(saved[0]!.id)).toBe(false)
})

it('keeps the id of a proposal that is saved again, and lets go what its place no longer has', async () => {
  await saveProposals(database, governor, [{ proposal: toProposal('1', 5), votes: [toVote('1', 1n)] }, { proposal: toProposal('2', 6), votes: [toVote('1', 2n)] }])
  await saveProposals(database, { ...governor, origin: 'offChain', place: 'one.eth' }, [{ proposal: toProposal('1', 7, { origin: 'offChain', place: 'one.eth' }), votes: [] }])
  const [, , first] = await loadProposals(database, 'one')
  await saveProposals(database, governor, [{ proposal: toProposal('1', 5, { state: 'defeated' }), votes: [toVote('2', 3n)] }])
  const saved = await loadProposals(database, 'one')
  expect(saved.map(({ id, place, state }) => [id === first!.id, place, state])).toEqual([[false, 'one.eth', 'executed'], [true, governor.place, 'defeated']])
  expect([...(await loadVotes(database, 'one')).values()]).toEqual([[toVote('2', 3n)]])
  expect(await countProposals(database, 'one')).toEqual([{ origin: 'chain', place: governor.place, count: 1 }, { origin: 'offChain', place: 'one.eth', count: 1 }])
})

it('texts with what Postgres cannot keep lose only that', async () => {
  await saveProposals(database, governor, [{ proposal: toProposal('1', 5, { title: 'a\0b <script>' }), votes: [] }])
  expect((await loadProposals(database, 'one')).find(({ place }) => place === governor.place)?.title).toBe('a\uFFFDb <script>')
})

it('adds to what a place has, and lets go what it says it no longer has', async () => {
  const space = { protocol: 'one', origin: 'offChain', place: 'two.eth' } as const
  const of = (key: string) => toProposal(key, 9, { origin: 'offChain', place: 'two.eth' })
  await addProposals(database, space, [{ proposal: of('a'), votes: [toVote('1', 1n)] }, { proposal: of('b'), votes: [] }])
  await addProposals(database, space, [{ proposal: of('c'), votes: [] }, { proposal: of('a'), votes: [toVote('2', 5n)] }])
  const keys = async () => (await loadProposals(database, 'one')).filter(({ place }) => place === 'two.eth').map(({ key }) => key).sort()
  expect(await keys()).toEqual(['a', 'b', 'c'])
  const a = (await loadProposals(database, 'one')).find(({ place, key }) => place === 'two.eth' && key === 'a')!
  expect((await loadVotes(database, 'one')).get(a.id)).toEqual([toVote('2', 5n)])
  const version = await loadProposalsVersion(database, 'one')
  expect(await loadProposalsVersion(database, 'one')).toBe(version)
  expect(await removeOtherProposals(database, space, ['a', 'c'])).toBe(1)
  expect(await loadProposalsVersion(database, 'one')).not.toBe(version)
  expect(await keys()).toEqual(['a', 'c'])
  expect(await removeOtherProposals(database, space, [])).toBe(2)
})
