import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { EntityEvidence } from '@/lib/domain/entityEvidence'
import type { accountKinds, AccountRole, Confidence, Label } from '@/lib/domain/label'
import type { LabelOrigin } from '@/lib/domain/labelStatement'
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

/** All that is said of accounts, per protocol: by its file, by imported files, by address books, by the chain. */
export const labelStatements = pgTable(
  'label_statements',
  {
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    origin: text().$type<LabelOrigin>().notNull(),
    /** The file or the package that says so; empty where the origin is one */
    file: text().notNull(),
    address: address().notNull(),
    kind: text().$type<(typeof accountKinds)[number]>().notNull(),
    role: text().$type<AccountRole>(),
    name: text(),
    source: text().notNull(),
    asOf: text('as_of').notNull(),
    confidence: text().$type<Confidence>().notNull(),
    entity: text(),
    exclusion: text(),
  },
  (table) => [
    primaryKey({ columns: [table.protocol, table.origin, table.file, table.address] }),
    index('label_statements_by_address').on(table.address),
  ],
)

/** Who an account is, per protocol: of `label_statements` what counts (`toEffectiveLabels`), written anew whenever they change. */
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
    roleSource: text('role_source'),
    confidence: text().$type<Confidence>(),
    entity: text(),
    exclusion: text(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.address] })],
)

/** What the chain tells of who belongs together, by rules that conclude it; what labels say stands with them. */
export const entityEvidence = pgTable(
  'entity_evidence',
  {
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    /** Id of the rule */
    rule: text().notNull(),
    account: address().notNull(),
    /** The owner: an account, or a name */
    entity: text().notNull(),
    /** What it rests on, in both languages */
    text: jsonb().$type<EntityEvidence['text']>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.rule, table.account, table.entity] })],
)

/** Everything that a protocol's snapshots were looked at with, labels, wrappers and evidence, by its version: what was published with one stays as it was. */
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
    /** As `entityEvidenceSchema` reads it */
    evidence: jsonb().$type<readonly EntityEvidence[]>().notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.protocol, table.version] })],
)
