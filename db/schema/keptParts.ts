import { bigint, customType, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { hash } from './columns'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** What charts were made from, where no ledger can tell it again: never changed, so that addresses that name a block or a day stay what they were. */
export const keptParts = pgTable(
  'kept_parts',
  {
    /** The protocol's slug, or 'all' */
    subject: text().notNull(),
    /** As `toKeptName` gives it */
    part: text().notNull(),
    /** The block's number; the UTC day of what is of several protocols */
    mark: text().notNull(),
    /** UTC day, as in 2026-04-01 */
    day: text().notNull(),
    /** null of what is of several protocols */
    blockNumber: bigint('block_number', { mode: 'number' }),
    blockHash: hash('block_hash'),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }),
    /** With which labels it was shown; null of what is of several protocols */
    labelVersion: text('label_version'),
    /** Of its content */
    sha256: hash().notNull().references(() => keptContents.sha256),
    keptAt: timestamp('kept_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.subject, table.part, table.mark] })],
)

/** The contents themselves, each once: much stays the same from day to day. */
export const keptContents = pgTable('kept_contents', {
  /** Of its text, before it is packed */
  sha256: hash().primaryKey(),
  /** Text as `toKeptText` writes it, gzip */
  content: bytes().notNull(),
})
