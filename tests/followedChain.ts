import { afterAll, beforeAll } from 'vitest'
import type { Database } from '@/db/database'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { protocolSchema, type ProtocolInput } from '@/lib/domain/protocol'
import { syncProtocol } from '@/lib/pipeline/syncProtocol'
import { openTestDatabase, type OpenTestDatabase } from './openTestDatabase'
import { startSourceChain, type SourceChain } from './sourceChain'

/**
 * A chain and a database for all tests of a file, in which protocols of the tests' own are followed. Both are there once tests run.
 *
 * @example const { follow } = openFollowedChain(); const protocol = await follow('uni', { token })
 */
export function openFollowedChain() {
  let world: SourceChain
  let server: OpenTestDatabase
  beforeAll(async () => void ([world, server] = await Promise.all([startSourceChain(), openTestDatabase()])))
  afterAll(async () => {
    await world?.stop()
    await server?.close()
  })

  return {
    get world(): SourceChain { return world },
    get database(): Database { return server.database },
    /** A protocol up to the chain's newest block: two blocks more, and what was newest is final. */
    async follow(slug: string, facts: Pick<ProtocolInput, 'token' | 'governance' | 'wrappers'>): Promise<TrackedProtocol> {
      const protocol = await saveProtocol(server.database, protocolSchema.parse({ slug, name: slug, category: 'lending', website: 'https://example.org/', ...facts }), 0)
      for (let block = 0; block < 2; block++) await world.chain.mine(world.chain.timestamp + 12)
      await syncProtocol({ protocol, reader: world.reader, database: server.database })
      return protocol
    },
  }
}
