import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { addProposals, loadProposals, saveProposals } from '@/db/proposals'
import { saveProtocol } from '@/db/protocols'
import { protocolSchema } from '@/lib/domain/protocol'
import { fillHostileVotes } from '@/tests/hostileVotes'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { loadBlocs } from './loadBlocs'

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

it('nothing was decided: there are no blocs', async () => expect(await loadBlocs(database, 'one')).toEqual([]))

it('finds the camps of each place, and counts anew when proposals changed', async () => {
  await fillHostileVotes(database, 'one', 'votes')
  const [only, ...others] = await loadBlocs(database, 'one')
  // Sixteen proposals make seven windows. Camps of 99 + 98, 97 + 96 + 95 and 94 + 93 votes: 288 of 672, which is 3/7, as are three of seven voters.
  expect(others).toEqual([])
  expect(only).toMatchObject({ origin: 'imported', place: 'votes.csv', proposals: 16 })
  expect(only!.windows).toHaveLength(7)
  for (const window of only!.windows) {
    expect(window.blocs.map(({ voters, votes }) => [voters, votes])).toEqual([[3, 288n * 10n ** 18n], [2, 197n * 10n ** 18n], [2, 187n * 10n ** 18n]])
    expect([window.byVotes, window.byVoters]).toEqual([1, 2].map(() => ({ status: 'ok', bits: expect.closeTo(Math.log2(7 / 3), 12) })))
  }
  // 1 and 2 always alike, 1 and 3 never, 1 and 6 every second time.
  expect([only!.matrix.pairs[1]![0], only!.matrix.pairs[2]![0], only!.matrix.pairs[5]![0]]).toEqual([{ both: 16, alike: 16 }, { both: 16, alike: 0 }, { both: 16, alike: 8 }])
  expect(await loadBlocs(database, 'one')).toBe(await loadBlocs(database, 'one'))

  // An open one and a choice among options say nothing yet; a second place stands behind the one with more.
  const [{ id: _, ...proposal }] = (await loadProposals(database, 'one')) as [Awaited<ReturnType<typeof loadProposals>>[number]]
  await addProposals(database, { protocol: 'one', origin: 'imported', place: 'votes.csv' }, [{ proposal: { ...proposal, key: 'open', state: 'active' }, votes: [] }, { proposal: { ...proposal, key: 'among', rule: null, options: ['a', 'b'] }, votes: [] }])
  await saveProposals(database, { protocol: 'one', origin: 'offChain', place: 'one.eth' }, [{ proposal: { ...proposal, origin: 'offChain', place: 'one.eth' }, votes: [] }])
  expect((await loadBlocs(database, 'one')).map(({ place, proposals, windows }) => [place, proposals, windows.length])).toEqual([['votes.csv', 16, 7], ['one.eth', 1, 0]])
})
