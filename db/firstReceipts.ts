import { sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'

/** An account whose first tokens came in a block, and what it had after it. */
export interface FirstReceipt {
  account: Address
  block: number
  balance: bigint
}

const toBytes = (address: Address) => sql`${Buffer.from(address.slice(2), 'hex')}::bytea`

/**
 * Whose first tokens came in a block in which one of some accounts gave some away: of all others it is certain that these did not pay them first.
 * Whether they did, the block's transfers tell.
 *
 * @returns in the order of blocks, then of addresses
 * @example await loadFirstReceipts(database, tokenId, [team]) // [{ account: '0x1a9c…', block: 10_861_700, balance: 5n }]
 */
export async function loadFirstReceipts({ db }: Database, tokenId: number, senders: readonly Address[]): Promise<FirstReceipt[]> {
  if (senders.length === 0) return []
  const { rows } = await db.execute<{ account: string; block: string; balance: string }>(
    sql`with senders as (select id from accounts where address in (${sql.join(senders.map(toBytes), sql`, `)})),
      moved as (
        select change.block_number as block, change.balance < lag(change.balance, 1, 0::numeric) over (partition by change.account_id order by change.block_number) as gave
        from balance_change_chunks cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
        where token_id = ${tokenId} and account_ids && (select array_agg(id) from senders) and change.account_id in (select id from senders)
      ),
      there as (select distinct account_id from balance_changes where token_id = ${tokenId} and block_number in (select block from moved where gave)),
      firsts as (select distinct on (account_id) account_id, block_number as block, balance from balance_changes where token_id = ${tokenId} and account_id in (select account_id from there) order by account_id, block_number)
      select '0x' || encode(address, 'hex') as account, block, balance from firsts join accounts on id = account_id
      where block in (select block from moved where gave) order by block, address`,
  )
  return rows.map(({ account, block, balance }) => ({ account: account as Address, block: Number(block), balance: BigInt(balance) }))
}

/**
 * In which block each account's balance first changed, in the order of blocks, then of addresses.
 *
 * @param toBlock accounts whose first change came later are left out
 * @example await loadFirstBlocks(database, tokenId, 21_500_000) // [{ account: '0x41653c7d61609d856f29355e404f310ec4142cfb', block: 10_861_674 }, …]
 */
export async function loadFirstBlocks({ pool }: Database, tokenId: number, toBlock: number): Promise<Omit<FirstReceipt, 'balance'>[]> {
  const { rows } = await pool.query<[Address, string]>({
    text: `select '0x' || encode(address, 'hex'), block from (
        select account_id, min(change.block_number) as block
        from balance_change_chunks cross join lateral unnest(block_numbers, account_ids) as change (block_number, account_id)
        where token_id = $1 and first_block <= $2 and change.block_number <= $2 group by account_id
      ) as firsts join accounts on id = account_id order by block, address`,
    values: [tokenId, toBlock],
    rowMode: 'array',
  })
  return rows.map(([account, block]) => ({ account, block: Number(block) }))
}
