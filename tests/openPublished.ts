import { afterAll, beforeAll } from 'vitest'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { openTestDatabase, type OpenTestDatabase } from './openTestDatabase'
import { loadPublished, published } from './publishedProtocol'

/** A database with the made-up protocol for all tests of a file, and the web's routes answering from it. `protocol` is there once tests run. */
export function openPublished(): { readonly protocol: TrackedProtocol } {
  let server: OpenTestDatabase
  let protocol: TrackedProtocol
  const before = process.env.DATABASE_URL
  beforeAll(async () => {
    server = await openTestDatabase(published)
    protocol = await loadPublished(server.database)
    process.env.DATABASE_URL = server.url
  })
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
    const shared = globalThis as typeof globalThis & { lorenzDatabase?: Database }
    await shared.lorenzDatabase?.close()
    delete shared.lorenzDatabase
    await server?.close()
  })
  return { get protocol() { return protocol } }
}
