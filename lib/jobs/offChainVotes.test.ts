import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '@/db/database'
import { loadProposals } from '@/db/proposals'
import { saveProtocol } from '@/db/protocols'
import { protocolSchema } from '@/lib/domain/protocol'
import { faults, startLocalHub, toSaidProposal, toSaidVote, type LocalHub } from '@/tests/localHub'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import type { Chains } from './chains'
import { createTasks } from './tasks'

let server: OpenTestDatabase
let database: Database
let hub: LocalHub
beforeAll(async () => {
  server = await openTestDatabase()
  database = server.database
  hub = await startLocalHub()
  const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: 'TKN', name: 'Token', decimals: 18, firstBlock: 1 }
  await saveProtocol(database, protocolSchema.parse({ slug: 'one', name: 'One', category: 'lending', website: 'https://example.org', token, governance: { space: 'one.eth' } }), 0)
})
afterAll(async () => {
  await hub?.close()
  await server?.close()
})

const said: string[] = []
const run = async (snapshotUrl: string | null) => {
  said.length = 0
  const nothing = () => undefined
  const chains = { open: () => Promise.resolve({}), findUrls: () => [] } as unknown as Chains
  const tasks = createTasks({ database, chains, signal: new AbortController().signal, say: (line) => said.push(line), onProgress: nothing, allowsPrivateWebhooks: false, snapshotUrl, onInterrupted: nothing })
  await tasks.offChainVotes!({ protocol: 'one' }, { job: { id: '1', attempts: 1 } } as unknown as JobHelpers)
}

it('reads the space of a protocol, and says what came of it', async () => {
  hub.proposals.push(toSaidProposal('a', { votes: 1 }))
  hub.votes.push(toSaidVote('a', 1, '12'))
  await run(hub.url)
  expect(said).toEqual(['offChainVotes one: one.eth: 1 proposals, 1 asked for, 1 new or changed'])
  expect((await loadProposals(database, 'one')).map(({ key }) => key)).toEqual(['a'])
})

it('fails in plain words, without an address', async () => {
  hub.faults.push(faults.status(404, 'no'))
  await expect(run(hub.url)).rejects.toThrow(/answers 404 with what is no JSON/)
  expect(said[0]).toMatch(/^offChainVotes one failed: Snapshot \(127/)
})

it('reads nothing where nobody says from where', async () => {
  await run(null)
  expect(said).toEqual(['offChainVotes one: nothing is read off the chain here'])
})
