import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'
import { inTransaction } from './database'
import { settleIn } from './ledgerTransactions'
import { takeSyncLockIn } from './syncLock'

/**
 * Takes a ledger back to the end of the last piece before a block: what came after is read again by the next sync. All in one
 * transaction, with the right to write the ledger: killed anywhere, the ledger is as it was, or whole up to an earlier block. Snapshots
 * stay; days of history after it are made again once the ledger has come so far. The newest balances are added up anew from the changes.
 *
 * @param block the first one that is wrong; 0 for all of it
 * @returns the block that the ledger ends with now; null where nothing is left
 */
export async function rewindLedger(database: Database, tokenId: number, block: number): Promise<number | null> {
  return inTransaction(database, async (db, client) => {
    await takeSyncLockIn(client, tokenId)
    const { rows } = await client.query<{ end: string | null }>('select max(block_number) as end from checkpoints where token_id = $1 and block_number < $2', [tokenId, block])
    const end = rows[0]?.end ? Number(rows[0].end) : null
    const after = sql`token_id = ${tokenId} and block_number > ${end ?? -1}`
    // A piece's changes stand in chunks of their own: none reaches across its end.
    await db.execute(sql`delete from balance_change_chunks where token_id = ${tokenId} and first_block > ${end ?? -1}`)
    await db.execute(sql`delete from balance_checkpoints where ${after}`)
    await db.execute(sql`delete from rejected_logs where ${after}`)
    await db.execute(sql`delete from checkpoints where ${after}`)
    await db.execute(sql`delete from balances where token_id = ${tokenId}`)
    await db.execute(sql`update snapshots set recipe = null where origin = 'ledger' and ${after}`)
    if (end === null) await db.execute(sql`delete from cursors where token_id = ${tokenId}`)
    else {
      await db.execute(sql`
        update cursors set block_number = ended.block_number, block_hash = ended.block_hash, block_timestamp = ended.block_timestamp,
          settled_number = null, settled_hash = null, settled_timestamp = null, transfers = ended.transfers, updated_at = now()
        from checkpoints as ended where ended.token_id = ${tokenId} and ended.block_number = ${end} and cursors.token_id = ended.token_id`)
      await settleIn(client, tokenId)
    }
    return end
  })
}

/** A balance after a block that changed it. */
export interface BalanceStep {
  blockNumber: number
  balance: bigint
}

const stepsSchema = z.array(z.object({ block: z.coerce.number(), balance: z.string().transform(BigInt) }))
const toSteps = (rows: unknown): BalanceStep[] => stepsSchema.parse(rows).map(({ block, balance }) => ({ blockNumber: block, balance }))

/** Every balance that one account had in a ledger, oldest first. */
export async function loadBalanceSteps({ db }: Database, tokenId: number, account: Address): Promise<BalanceStep[]> {
  const { rows } = await db.execute(sql`
    select block_number as block, balance::text from balance_changes
    where token_id = ${tokenId} and account_id = (select id from accounts where address = ${Buffer.from(account.slice(2), 'hex')})
    order by block_number`)
  return toSteps(rows)
}

/** The sum of all balances of a ledger after each block that changed it, oldest first. */
export async function loadSupplySteps({ db }: Database, tokenId: number): Promise<BalanceStep[]> {
  const { rows } = await db.execute(sql`
    select block, (sum(change) over (order by block))::text as balance from (
      select block_number as block, sum(change) as change from (
        select block_number, balance - coalesce(lag(balance) over (partition by account_id order by block_number), 0) as change
        from balance_changes where token_id = ${tokenId}) as changes
      group by 1) as changed
    where change <> 0 order by 1`)
  return toSteps(rows)
}
