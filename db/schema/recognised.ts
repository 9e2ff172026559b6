import { bigint, integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { Creation, Recognised, SafeOwners } from '@/lib/domain/recognised'
import { address } from './columns'

/**
 * What accounts are, as they answered on the chain when they were last asked. Also of those of whom nothing was learned, so that they are not asked
 * with every snapshot. Protocols share them; what is said of it is a statement of origin 'chain' in each.
 */
export const recognisedAccounts = pgTable(
  'recognised_accounts',
  {
    chainId: integer('chain_id').notNull(),
    address: address().notNull(),
    /** The block at which it was asked, and its Unix seconds */
    blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
    blockTimestamp: bigint('block_timestamp', { mode: 'number' }).notNull(),
    /** All but the address; parsed when loaded */
    recognised: jsonb().$type<Omit<Recognised, 'address'>>().notNull(),
    /** Of a Safe, who may move what it holds; null for all others, and where it did not say */
    safe: jsonb().$type<SafeOwners>(),
    /** Of a contract, in which block it came to be and who created it; null where it was not asked, or the node did not know */
    creation: jsonb().$type<Creation>(),
  },
  (table) => [primaryKey({ columns: [table.chainId, table.address] })],
)
