import { sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'

/** What an account held of a token after a block in which that changed. */
export interface AccountChange {
  tokenId: number
  block: number
  /** smallest units */
  balance: bigint
}

/**
 * Every change of one account's balances, of every token, in the order of tokens and their blocks. Only the chunks that name the account are
 * taken apart.
 *
 * @returns none where it was never seen
 * @example await loadAccountChanges(database, '0x1a9c…') // [{ tokenId: 1, block: 10_861_674, balance: 430…n }]
 */
export async function loadAccountChanges({ db }: Database, account: Address): Promise<AccountChange[]> {
  const { rows } = await db.execute<{ token: number; block: string; balance: string }>(
    sql`select token_id as token, change.block_number as block, change.balance
      from (select id from accounts where address = ${Buffer.from(account.slice(2), 'hex')}::bytea) as asked
      join balance_change_chunks on asked.id = any(account_ids)
      cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
      where change.account_id = asked.id order by token_id, change.block_number`,
  )
  return rows.map(({ token, block, balance }) => ({ tokenId: token, block: Number(block), balance: BigInt(balance) }))
}
