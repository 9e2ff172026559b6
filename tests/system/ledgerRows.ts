import { sql } from 'drizzle-orm'
import { openDatabase, type Database } from '@/db/database'
import { migrate } from '@/db/migrate'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { Protocol } from '@/lib/domain/protocol'
import { empty } from '../openTestDatabase'
import { createTestDatabase, type TestDatabase } from '../postgres'

/** Everything that the ledgers say, in one order, without the ids that depend on who was met first. */
export async function loadLedgerRows({ db }: Database) {
  const changes = await db.execute(sql`select token_id, block_number, encode(address, 'hex') as account, balance::text from balance_changes join accounts on id = account_id order by 1, 2, 3`)
  const newest = await db.execute(sql`select token_id, encode(address, 'hex') as account, balance::text from balances join accounts on id = account_id order by 1, 2`)
  const cursor = await db.execute(sql`select token_id, block_number, block_hash, transfers, settled_number from cursors order by 1`)
  return { changes: changes.rows, newest: newest.rows, cursor: cursor.rows }
}

export interface FollowedDatabase {
  url: string
  database: Database
  protocol: TrackedProtocol
  drop: () => Promise<void>
}

/** A database of its own in which a protocol is followed and nothing is read yet. */
export async function followInOwnDatabase(protocol: Protocol): Promise<FollowedDatabase> {
  return followIn(await createTestDatabase(empty), protocol)
}

/** The same in a database that is there and empty. */
export async function followIn({ url, drop }: TestDatabase, protocol: Protocol): Promise<FollowedDatabase> {
  const database = openDatabase(url)
  await migrate(database)
  const followed = await saveProtocol(database, protocol, 0)
  const end = async () => {
    await database.close()
    await drop()
  }
  return { url, database, protocol: followed, drop: end }
}
