import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProposals, loadVotes } from '@/db/proposals'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { protocolSchema } from '@/lib/domain/protocol'
import { openHub } from '@/lib/offChain/hub'
import { openSnapshot } from '@/lib/offChain/snapshotHub'
import { faults, startLocalHub, toSaidProposal, toSaidVote, type LocalHub } from '@/tests/localHub'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { syncSpace, toSpaceText } from './syncSpace'

let server: OpenTestDatabase
let database: Database
let hub: LocalHub
let protocol: TrackedProtocol

beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
})
beforeEach(async () => {
  hub = await startLocalHub()
  const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: 'TKN', name: 'Token', decimals: 18, firstBlock: 1 }
  protocol = await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org', token, governance: { space: 'one.eth' } }), 0)
  return () => hub.close()
})
afterAll(async () => {
  await server?.close()
})

const closed = 1_700_400_000
const sync = (now = closed + 60, again = false) => {
  hub.asked.length = 0
  return syncSpace({ protocol, hub: openSnapshot(openHub({ url: hub.url, pause: 0, wait: async () => undefined })), database, now, again })
}
const keys = async () => (await loadProposals(database, 'one')).map(({ key, state }) => `${key} ${state}`).sort()

it('goes on where it was cut, asks for what is whole no more, and lets go what its author took back', async () => {
  hub.proposals.push(
    toSaidProposal('a', { votes: 2 }),
    toSaidProposal('b', { created: 1_700_000_001, state: 'active', end: closed + 999 }),
    toSaidProposal('c', { created: 1_700_000_002, votes: 1 }),
  )
  hub.votes.push(toSaidVote('a', 1, '10.5'), toSaidVote('a', 2, '0.1', 2), toSaidVote('b', 1, '3'), toSaidVote('c', 3, '1e-18', 3))
  // Heads, details, votes of a; then Snapshot is away for good.
  hub.onAnswered = (asked) => {
    if (asked === 3) hub.faults.push(...Array.from({ length: 6 }, () => faults.status(503)))
  }
  await expect(sync()).rejects.toThrow(/answers 503/)
  expect(await keys()).toEqual(['a succeeded'])
  hub.onAnswered = null

  expect(await sync()).toEqual({ space: 'one.eth', proposals: 3, asked: 2, changed: 2, gone: 0, incomplete: 0 })
  expect(hub.asked.filter(({ proposal }) => proposal).map(({ proposal }) => proposal)).toEqual(['b', 'c'])
  // A quorum of 10: 10.6 reach it with 10.5 in favour, one smallest unit in abstention does not.
  expect(await keys()).toEqual(['a succeeded', 'b active', 'c defeated'])
  const [c] = (await loadProposals(database, 'one')).filter(({ key }) => key === 'c')
  expect((await loadVotes(database, 'one', [c!.id])).get(c!.id)).toMatchObject([{ votes: 1n, parts: { for: 0n, against: 0n, abstain: 1n } }])

  // Nothing happened: the open one alone is asked for, and pages stay as they are.
  const version = await loadContentVersion(database)
  expect(await sync()).toMatchObject({ asked: 1, changed: 0 })
  expect(await loadContentVersion(database)).toBe(version)

  hub.votes.push(toSaidVote('b', 9, '1', 2))
  hub.proposals.shift()
  const last = await sync()
  expect(last).toMatchObject({ proposals: 2, asked: 1, changed: 1, gone: 1 })
  expect(toSpaceText(last!)).toBe('one.eth: 2 proposals, 1 asked for, 1 new or changed, 1 gone')
  expect(await loadContentVersion(database)).not.toBe(version)
  expect(await keys()).toEqual(['b active', 'c defeated'])
  expect(await sync(closed, true)).toMatchObject({ asked: 2, changed: 0 })
})

it('a closed one with votes missing is asked for again for a week', async () => {
  hub.proposals.push(toSaidProposal('d', { votes: 3 }))
  hub.votes.push(toSaidVote('d', 1, '11'))
  expect(await sync()).toMatchObject({ asked: 1, incomplete: 1 })
  expect(await sync()).toMatchObject({ asked: 1, changed: 0, incomplete: 1 })
  expect(await sync(closed + 8 * 86_400)).toMatchObject({ asked: 0 })
})

it('a space that has nothing is a mistake, and costs nothing that is kept', async () => {
  const before = await keys()
  expect(before).not.toEqual([])
  await expect(sync()).rejects.toThrow(/knows no proposal of the space one\.eth: look at governance\.space in the file of one/)
  expect(await keys()).toEqual(before)
})

it('without a space there is nothing to do', async () => {
  expect(await syncSpace({ protocol: { ...protocol, governance: { ...protocol.governance, space: undefined } }, hub: openSnapshot(openHub({ url: hub.url })), database, now: 0 })).toBeNull()
})
