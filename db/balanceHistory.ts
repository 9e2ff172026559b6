import { and, asc, eq, gt, lte, min, sql, type SQL } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { BalanceAfter } from '@/lib/ownership/compositionDays'
import { inTransaction, type Database, type Queries } from './database'
import { balanceChangeChunks, dayEnds } from './schema'
import type { Block } from '@/lib/domain/snapshot'

/** Changes of the blocks after one and up to another, one row each. Blocks in order; within one, an account comes once. */
const changesBetween = (after: string, to: string) => `select change.block_number, change.account_id, change.balance
  from balance_change_chunks cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
  where token_id = $1 and last_block > ${after} and first_block <= ${to} and change.block_number > ${after} and change.block_number <= ${to}`

/**
 * What each account held after a block, zeros included for some: from the nearest checkpoint before it and the changes since.
 * One statement, so that both are of one moment.
 *
 * @param which the accounts that are looked at
 */
const balancesAt = (block: string, which = 'true') => `select distinct on (account_id) account_id, balance from (
    select block_number, account_id, balance from (${changesBetween(toCheckpoint(block), block)}) as changes where ${which}
    union all
    select block_number, entry.account_id, entry.balance
    from balance_checkpoints cross join lateral unnest(account_ids, balances) as entry (account_id, balance)
    where token_id = $1 and block_number = ${toCheckpoint(block)} and ${which}
  ) as entries order by account_id, block_number desc`

/** The block of the nearest checkpoint at or before a block; -1 where there is none. */
const toCheckpoint = (block: string) =>
  `(select coalesce(max(block_number), -1) from balance_checkpoints where token_id = $1 and block_number <= ${block})`

/** What every account held after a block, from the ledger alone. Who is not in it held nothing. */
export async function loadBalancesAt({ pool }: Database, tokenId: number, blockNumber: number): Promise<Map<Address, bigint>> {
  const { rows } = await pool.query<[Address, string]>({
    text: `select '0x' || encode(address, 'hex'), balance from (${balancesAt('$2')}) as held join accounts on id = account_id where balance <> 0`,
    values: [tokenId, blockNumber],
    rowMode: 'array',
  })
  return new Map(rows.map(([account, balance]) => [account, BigInt(balance)]))
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
    text: `select account_id, balance from (${changesBetween('$2', '$3')}) as changes order by block_number`,
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
 * Every change of some accounts' balances up to a block, in the order of their blocks: what each held after it.
 *
 * @example await loadChangesOf(database, 1, ['0x1a9c…'], 21_500_000) // [{ account: '0x1a9c…', block: 10_861_674, balance: 430…n }]
 */
export async function loadChangesOf({ pool }: Database, tokenId: number, accounts: readonly Address[], toBlock: number): Promise<BalanceAfter[]> {
  const { rows } = await pool.query<[Address, string, string]>({
    text: `select '0x' || encode(address, 'hex'), block_number, balance from (${changesBetween('-1', '$2')}) as changes join accounts on id = account_id
      where account_id in (select id from accounts where address = any($3::bytea[])) order by block_number`,
    values: [tokenId, toBlock, accounts.map((account) => Buffer.from(account.slice(2), 'hex'))],
    rowMode: 'array',
  })
  return rows.map(([account, block, balance]) => ({ account, block: Number(block), balance: BigInt(balance) }))
}

/** Up to so many changes it is sooner to look for who made them than to compare what everybody held. */
const fewChanges = 200_000

/**
 * What accounts held after two blocks: what `toHolderChanges` asks for. Those that held the same are in neither; who held nothing is not in
 * that one, or holds 0n.
 */
export async function loadChangedBetween(
  { db }: Database,
  tokenId: number,
  fromBlock: number,
  toBlock: number,
): Promise<{ before: Map<Address, bigint>; after: Map<Address, bigint> }> {
  // "is true" keeps it a look-up: as a join, which takes lists for short ones, every change might be compared with every account.
  const changed = `(account_id in (select account_id from (${changesBetween('$2', '$3')}) as changes)) is true`
  const which = (await countChanges(db, tokenId, fromBlock, toBlock)) < fewChanges ? changed : 'true'
  // Pages ask this: by way of drizzle, which knows of the replica.
  const { rows } = await db.execute<{ account: Address; before: string | null; after: string | null }>(
    bind(
      `select '0x' || encode(address, 'hex') as account, earlier.balance as before, later.balance as after
      from (${balancesAt('$2', which)}) as earlier full join (${balancesAt('$3', which)}) as later on later.account_id = earlier.account_id
      join accounts on id = coalesce(earlier.account_id, later.account_id)
      where coalesce(earlier.balance, 0) <> coalesce(later.balance, 0)`,
      [tokenId, fromBlock, toBlock],
    ),
  )
  const toHeld = (at: 'before' | 'after') => new Map(rows.flatMap((row) => (row[at] === null ? [] : [[row.account, BigInt(row[at])] as const])))
  return { before: toHeld('before'), after: toHeld('after') }
}

/** A statement with $1, $2 … and what they stand for, as drizzle takes it. */
const bind = (text: string, values: readonly number[]): SQL =>
  sql.join(text.split(/\$(\d)/).map((part, i) => (i % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}::bigint`)))

/** A checkpoint's accounts stand in rows of this many. */
const partLength = 4096

/**
 * Keeps what everybody holds after a block, where enough has changed since the last time: then the way from the nearest checkpoint to any
 * block is short, and all of them together take a fraction of the room of the changes.
 *
 * @param isNewest the ledger's last block, to which the next question comes soon: kept sooner, and replaced by the next one
 */
export async function keepCheckpoint(database: Database, tokenId: number, blockNumber: number, isNewest: boolean): Promise<void> {
  await inTransaction(database, async (db, client) => {
    const { rows } = await client.query<{ block: string; accounts: number }>(
      `select block_number as block, sum(cardinality(account_ids))::int as accounts from balance_checkpoints where token_id = $1
       group by block_number order by block_number desc limit 2`,
      [tokenId],
    )
    const [last, oneBefore] = rows.map(({ block, accounts }) => ({ block: Number(block), accounts }))
    const accounts = Math.max(last?.accounts ?? 0, leastAccounts)
    if ((await countChanges(db, tokenId, last?.block ?? -1, blockNumber)) < accounts * (isNewest ? soon : apart)) return
    await client.query(
      `insert into balance_checkpoints (token_id, block_number, part, account_ids, balances)
       select $1, $2, part, array_agg(account_id), array_agg(balance) from (
         select account_id, balance, (row_number() over (order by account_id) - 1) / ${partLength} as part from (${balancesAt('$2')}) as held where balance <> 0
       ) as parts group by part on conflict do nothing`,
      [tokenId, blockNumber],
    )
    if (last && last.block < blockNumber && (await countChanges(db, tokenId, oneBefore?.block ?? -1, blockNumber)) < accounts * apart)
      await client.query('delete from balance_checkpoints where token_id = $1 and block_number = $2', [tokenId, last.block])
  })
}

/** So many changes for each account lie between two checkpoints, or at most behind the last one. */
const apart = 4
const soon = 1 / 4

/** Ledgers of fewer accounts are read from the beginning soon enough. */
const leastAccounts = 5000

/** Changes of the blocks after one and up to another, without the chunks that only reach into them. */
async function countChanges(db: Queries, tokenId: number, after: number, to: number): Promise<number> {
  const { tokenId: ofToken, firstBlock, lastBlock, changes } = balanceChangeChunks
  const [row] = await db
    .select({ changes: sql`coalesce(sum(${changes}), 0)`.mapWith(Number) })
    .from(balanceChangeChunks)
    .where(and(eq(ofToken, tokenId), gt(firstBlock, after), lte(lastBlock, to)))
  return row!.changes
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
