import { afterAll, beforeAll } from 'vitest'
import { openDatabase, type Database } from '@/db/database'
import { migrate } from '@/db/migrate'
import type { TrackedProtocol } from '@/db/protocols'
import { createTestDatabase, type TestDatabase } from './postgres'
import { fillProtocol } from './publishedProtocol'

/** A database with the made-up protocol for all tests of a file, and the web's routes answering from it. `protocol` is there once tests run. */
export function openPublished(): { readonly protocol: TrackedProtocol } {
  let server: TestDatabase
  let database: Database
  let protocol: TrackedProtocol
  const before = process.env.DATABASE_URL
  beforeAll(async () => {
    server = await createTestDatabase()
    database = openDatabase(server.url)
    await migrate(database)
    protocol = await fillProtocol(database)
    process.env.DATABASE_URL = server.url
  })
  afterAll(async () => {
    if (before === undefined) delete process.env.DATABASE_URL
    else process.env.DATABASE_URL = before
    const shared = globalThis as typeof globalThis & { lorenzDatabase?: Database }
    await shared.lorenzDatabase?.close()
    delete shared.lorenzDatabase
    await database?.close()
    await server?.drop()
  })
  return { get protocol() { return protocol } }
}
