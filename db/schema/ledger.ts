import { sql } from 'drizzle-orm'
import { bigint, integer, pgTable, pgView, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core'
import type { IncidentKind } from '@/lib/domain/incident'
import { address, amount, hash } from './columns'
import { protocols } from './protocols'

/** Tokens whose Transfer logs are kept: a protocol's own, and the LP tokens of its pools. */
export const tokens = pgTable(
  'tokens',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    chainId: integer('chain_id').notNull(),
    address: address().notNull(),
    symbol: text().notNull(),
    name: text().notNull(),
    decimals: integer().notNull(),
    firstBlock: bigint('first_block', { mode: 'number' }).notNull(),
  },
  (table) => [unique('tokens_once').on(table.chainId, table.address)],
)

/** Every account ever seen, interned: four bytes in the large tables instead of twenty. */
export const accounts = pgTable('accounts', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  address: address().notNull().unique('accounts_once'),
})

/**
 * The ledger: an account's balance after each block that changed it. Balances at any block, and so every day's snapshot,
 * follow from it without the chain. One entry a change, never a full copy a day.
 *
 * Changes are only ever appended in the order of blocks, some thousand to a row: a row for each would cost Postgres five times the time and
 * twice the room. A block's changes stand in one row. The view `balance_changes` shows one row a change.
 */
export const balanceChangeChunks = pgTable(
  'balance_change_chunks',
  {
    tokenId: integer('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    firstBlock: bigint('first_block', { mode: 'number' }).notNull(),
    lastBlock: bigint('last_block', { mode: 'number' }).notNull(),
    /** How many changes the three lists hold, in the order of blocks */
    changes: integer().notNull(),
    blockNumbers: bigint('block_numbers', { mode: 'number' }).array().notNull(),
    accountIds: integer('account_ids').array().notNull(),
    balances: amount('balances').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.firstBlock] })],
)

/** One row a change, for questions in SQL. Where blocks bound the question, ask the chunks: `last_block` and `first_block` spare reading the others. */
export const balanceChanges = pgView('balance_changes', {
  tokenId: integer('token_id').notNull(),
  blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
  accountId: integer('account_id').notNull(),
  balance: amount('balance').notNull(),
}).as(
  sql`select chunk.token_id, change.block_number, change.account_id, change.balance from balance_change_chunks as chunk cross join lateral unnest(chunk.block_numbers, chunk.account_ids, chunk.balances) as change (block_number, account_id, balance)`,
)

/**
 * What every account held after some blocks, some thousand accounts to a row: what was held at any other block is found from the nearest one
 * before it, without reading all changes since the beginning. Follows from the changes alone, and may be deleted at any time.
 */
export const balanceCheckpoints = pgTable(
  'balance_checkpoints',
  {
    tokenId: integer('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    part: integer().notNull(),
    accountIds: integer('account_ids').array().notNull(),
    balances: amount('balances').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.blockNumber, table.part] })],
)

/**
 * The newest balance of each account, as of the block up to which its token's cursor is settled. Negative where logs do not tell all.
 * What a removed token leaves is deleted by a trigger.
 */
export const balances = pgTable(
  'balances',
  {
    tokenId: integer('token_id').notNull(),
    accountId: integer('account_id').notNull(),
    balance: amount('balance').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.accountId] })],
)

/**
 * How far a token's ledger reaches. Moves in the same transaction as the rows, so both are always of one block. `balances` follow at the
 * end of a sync: they are of the settled block, which is the ledger's own unless a sync is under way or was killed.
 */
export const cursors = pgTable('cursors', {
  tokenId: integer('token_id')
    .primaryKey()
    .references(() => tokens.id, { onDelete: 'cascade' }),
  blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
  blockHash: hash('block_hash').notNull(),
  blockTimestamp: bigint('block_timestamp', { mode: 'number' }).notNull(),
  settledNumber: bigint('settled_number', { mode: 'number' }),
  settledHash: hash('settled_hash'),
  settledTimestamp: bigint('settled_timestamp', { mode: 'number' }),
  transfers: bigint({ mode: 'number' }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Where each piece of a ledger ended: a ledger that was found wrong goes back to one of them and is read again from there. */
export const checkpoints = pgTable(
  'checkpoints',
  {
    tokenId: integer('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    blockHash: hash('block_hash').notNull(),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }).notNull(),
    /** Up to and with this block */
    transfers: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.blockNumber] })],
)

/** What a token's last sync met: how far the chain was final and the error it ended with; and how fast the last one was that moved the ledger. */
export const syncRuns = pgTable('sync_runs', {
  tokenId: integer('token_id')
    .primaryKey()
    .references(() => tokens.id, { onDelete: 'cascade' }),
  finalizedBlock: bigint('finalized_block', { mode: 'number' }),
  error: text(),
  transfers: bigint({ mode: 'number' }),
  milliseconds: bigint({ mode: 'number' }),
  endedAt: timestamp('ended_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Logs with Transfer's signature that are no ERC-20 transfer, and why they were not read as one. */
export const rejectedLogs = pgTable(
  'rejected_logs',
  {
    tokenId: integer('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    logIndex: integer('log_index').notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tokenId, table.blockNumber, table.logIndex] })],
)

/** What went wrong between us and a chain's endpoints, counted by kind. */
export const incidents = pgTable(
  'incidents',
  {
    chainId: integer('chain_id').notNull(),
    kind: text().$type<IncidentKind>().notNull(),
    times: bigint({ mode: 'number' }).notNull(),
    since: timestamp({ withTimezone: true }).notNull().defaultNow(),
    last: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Of the last one */
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.kind] })],
)

/** The last block of each UTC day, found once and kept. */
export const dayEnds = pgTable(
  'day_ends',
  {
    chainId: integer('chain_id').notNull(),
    day: text().notNull(),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    blockHash: hash('block_hash').notNull(),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.day] })],
)
