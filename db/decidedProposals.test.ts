import { afterAll, beforeAll, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import type { Proposal, Vote } from '@/lib/domain/proposal'
import { protocolSchema } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { findProposal, loadCastBy, loadOutcomes, loadVotesOf } from './decidedProposals'
import { saveProposals } from './proposals'
import { saveProtocol } from './protocols'
import { proposals } from './schema'

let server: OpenTestDatabase
let database: Database

const governor = { protocol: 'one', origin: 'chain', place: `0x${'a'.repeat(40)}` } as const
const toProposal = (key: string, closes: number, more: Partial<Proposal> = {}): Proposal => ({
  origin: 'chain', place: governor.place, key, title: 'Raise the reward', description: 'Because.', proposer: null, created: { block: 10, timestamp: 1 }, countedAt: null, opens: 2, closes,
  calls: [{ target: `0x${'c'.repeat(40)}`, value: 0n, data: '0x', signature: null }], rule: { quorum: 10n, quorumOf: ['for'], majority: { numerator: 1n, denominator: 2n } }, threshold: null,
  state: 'executed', queued: null, executed: null, options: [], counted: null, gaps: [], ...more,
})
const toVote = (nibble: string, inFavour: bigint, against = 0n): Vote => ({ voter: `0x${nibble.repeat(40)}`, timestamp: 3, votes: inFavour + against, parts: { for: inFavour, against, abstain: 0n } })
const large = 2n ** 200n

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: 'TKN', name: 'Token', decimals: 18, firstBlock: 1 }
  await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org', token }), 0)
  await saveProposals(database, governor, [
    { proposal: toProposal('1', 5), votes: [toVote('1', 7n, 3n), toVote('2', large), toVote('3', 0n, 10n)] },
    { proposal: toProposal('2', 6, { state: 'active' }), votes: [toVote('1', 4n)] },
  ])
})
afterAll(async () => {
  await server?.close()
})

it('keeps the outcome beside the proposal', async () => {
  const rows = await loadOutcomes(database, 'one')
  // Without the second 7 to 13: it alone decides. By heads 2 to 1.
  expect(rows.map(({ proposal, outcome }) => [proposal.key, outcome])).toEqual([
    ['2', { tally: { for: 4n, against: 0n, abstain: 0n }, cast: 4n, voters: 1, delegated: null, untoldPower: null, largest: { voter: `0x${'1'.repeat(40)}`, votes: 4n }, minimalQuorum: 1, spread: { hhi: 1, nakamoto50: 1 }, ruling: 'undecided' }],
    ['1', {
      tally: { for: 7n + large, against: 13n, abstain: 0n }, cast: large + 20n, voters: 3, delegated: null, untoldPower: null, largest: { voter: `0x${'2'.repeat(40)}`, votes: large }, minimalQuorum: 1,
      // (large² + 200) ÷ (large + 20)²: less than 1 by 40 ÷ large, which no double tells from 1.
      spread: { hhi: 1, nakamoto50: 1 },
      ruling: {
        passed: true, flip: { alone: 1, largest: [`0x${'2'.repeat(40)}`], fewest: { count: 1, exact: true } }, flipWithAbsent: null, passedByAddress: true,
        passedWithout: [{ largest: 1, passed: false }, { largest: 3, passed: false }, { largest: 10, passed: false }],
      },
    }],
  ])
  expect(rows.every(({ proposal }) => !('description' in proposal) && !('calls' in proposal))).toBe(true)
})

it('makes it from the votes where none is kept', async () => {
  const before = await loadOutcomes(database, 'one')
  await database.db.update(proposals).set({ outcome: null }).where(eq(proposals.protocol, 'one'))
  expect(await loadOutcomes(database, 'one')).toEqual(before)
})

it('adds up what some cast', async () => {
  const [second, first] = await loadOutcomes(database, 'one')
  const cast = await loadCastBy(database, 'one', [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`, `0x${'9'.repeat(40)}`])
  expect(cast).toEqual(new Map([[first!.id, { for: large + 7n, against: 3n, abstain: 0n }], [second!.id, { for: 4n, against: 0n, abstain: 0n }]]))
  expect(await loadCastBy(database, 'one', [])).toEqual(new Map())
})

it('finds one, and reads its votes in pages, largest first and ties by address', async () => {
  const found = await findProposal(database, 'one', { ...governor, key: '1' })
  expect(found?.proposal).toMatchObject({ title: 'Raise the reward', description: 'Because.' })
  expect(await findProposal(database, 'one', { origin: 'offChain', place: governor.place, key: '1' })).toBeNull()
  expect(await loadVotesOf(database, found!.id)).toEqual([toVote('2', large), toVote('1', 7n, 3n), toVote('3', 0n, 10n)])
  expect(await loadVotesOf(database, found!.id, { offset: 1, limit: 1 })).toEqual([toVote('1', 7n, 3n)])
})
