import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { ProposalOrigin, ProposalState } from '@/lib/domain/proposal'
import { amount, hash } from './columns'
import { protocols } from './protocols'

const protocol = () =>
  text()
    .notNull()
    .references(() => protocols.slug, { onDelete: 'cascade' })

/** What was proposed and what became of it. Written anew whole whenever its Governor is read. */
export const proposals = pgTable(
  'proposals',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    protocol: protocol(),
    origin: text().$type<ProposalOrigin>().notNull(),
    place: text().notNull(),
    key: text().notNull(),
    state: text().$type<ProposalState>().notNull(),
    /** Unix seconds */
    closes: bigint({ mode: 'number' }).notNull(),
    /** The whole proposal as `proposalSchema` reads it */
    proposal: jsonb().notNull(),
    /** What its votes make of it, as `outcomeSchema` reads it; null where it was saved before there was one */
    outcome: jsonb(),
  },
  (table) => [uniqueIndex('proposals_once').on(table.protocol, table.origin, table.place, table.key), index('proposals_by_close').on(table.protocol, table.closes)],
)

/** Who cast what, each voter once a proposal. */
export const votes = pgTable(
  'votes',
  {
    proposalId: integer('proposal_id')
      .notNull()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    accountId: integer('account_id').notNull(),
    timestamp: bigint({ mode: 'number' }).notNull(),
    votes: amount('votes').notNull(),
    inFavour: amount('in_favour').notNull(),
    against: amount('against').notNull(),
    abstain: amount('abstain').notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.accountId] }), index('votes_by_account').on(table.accountId)],
)

/** Who could cast how many votes: the newest block, audited, days of history, and lists that were imported. */
export const votesSnapshots = pgTable(
  'votes_snapshots',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    protocol: protocol(),
    origin: text().$type<'chain' | 'ledger' | 'imported'>().notNull(),
    /** UTC day, as in 2026-04-01 */
    day: text().notNull(),
    /** null only for imported lists, which may name a number and nothing else */
    blockNumber: bigint('block_number', { mode: 'number' }),
    blockHash: hash('block_hash'),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }),
    delegated: amount('delegated').notNull(),
    /** Clock, audit, gaps and the metrics of the delegates, of imported lists their file; parsed when loaded */
    summary: jsonb().notNull(),
  },
  (table) => [uniqueIndex('votes_snapshots_once').on(table.protocol, table.origin, table.day)],
)

/** The delegates of the newest votes snapshot of each protocol, and of imported lists, largest first. */
export const delegateVotes = pgTable(
  'delegate_votes',
  {
    snapshotId: integer('snapshot_id')
      .notNull()
      .references(() => votesSnapshots.id, { onDelete: 'cascade' }),
    rank: integer().notNull(),
    accountId: integer('account_id').notNull(),
    votes: amount('votes').notNull(),
    delegators: integer(),
    own: amount('own'),
  },
  (table) => [primaryKey({ columns: [table.snapshotId, table.rank] }), index('delegate_votes_by_account').on(table.accountId)],
)

/** Who has the keys of a protocol's contracts, as read at a block: the newest of each. */
export const controlMaps = pgTable('control_maps', {
  protocol: protocol().primaryKey(),
  blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
  blockHash: hash('block_hash').notNull(),
  blockTimestamp: bigint('block_timestamp', { mode: 'number' }).notNull(),
  /** The map with its evidence and gaps; parsed when loaded */
  map: jsonb().notNull(),
})
