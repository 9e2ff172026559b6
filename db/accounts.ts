import { sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Queries } from './database'

const toBytes = (addresses: readonly Address[]) => addresses.map((address) => Buffer.from(address.slice(2), 'hex'))

async function loadIds(db: Queries, addresses: readonly Address[], ids: Map<Address, number>): Promise<void> {
  if (addresses.length === 0) return
  const found = await db.execute<{ id: number; address: Buffer }>(
    sql`select id, address from accounts where address = any(${sql.param(toBytes(addresses))}::bytea[])`,
  )
  for (const { id, address } of found.rows) ids.set(`0x${address.toString('hex')}`, id)
}

/**
 * The ids of accounts, interning those never seen before. Asks first and inserts only what is missing:
 * a conflicting insert would use up an id each time.
 */
export async function saveAccounts(db: Queries, addresses: Iterable<Address>): Promise<Map<Address, number>> {
  const wanted = [...new Set(addresses)]
  const ids = new Map<Address, number>()
  await loadIds(db, wanted, ids)
  // Sorted, so that two syncs that meet the same accounts wait for each other instead of deadlocking.
  const missing = wanted.filter((address) => !ids.has(address)).sort()
  if (missing.length > 0) {
    await db.execute(
      sql`insert into accounts (address) select unnest(${sql.param(toBytes(missing))}::bytea[]) on conflict do nothing`,
    )
    await loadIds(db, missing, ids)
  }
  return ids
}
