import { bigint, boolean, doublePrecision, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { Comparison } from '@/lib/domain/alert'
import type { LensId } from '@/lib/domain/lens'
import { protocols } from './protocols'

/** Rules on metrics: whose address is called when a protocol's figure crosses a threshold. */
export const alerts = pgTable('alerts', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  protocol: text()
    .notNull()
    .references(() => protocols.slug, { onDelete: 'cascade' }),
  metric: text().notNull(),
  lens: text().$type<LensId>().notNull(),
  comparison: text().$type<Comparison>().notNull(),
  threshold: doublePrecision().notNull(),
  url: text().notNull(),
  /** What each call is signed with; whoever is called knows it too */
  secret: text().notNull(),
  /** Whether the figure of the last snapshot was beyond the threshold; null before the first */
  isBeyond: boolean('is_beyond'),
  /** The last snapshot that was looked at */
  checkedBlock: bigint('checked_block', { mode: 'number' }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Each crossing once, and what became of its call. */
export const crossings = pgTable(
  'crossings',
  {
    alertId: integer('alert_id')
      .notNull()
      .references(() => alerts.id, { onDelete: 'cascade' }),
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    value: doublePrecision().notNull(),
    crossedAt: timestamp('crossed_at', { withTimezone: true }).notNull().defaultNow(),
    /** null while nobody has taken the call */
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
    /** Why the last try failed, in plain words */
    error: text(),
  },
  (table) => [primaryKey({ columns: [table.alertId, table.blockNumber] })],
)
