import { and, between, eq } from 'drizzle-orm'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { blockTimes } from './schema'

/** When a chain's blocks came, of those that are kept, from one block to another: Unix seconds by number. */
export async function loadBlockTimes({ db }: Database, chainId: number, from: number, to: number): Promise<Map<number, number>> {
  const { blockNumber, timestamp } = blockTimes
  const rows = await db.select({ blockNumber, timestamp }).from(blockTimes).where(and(eq(blockTimes.chainId, chainId), between(blockNumber, from, to)))
  return new Map(rows.map((row) => [row.blockNumber, row.timestamp]))
}

/** Keeps when final blocks came. What another process has kept meanwhile stays. */
export async function saveBlockTimes(database: Database, chainId: number, times: ReadonlyMap<number, number>): Promise<void> {
  await inTransaction(database, async (_, client) => {
    await client.query('create temporary table new_times (chain_id int, block_number bigint, timestamp bigint) on commit drop')
    await copyRows(client, 'new_times (chain_id, block_number, timestamp)', [...times].map(([block, timestamp]) => [chainId, block, timestamp]))
    await client.query('insert into block_times select * from new_times on conflict do nothing')
  })
}
