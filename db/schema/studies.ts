import { bigint, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { StudyId } from '@/lib/domain/study'
import { protocols } from './protocols'

/** What was worked out over a protocol's whole history: the newest of each kind. Follows from the ledger and labels alone, and may be deleted at any time. */
export const studies = pgTable(
  'studies',
  {
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    id: text().$type<StudyId>().notNull(),
    /** The last whole UTC day in it, as in 2026-04-01, and that day's last block */
    day: text().notNull(),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    /** What it was made with beside the ledger: one with another is made again */
    recipe: text().notNull(),
    /** Amounts as decimal strings; parsed when loaded */
    result: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.id] })],
)
