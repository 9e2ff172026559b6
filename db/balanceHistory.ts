import { asc, eq, min } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'
import { balanceChangeChunks, dayEnds } from './schema'
import type { Block } from '@/lib/domain/snapshot'

/** Changes of the blocks after one and up to another, one row each. Blocks in order; within one, an account comes once. */
const changesBetween = `select change.block_number, change.account_id, change.balance
  from balance_change_chunks cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
  where token_id = $1 and last_block > $2 and first_block <= $3 and change.block_number > $2 and change.block_number <= $3`

/** What every account held after a block, from the ledger alone. */
export async function loadBalancesAt({ pool }: Database, tokenId: number, blockNumber: number): Promise<Map<Address, bigint>> {
  const newest = await pool.query<[Buffer, string]>({
    text: `select address, balance from (
        select distinct on (account_id) account_id, balance from (${changesBetween}) as changes order by account_id, block_number desc
      ) as newest join accounts on id = account_id`,
    values: [tokenId, -1, blockNumber],
    rowMode: 'array',
  })
  return new Map(newest.rows.map(([account, balance]) => [`0x${account.toString('hex')}` as Address, BigInt(balance)]))
}

/**
 * What the accounts that changed after one block, up to another, held after it.
 *
 * @param known addresses of account ids met before; those met now are added
 */
export async function loadChangedBalances(
  { pool }: Database,
  tokenId: number,
  afterBlock: number,
  toBlock: number,
  known: Map<number, Address> = new Map(),
): Promise<Map<Address, bigint>> {
  // Millions of rows pass here: as arrays and without drizzle, which would make an object and several calls of each.
  const changes = await pool.query<[number, string]>({
    text: `select account_id, balance from (${changesBetween}) as changes order by block_number`,
    values: [tokenId, afterBlock, toBlock],
    rowMode: 'array',
  })
  const newest = new Map(changes.rows)
  const unknown = [...newest.keys()].filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const found = await pool.query<[number, Buffer]>({
      text: 'select id, address from accounts where id = any($1::int[])',
      values: [unknown],
      rowMode: 'array',
    })
    for (const [id, address] of found.rows) known.set(id, `0x${address.toString('hex')}`)
  }
  return new Map([...newest].map(([id, balance]) => [known.get(id)!, BigInt(balance)]))
}

/**
 * What the accounts that changed after one block, up to another, held at the two: what `toHolderChanges` asks for.
 * Accounts that did not change are in neither.
 */
export async function loadChangedBetween(
  database: Database,
  tokenId: number,
  fromBlock: number,
  toBlock: number,
): Promise<{ before: Map<Address, bigint>; after: Map<Address, bigint> }> {
  const known = new Map<number, Address>()
  const after = await loadChangedBalances(database, tokenId, fromBlock, toBlock, known)
  const held = await database.pool.query<[number, string]>({
    text: `select distinct on (account_id) account_id, balance from (${changesBetween}) as changes
      where account_id = any($4::int[]) order by account_id, block_number desc`,
    values: [tokenId, -1, fromBlock, [...known.keys()]],
    rowMode: 'array',
  })
  return { before: new Map(held.rows.map(([id, balance]) => [known.get(id)!, BigInt(balance)])), after }
}

/** The number of the first block that changed a balance, or null where none did. */
export async function loadFirstChange({ db }: Database, tokenId: number): Promise<number | null> {
  const [row] = await db.select({ first: min(balanceChangeChunks.firstBlock) }).from(balanceChangeChunks).where(eq(balanceChangeChunks.tokenId, tokenId))
  return row?.first ?? null
}

/** The last block of each UTC day, as far as it was looked up. Oldest first. */
export async function loadDayEnds({ db }: Database, chainId: number): Promise<Map<string, Block>> {
  const rows = await db.select().from(dayEnds).where(eq(dayEnds.chainId, chainId)).orderBy(asc(dayEnds.day))
  return new Map(rows.map((row) => [row.day, { number: row.blockNumber, hash: row.blockHash, timestamp: row.blockTimestamp }]))
}

/** Keeps the last blocks of days: looked up once, final for ever. */
export async function saveDayEnds({ db }: Database, chainId: number, ends: ReadonlyMap<string, Block>): Promise<void> {
  const rows = [...ends].map(([day, block]) => ({
    chainId,
    day,
    blockNumber: block.number,
    blockHash: block.hash,
    blockTimestamp: block.timestamp,
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insert(dayEnds)
      .values(rows.slice(at, at + 1000))
      .onConflictDoNothing()
}
