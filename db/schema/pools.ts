import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { address, amount, hash } from './columns'
import { protocols } from './protocols'

/** Pools whose providers are followed, and the newest reading of each. */
export const pools = pgTable(
  'pools',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    protocol: text()
      .notNull()
      .references(() => protocols.slug, { onDelete: 'cascade' }),
    chainId: integer('chain_id').notNull(),
    address: address().notNull(),
    /** Id of its pool source */
    source: text().notNull(),
    /** What never changes of it; parsed when loaded */
    facts: jsonb().notNull(),
    /** Block of the newest reading; null before the first */
    blockNumber: bigint('block_number', { mode: 'number' }),
    blockHash: hash('block_hash'),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }),
    /** The UTC day whose mean price is the mark */
    markDay: text('mark_day'),
    /** [{subject, reason}] of what could not be read or priced */
    gaps: jsonb(),
    /** What its figures were made with beside logs, prices and receipts: days with another are made again */
    recipe: text(),
    /** State, marks and concentration of the reading; parsed when loaded */
    summary: jsonb(),
  },
  (table) => [unique('pools_once').on(table.protocol, table.chainId, table.address)],
)

const poolId = () =>
  integer('pool_id')
    .notNull()
    .references(() => pools.id, { onDelete: 'cascade' })

/** What a pool's token0 cost in token1 on each whole day, times 2¹²⁸. Also of pools that only tell prices. Protocols share them. */
export const poolDayPrices = pgTable(
  'pool_day_prices',
  {
    chainId: integer('chain_id').notNull(),
    address: address().notNull(),
    /** UTC day, as in 2026-04-01 */
    day: text().notNull(),
    /** The day's last */
    block: bigint({ mode: 'number' }).notNull(),
    mean: amount('mean').notNull(),
    close: amount('close').notNull(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.address, table.day] })],
)

/** A pool at the end of each day. */
export const poolDays = pgTable(
  'pool_days',
  {
    poolId: poolId(),
    day: text().notNull(),
    block: bigint({ mode: 'number' }).notNull(),
    /** As `poolStateSchema` reads it */
    state: jsonb().notNull(),
    /** As `concentrationSchema` reads it */
    concentration: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.poolId, table.day] })],
)

/** What each provider of a pool put in, took out and earned, as of the newest reading: replaced whole with each. */
export const providerResults = pgTable(
  'provider_results',
  {
    poolId: poolId(),
    accountId: integer('account_id').notNull(),
    firstBlock: bigint('first_block', { mode: 'number' }).notNull(),
    /** null while it still has something in */
    lastBlock: bigint('last_block', { mode: 'number' }),
    positions: integer().notNull(),
    inRange: integer('in_range').notNull(),
    liquidity: amount('liquidity').notNull(),
    deposited0: amount('deposited0').notNull(),
    deposited1: amount('deposited1').notNull(),
    withdrawn0: amount('withdrawn0').notNull(),
    withdrawn1: amount('withdrawn1').notNull(),
    received0: amount('received0').notNull(),
    received1: amount('received1').notNull(),
    given0: amount('given0').notNull(),
    given1: amount('given1').notNull(),
    feesPaid0: amount('fees_paid0').notNull(),
    feesPaid1: amount('fees_paid1').notNull(),
    feesOwed0: amount('fees_owed0').notNull(),
    feesOwed1: amount('fees_owed1').notNull(),
    principal0: amount('principal0').notNull(),
    principal1: amount('principal1').notNull(),
    lossVersusRebalancing: amount('loss_versus_rebalancing').notNull(),
    /** [{token, amount}], amounts as decimal strings */
    rewards: jsonb().notNull(),
    /** null where a receipt could not be read */
    gasWei: amount('gas_wei'),
    /** {currency: ProviderMoney or null}, amounts as decimal strings */
    money: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.poolId, table.accountId] }), index('provider_results_by_account').on(table.accountId)],
)

/** Liquidity of each provider between two prices (√ in Q64.96), as of the newest reading: replaced whole with each. */
export const providerRanges = pgTable(
  'provider_ranges',
  {
    poolId: poolId(),
    accountId: integer('account_id').notNull(),
    lower: amount('lower').notNull(),
    upper: amount('upper').notNull(),
    liquidity: amount('liquidity').notNull(),
  },
  (table) => [index('provider_ranges_by_pool').on(table.poolId)],
)

/** What final transactions cost, as their receipts say. Never changed. */
export const transactionFees = pgTable(
  'transaction_fees',
  {
    chainId: integer('chain_id').notNull(),
    hash: hash().notNull(),
    sender: address().notNull(),
    wei: amount('wei').notNull(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.hash] })],
)
