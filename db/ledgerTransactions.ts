import type pg from 'pg'
import type { Block } from '@/lib/domain/snapshot'
import { toBalanceRows, type HeldBalance } from './balanceRows'
import { copyBinary } from './copy'

/** A log that is no transfer, and why. */
export interface RejectedLog {
  blockNumber: number
  logIndex: number
  reason: string
}

/** Consecutive blocks of one token, folded. */
export interface LedgerPiece {
  tokenId: number
  /** Where the ledger ends before it: null at its beginning */
  after: number | null
  end: Block
  transfers: number
  /** Rows of `balance_change_chunks` in binary form */
  chunks: readonly Buffer[]
  rejected: readonly RejectedLog[]
}

const toBytes = (hash: string) => Buffer.from(hash.slice(2), 'hex')

/** All of it or nothing, on a connection that does nothing else meanwhile. */
async function inOne(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/**
 * Keeps a piece: its rows, its rejected logs and the cursor in one transaction. Killed anywhere, the database holds all of it or nothing.
 *
 * @throws Error where the ledger does not end where the piece begins
 */
export async function savePiece(client: pg.PoolClient, { tokenId, after, end, transfers, chunks, rejected }: LedgerPiece): Promise<void> {
  await inOne(client, async () => {
    const moved = await client.query(
      after === null
        ? `insert into cursors (token_id, block_number, block_hash, block_timestamp, transfers) values ($1, $2, $3, $4, $5) on conflict do nothing`
        : `update cursors set block_number = $2, block_hash = $3, block_timestamp = $4, transfers = transfers + $5, updated_at = now()
           where token_id = $1 and block_number = $6`,
      [tokenId, end.number, toBytes(end.hash), end.timestamp, transfers, ...(after === null ? [] : [after])],
    )
    if (moved.rowCount !== 1)
      throw new Error(`ledger of token ${tokenId}: it does not end at block ${after ?? 'none'}, where this piece begins; nothing was written.`)
    if (chunks.length > 0) await copyBinary(client, chunkColumns, chunks)
    await client.query(`insert into checkpoints select token_id, block_number, block_hash, block_timestamp, transfers from cursors where token_id = $1`, [tokenId])
    for (const { blockNumber, logIndex, reason } of rejected)
      await client.query('insert into rejected_logs (token_id, block_number, log_index, reason) values ($1, $2, $3, $4) on conflict do nothing', [
        tokenId, blockNumber, logIndex, reason,
      ])
  })
}

/** What a row of `ChangeChunks` holds, in its order. */
export const chunkColumns = 'balance_change_chunks (token_id, first_block, last_block, changes, block_numbers, account_ids, balances)'

const settleCursor = `update cursors set settled_number = block_number, settled_hash = block_hash, settled_timestamp = block_timestamp where token_id = $1`
const upsert = 'on conflict (token_id, account_id) do update set balance = excluded.balance'

/**
 * Brings `balances` up to the cursor with what is known to have changed.
 *
 * @param saved settles when the last piece is kept, on another connection; balances are written meanwhile, and kept only after it
 */
export async function settleBalances(client: pg.PoolClient, tokenId: number, changed: Iterable<HeldBalance>, saved: Promise<void>): Promise<void> {
  await inOne(client, async () => {
    const { rowCount } = await client.query('select from balances where token_id = $1 limit 1', [tokenId])
    if (rowCount === 0) await copyBinary(client, 'balances (token_id, account_id, balance)', toBalanceRows(tokenId, changed))
    else {
      await client.query('create temporary table settling (like balances) on commit drop')
      await copyBinary(client, 'settling (token_id, account_id, balance)', toBalanceRows(tokenId, changed))
      await client.query(`insert into balances (token_id, account_id, balance) select token_id, account_id, balance from settling order by account_id ${upsert}`)
    }
    await saved
    await client.query(settleCursor, [tokenId])
  })
}

/** The same after a sync that was killed: what changed is read from the rows that it kept. */
export const settleFromChanges = (client: pg.PoolClient, tokenId: number): Promise<void> => inOne(client, () => settleIn(client, tokenId))

/** The same inside a transaction; where nothing is settled, from all changes. */
export async function settleIn(client: pg.PoolClient, tokenId: number): Promise<void> {
  await client.query(
    `insert into balances (token_id, account_id, balance)
     select distinct on (change.account_id) token_id, change.account_id, change.balance
     from (select *, coalesce((select settled_number from cursors where token_id = $1), -1) as settled from balance_change_chunks where token_id = $1) as chunk
     cross join lateral unnest(block_numbers, account_ids, balances) as change (block_number, account_id, balance)
     where last_block > settled and change.block_number > settled
     order by change.account_id, change.block_number desc ${upsert}`,
    [tokenId],
  )
  await client.query(settleCursor, [tokenId])
}
