import { and, eq, ne, sql } from 'drizzle-orm'
import type pg from 'pg'
import type { Address } from '@/lib/domain/address'
import type { Block } from '@/lib/domain/snapshot'
import { foldTransfers, type Transfer } from '@/lib/ledger/foldTransfers'
import { saveAccounts } from './accounts'
import { copyRows } from './copy'
import { inTransaction, type Database, type Queries } from './database'
import { accounts, balances, cursors, rejectedLogs } from './schema'

/** How far a token's ledger reaches, and how many transfers are folded into it. */
export interface Cursor {
  block: Block
  transfers: number
}

/** Consecutive blocks of one token, ready to be folded in. */
export interface LedgerRange {
  fromBlock: number
  /** The range's last block: where the cursor moves to. */
  end: Block
  transfers: readonly Transfer[]
  rejected: readonly { blockNumber: number; logIndex: number; reason: string }[]
}

/** First half of the key of the lock that one token's ledger is written under; the token's id is the other half. */
export const ledgerLock = 7032

/** How far a token's ledger reaches, or null before its first range. */
export async function loadCursor(db: Queries, tokenId: number): Promise<Cursor | null> {
  const [row] = await db.select().from(cursors).where(eq(cursors.tokenId, tokenId))
  if (!row) return null
  const block = { number: row.blockNumber, hash: row.blockHash, timestamp: row.blockTimestamp }
  return { block, transfers: row.transfers }
}

/**
 * Folds a range onto a token's ledger: changes, newest balances, rejected logs and the cursor move in one transaction.
 * Killed anywhere, the database holds the whole range or none of it.
 *
 * @throws Error when the range does not begin where the ledger ends: another sync was there first
 */
export async function saveRange(database: Database, tokenId: number, range: LedgerRange): Promise<void> {
  await inTransaction(database, async (db, client) => {
    await db.execute(sql`select pg_advisory_xact_lock(${ledgerLock}, ${tokenId})`)
    const cursor = await loadCursor(db, tokenId)
    if (cursor && cursor.block.number + 1 !== range.fromBlock)
      throw new Error(
        `ledger of token ${tokenId}: it ends at block ${cursor.block.number}, the range begins at ${range.fromBlock}. ` +
          'Another sync runs beside this one; nothing was written.',
      )
    await saveTransfers(db, client, tokenId, range.transfers)
    if (range.rejected.length > 0)
      await db
        .insert(rejectedLogs)
        .values(range.rejected.map((log) => ({ tokenId, ...log })))
        .onConflictDoNothing()
    const row = {
      tokenId,
      blockNumber: range.end.number,
      blockHash: range.end.hash,
      blockTimestamp: range.end.timestamp,
      transfers: (cursor?.transfers ?? 0) + range.transfers.length,
      updatedAt: sql`now()`,
    }
    await db.insert(cursors).values(row).onConflictDoUpdate({ target: cursors.tokenId, set: row })
  })
}

async function saveTransfers(db: Queries, client: pg.PoolClient, tokenId: number, transfers: readonly Transfer[]) {
  if (transfers.length === 0) return
  const ids = await saveAccounts(
    db,
    transfers.flatMap(({ from, to }) => [from, to]),
  )
  const held = await loadHeld(db, tokenId, ids)
  const changes = foldTransfers(held, transfers)
  await copyRows(
    client,
    'balance_changes (token_id, block_number, account_id, balance)',
    changes.map(({ blockNumber, account, balance }) => [tokenId, blockNumber, ids.get(account)!, balance]),
  )
  const changed = [...new Set(changes.map(({ account }) => account))]
  const changedIds = changed.map((account) => ids.get(account)!)
  const amounts = changed.map((account) => held.get(account)!.toString())
  await db.execute(sql`
    insert into balances (token_id, account_id, balance)
    select ${tokenId}, * from unnest(${sql.param(changedIds)}::int[], ${sql.param(amounts)}::numeric[])
    on conflict (token_id, account_id) do update set balance = excluded.balance`)
}

async function loadHeld(db: Queries, tokenId: number, ids: ReadonlyMap<Address, number>): Promise<Map<Address, bigint>> {
  const addresses = new Map([...ids].map(([address, id]) => [id, address]))
  const rows = await db
    .select({ accountId: balances.accountId, balance: balances.balance })
    .from(balances)
    .where(and(eq(balances.tokenId, tokenId), sql`${balances.accountId} = any(${sql.param([...ids.values()])}::int[])`))
  return new Map(rows.map(({ accountId, balance }) => [addresses.get(accountId)!, balance]))
}

/** A token's ledger at its cursor: both of one moment, whatever syncs beside. Null before the first range. */
export async function loadLedger(
  database: Database,
  tokenId: number,
): Promise<{ cursor: Cursor; balances: { account: Address; balance: bigint }[] } | null> {
  return inTransaction(
    database,
    async (db) => {
      const cursor = await loadCursor(db, tokenId)
      if (!cursor) return null
      const rows = await db
        .select({ account: accounts.address, balance: balances.balance })
        .from(balances)
        .innerJoin(accounts, eq(accounts.id, balances.accountId))
        .where(and(eq(balances.tokenId, tokenId), ne(balances.balance, 0n)))
      return { cursor, balances: rows }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
