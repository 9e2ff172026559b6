import { and, eq, ne } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Block } from '@/lib/domain/snapshot'
import { inTransaction, type Database, type Queries } from './database'
import { accounts, balances, cursors } from './schema'

/** How far a token's ledger reaches, and how many transfers are folded into it. */
export interface Cursor {
  block: Block
  transfers: number
}

/** How far a token's changes of balance reach, or null before its first range. */
export async function loadCursor(db: Queries, tokenId: number): Promise<Cursor | null> {
  const [row] = await db.select().from(cursors).where(eq(cursors.tokenId, tokenId))
  if (!row) return null
  const block = { number: row.blockNumber, hash: row.blockHash, timestamp: row.blockTimestamp }
  return { block, transfers: row.transfers }
}

/** The block that a token's newest balances are of: the cursor's, unless a sync is under way or was killed. Null before the first. */
export async function loadSettledBlock(db: Queries, tokenId: number): Promise<Block | null> {
  const [row] = await db.select().from(cursors).where(eq(cursors.tokenId, tokenId))
  if (!row || row.settledNumber === null || row.settledHash === null || row.settledTimestamp === null) return null
  return { number: row.settledNumber, hash: row.settledHash, timestamp: row.settledTimestamp }
}

/** A token's newest balances and their block: both of one moment, whatever syncs beside. Null before the first sync is done. */
export async function loadLedger(
  database: Database,
  tokenId: number,
): Promise<{ block: Block; balances: { account: Address; balance: bigint }[] } | null> {
  return inTransaction(
    database,
    async (db) => {
      const block = await loadSettledBlock(db, tokenId)
      if (!block) return null
      const rows = await db
        .select({ account: accounts.address, balance: balances.balance })
        .from(balances)
        .innerJoin(accounts, eq(accounts.id, balances.accountId))
        .where(and(eq(balances.tokenId, tokenId), ne(balances.balance, 0n)))
      return { block, balances: rows }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
