import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { accountKinds, AccountRole, Label } from '@/lib/domain/label'
import type { Wrapper } from '@/lib/domain/protocol'
import { address } from './columns'

/** The protocols that this installation follows, as their files said when they were last synced. */
export const protocols = pgTable('protocols', {
  slug: text().primaryKey(),
  /** Place in the registry: the order in which they are shown before anyone sorts. */
  position: integer().notNull(),
  /** The whole file as JSON; parsed with protocolSchema when loaded. */
  definition: jsonb().notNull(),
})

/** Who an account is, per protocol: every label has a source. */
export const labels = pgTable(
  'labels',
  {
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    address: address().notNull(),
    kind: text().$type<(typeof accountKinds)[number]>().notNull(),
    role: text().$type<AccountRole>(),
    name: text().notNull(),
    source: text().notNull(),
    asOf: text('as_of').notNull(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.address] })],
)

/** Everything that a protocol's snapshots were looked at with, labels and wrappers, by its version: what was published with one stays as it was. */
export const labelSets = pgTable(
  'label_sets',
  {
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    /** See `toLabelVersion` */
    version: text().notNull(),
    /** As `labelSchema` reads them; parsed with it when loaded */
    labels: jsonb().$type<readonly Label[]>().notNull(),
    /** As `wrapperSchema` reads them */
    wrappers: jsonb().$type<readonly Wrapper[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.version] })],
)
