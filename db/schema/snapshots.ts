import { bigint, index, integer, jsonb, pgTable, pgView, primaryKey, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { accountKinds, AccountRole } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import type { Audit, SnapshotOrigin } from '@/lib/domain/snapshot'
import { address, amount, hash } from './columns'
import { tokens } from './ledger'

/**
 * One token at one block. Its parts hang on it and go with it. Of those of one day from the chain only the last keeps its figures; the
 * others stay as they were audited, and what was cited of them is measured again from the ledger.
 */
export const snapshots = pgTable(
  'snapshots',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    tokenId: integer('token_id')
      .notNull()
      .references(() => tokens.id, { onDelete: 'cascade' }),
    origin: text().$type<SnapshotOrigin>().notNull(),
    /** UTC day, as in 2026-04-01 */
    day: text().notNull(),
    blockNumber: bigint('block_number', { mode: 'number' }),
    blockHash: hash('block_hash'),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }),
    supply: amount('supply'),
    population: text().$type<'complete' | 'truncated'>().notNull(),
    fileName: text('file_name'),
    fileSha256: text('file_sha256'),
    /** What a ledger's day was made with beside the balances: days with another than today's are made again. Null for all others. */
    recipe: text(),
    /**
     * Which of `label_sets` its block is looked at with, for ever: the labels of the day on which it was first taken. A ledger's day keeps it
     * also when its figures were made again with others. Null for imported lists.
     */
    labelVersion: text('label_version'),
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('snapshots_chain_once').on(table.tokenId, table.blockNumber).where(sql`origin = 'chain'`),
    uniqueIndex('snapshots_ledger_once').on(table.tokenId, table.day).where(sql`origin = 'ledger'`),
    uniqueIndex('snapshots_import_once').on(table.tokenId, table.day, table.fileSha256).where(sql`origin = 'imported'`),
  ],
)

/** Who the accounts of each snapshot are: by the labels that it was taken with; of imported lists by today's. */
export const snapshotLabels = pgView('snapshot_labels', {
  snapshotId: integer('snapshot_id').notNull(),
  address: address().notNull(),
  kind: text().$type<(typeof accountKinds)[number]>().notNull(),
  role: text().$type<AccountRole>(),
  name: text().notNull(),
  source: text().notNull(),
}).as(
  sql`select s.id as snapshot_id, decode(substr(l.address, 3), 'hex') as address, l.kind, l.role, l.name, l.source from snapshots as s join tokens as t on t.id = s.token_id join label_sets as d on d.protocol = t.protocol and d.version = s.label_version cross join lateral jsonb_to_recordset(d.labels) as l (address text, kind text, role text, name text, source text) union all select s.id, l.address, l.kind, l.role, l.name, l.source from snapshots as s join tokens as t on t.id = s.token_id join labels as l on l.protocol = t.protocol where s.label_version is null`,
)

const snapshotId = () =>
  integer('snapshot_id')
    .notNull()
    .references(() => snapshots.id, { onDelete: 'cascade' })

/** What could not be read, and why. */
export const gaps = pgTable(
  'gaps',
  { snapshotId: snapshotId(), position: smallint().notNull(), subject: text().notNull(), reason: text().notNull() },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
)

export const audits = pgTable('audits', {
  snapshotId: snapshotId().primaryKey(),
  status: text().$type<Audit['status']>().notNull(),
  claimed: amount('claimed').notNull(),
  supply: amount('supply'),
  sampled: integer().notNull(),
  /** [{account, ledger, chain}], amounts as decimal strings */
  mismatches: jsonb().notNull(),
})

/** All metrics of a snapshot under one lens: one row, as they are always shown together. */
export const measurements = pgTable(
  'measurements',
  {
    snapshotId: snapshotId(),
    lens: text().$type<LensId>().notNull(),
    denominator: amount('denominator').notNull(),
    /** [{role, accounts, amount}], amounts as decimal strings */
    excluded: jsonb().notNull(),
    /** {metric id: MetricResult} */
    metrics: jsonb().notNull(),
    /** [[share of holders, share of amounts], …] or null in daily history */
    curve: jsonb(),
    /** [{group, accounts, amount}], amounts as decimal strings; null where balances alone tell it */
    composition: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.lens] })],
)

/**
 * The holders of the newest snapshot and of imported lists, ranked: what pages and files read. Every address under 'raw', from which lenses
 * that only leave out some are told; where contracts are looked through or owners merged, those of the headline's lens once more.
 */
export const holdings = pgTable(
  'holdings',
  {
    snapshotId: snapshotId(),
    lens: text().$type<LensId>().notNull().default('raw'),
    rank: integer().notNull(),
    accountId: integer('account_id').notNull(),
    amount: amount('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.snapshotId, table.lens, table.rank] }),
    index('holdings_by_account').on(table.accountId, table.snapshotId),
  ],
)

/** The ways by which what contracts hold came to its owners, of the newest snapshot: only of accounts that own something through a contract. */
export const ownerParts = pgTable(
  'owner_parts',
  {
    snapshotId: snapshotId(),
    accountId: integer('account_id').notNull(),
    /** Place in the routes of `look_throughs`; the own wallet is one as well */
    route: integer().notNull(),
    amount: amount('amount').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.accountId, table.route] }), index('owner_parts_by_account').on(table.accountId)],
)

/** What a snapshot's look-through found beside the owners: routes, flows, what stayed unresolved. Parsed when loaded. */
export const lookThroughs = pgTable('look_throughs', {
  snapshotId: snapshotId().primaryKey(),
  summary: jsonb().notNull(),
})

/** What a pool held at the snapshot of its LP token. */
export const reserves = pgTable(
  'reserves',
  {
    snapshotId: snapshotId(),
    position: smallint().notNull(),
    address: address().notNull(),
    symbol: text().notNull(),
    decimals: integer().notNull(),
    reserve: amount('reserve').notNull(),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.position] })],
)
