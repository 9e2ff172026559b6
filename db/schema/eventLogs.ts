import { sql } from 'drizzle-orm'
import { bigint, boolean, customType, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { address, hash } from './columns'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** Which events of a contract are kept, for sources that fold them, and how far. Protocols that look through one contract share them. */
export const eventFilters = pgTable(
  'event_filters',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    chainId: integer('chain_id').notNull(),
    address: address().notNull(),
    /** First topics, sorted, joined by ','; where only some second or third topics are meant, these behind ':' each in the same form */
    topics: text().notNull(),
    /** From which block on they are kept: nobody who asked for it knew of an earlier one. null where they were kept before that was written down */
    firstBlock: bigint('first_block', { mode: 'number' }),
    /** Whether each log is kept with its transaction; once it is, it stays so for everybody */
    withTransactions: boolean('with_transactions').notNull().default(false),
    /** How far its logs are kept; null before the first piece */
    blockNumber: bigint('block_number', { mode: 'number' }),
    blockHash: hash('block_hash'),
    /** What its last reading ended with, in plain words; null where it ended well */
    error: text(),
  },
  (table) => [unique('event_filters_once').on(table.chainId, table.address, table.topics)],
)

/** The logs themselves. Never changed: only those of final blocks are kept. */
export const eventLogs = pgTable(
  'event_logs',
  {
    filterId: integer('filter_id')
      .notNull()
      .references(() => eventFilters.id, { onDelete: 'cascade' }),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    logIndex: integer('log_index').notNull(),
    blockHash: hash('block_hash').notNull(),
    /** null where its filter is kept without */
    transactionHash: hash('transaction_hash'),
    topics: bytes('topics').notNull(),
    data: bytes('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.filterId, table.blockNumber, table.logIndex] })],
)

/**
 * What wrappers themselves told at the block of a snapshot: the part of a look-through that no log tells. With it every look-through can be
 * made again without the chain.
 */
export const wrapperAnswers = pgTable(
  'wrapper_answers',
  {
    chainId: integer('chain_id').notNull(),
    source: text().notNull(),
    address: address().notNull(),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    /** null where it could not answer */
    answers: jsonb(),
    /** [{subject, reason}] of what could not be read */
    gaps: jsonb().notNull().default(sql`'[]'::jsonb`),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.source, table.address, table.blockNumber] })],
)

/** When blocks came in which something happened that has to have its time. Never changed: only final ones are kept. */
export const blockTimes = pgTable(
  'block_times',
  {
    chainId: integer('chain_id').notNull(),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    /** Unix seconds */
    timestamp: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.blockNumber] })],
)
