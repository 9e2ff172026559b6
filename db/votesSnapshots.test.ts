import { afterAll, beforeAll, expect, it } from 'vitest'
import { protocolSchema } from '@/lib/domain/protocol'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Database } from './database'
import { saveProtocol } from './protocols'
import { loadVotesDays, loadVotesSnapshot, saveVotes, saveVotesDays, type MeasuredVotes, type VotesDay } from './votesSnapshots'

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

const toDay = (day: string, number: number, origin: 'chain' | 'ledger', delegated: bigint): VotesDay => ({
  day, origin, delegated, clock: 'timestamp', audit: null, gaps: [{ subject: 'clock', reason: 'no answer' }],
  block: { number, hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp: 1_700_000_000 + number },
  metrics: { hhi: { status: 'ok', value: 0.5 }, gini: { status: 'undefined', reason: 'noHolders' } },
})
const toVotes = (day: string, number: number): MeasuredVotes => ({
  ...toDay(day, number, 'chain', 2n ** 96n + 1n),
  audit: { status: 'failed', sampled: 2, mismatches: [{ account: `0x${'2'.repeat(40)}`, folded: 2n ** 96n, chain: 3n }] },
  delegates: [
    { delegate: `0x${'2'.repeat(40)}`, votes: 2n ** 96n, delegators: 3, own: 7n },
    { delegate: `0x${'3'.repeat(40)}`, votes: 1n, delegators: null, own: null },
  ],
})

it('there is nothing before the first', async () => {
  expect([await loadVotesSnapshot(database, 'one'), await loadVotesDays(database, 'one')]).toEqual([null, []])
})

it('gives back what was saved, and keeps the delegates of the newest alone', async () => {
  await saveVotes(database, 'one', toVotes('2026-04-01', 10))
  await saveVotes(database, 'one', toVotes('2026-04-02', 20))
  expect(await loadVotesSnapshot(database, 'one')).toEqual(toVotes('2026-04-02', 20))
  const { rows } = await database.pool.query('select count(*)::int as rows from delegate_votes')
  expect(rows).toEqual([{ rows: 2 }])
})

it('history is a day a row, the chain’s where there are both', async () => {
  await saveVotesDays(database, 'one', [toDay('2026-03-31', 5, 'ledger', 9n), toDay('2026-04-02', 19, 'ledger', 8n)])
  const { delegates: _, ...first } = toVotes('2026-04-01', 10)
  const { delegates: __, ...second } = toVotes('2026-04-02', 20)
  expect(await loadVotesDays(database, 'one')).toEqual([toDay('2026-03-31', 5, 'ledger', 9n), first, second])
})
