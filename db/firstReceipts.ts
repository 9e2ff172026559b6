import { sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'

/** An account whose first tokens came in a block. */
export interface FirstReceipt {
  account: Address
  block: number
}

const toBytes = (address: Address) => sql`${Buffer.from(address.slice(2), 'hex')}::bytea`

/**
 * Whose first tokens came in a block in which one of some accounts gave some away: of all others it is certain that these did not pay them first.
 * Whether they did, the block's transfers tell.
 *
 * @returns in the order of blocks, then of addresses
 * @example await loadFirstReceipts(database, tokenId, [team]) // [{ account: '0x1a9c…', block: 10_861_700 }]
 */
export async function loadFirstReceipts({ db }: Database, tokenId: number, senders: readonly Address[]): Promise<FirstReceipt[]> {
  if (senders.length === 0) return []
  const { rows } = await db.execute<{ account: string; block: string }>(
    sql`with senders as (select id from accounts where address in (${sql.join(senders.map(toBytes), sql`, `)})),
      moved as (
        select change.block_number as block, change.balance < lag(change.balance, 1, 0::numeric) over (partition by change.account_id order by change.block_number) as gave
        from balance_change_chunks cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
        where token_id = ${tokenId} and account_ids && (select array_agg(id) from senders) and change.account_id in (select id from senders)
      ),
      there as (select distinct account_id from balance_changes where token_id = ${tokenId} and block_number in (select block from moved where gave)),
      firsts as (select account_id, min(block_number) as block from balance_changes where token_id = ${tokenId} and account_id in (select account_id from there) group by account_id)
      select '0x' || encode(address, 'hex') as account, block from firsts join accounts on id = account_id
      where block in (select block from moved where gave) order by block, address`,
  )
  return rows.map(({ account, block }) => ({ account: account as Address, block: Number(block) }))
}
