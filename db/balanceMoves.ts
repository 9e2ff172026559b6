import { sql } from 'drizzle-orm'
import type { Log } from '@/lib/chain/log'
import type { Address } from '@/lib/domain/address'
import type { BalanceMove } from '@/lib/liquidity/rewardUse'
import type { Database } from './database'

/**
 * By how much some accounts' balances, or everybody's, changed in the blocks after one and up to another, all transfers of a block together; blocks in order.
 *
 * @example await loadBalanceMoves(database, 1, ['0x1a9c…'], 100, 200) // [{ account: '0x1a9c…', blockNumber: 130, change: -5n }]
 */
export async function loadBalanceMoves({ db }: Database, tokenId: number, accounts: readonly Address[] | 'all', after: number, to: number): Promise<BalanceMove[]> {
  if (accounts.length === 0) return []
  const which = accounts === 'all' ? sql`true` : sql`address in (select decode(hex, 'hex') from unnest(string_to_array(${toHexList(accounts)}, ',')) as hex)`
  const { rows } = await db.execute<{ account: Address; block: string; change: string }>(sql`
    with asked as (select id, address from accounts where ${which}),
      moved as (
        select change.account_id, change.block_number, change.balance - lag(change.balance, 1, 0::numeric) over (partition by change.account_id order by change.block_number) as change
        from balance_change_chunks cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
        where token_id = ${tokenId} and first_block <= ${to} and change.block_number <= ${to} ${accounts === 'all' ? sql`` : sql`and change.account_id in (select id from asked)`}
      )
    select '0x' || encode(address, 'hex') as account, block_number as block, change from moved join asked on id = account_id
    where block_number > ${after} and change <> 0 order by block_number, address`)
  return rows.map(({ account, block, change }) => ({ account, blockNumber: Number(block), change: BigInt(change) }))
}

/** Every log that is kept of some contracts in some blocks, each once, in the chain's order. */
export async function loadEventsIn({ db }: Database, chainId: number, contracts: readonly Address[], blocks: readonly number[]): Promise<Omit<Log, 'blockHash'>[]> {
  if (contracts.length === 0 || blocks.length === 0) return []
  const { rows } = await db.execute<{ address: Address; block: string; place: number; topics: string; data: string }>(sql`
    select distinct on (logs.block_number, log_index) '0x' || encode(address, 'hex') as address, logs.block_number as block, log_index as place,
      encode(logs.topics, 'hex') as topics, encode(data, 'hex') as data
    from unnest(string_to_array(${blocks.join()}, ',')::bigint[]) as asked (block)
    join event_filters filters on chain_id = ${chainId} and address in (select decode(hex, 'hex') from unnest(string_to_array(${toHexList(contracts)}, ',')) as hex)
    join event_logs logs on filter_id = filters.id and logs.block_number = asked.block
    order by logs.block_number, log_index`)
  return rows.map(({ address, block, place, topics, data }) => ({
    address, blockNumber: Number(block), logIndex: place, topics: Array.from({ length: topics.length / 64 }, (_, nth) => `0x${topics.slice(nth * 64, nth * 64 + 64)}`), data: `0x${data}`,
  }))
}

const toHexList = (addresses: readonly Address[]) => addresses.map((address) => address.slice(2)).join()
