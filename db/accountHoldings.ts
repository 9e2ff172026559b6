import { and, eq, sql } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { Database } from './database'
import { accounts, holdings, measurements, snapshots, tokens } from './schema'

/** What an account holds of one token, in the token's newest snapshot. */
export interface AccountHolding {
  /** slug */
  protocol: string
  tokenId: number
  /** Among all addresses, 1 for the largest */
  rank: number
  amount: bigint
  /** What all addresses hold together */
  denominator: bigint
  block: number
  /** Unix seconds */
  timestamp: number
}

/** What an account holds of every followed token; none where it was never seen. */
export async function loadAccountHoldings({ db }: Database, account: Address): Promise<AccountHolding[]> {
  return db
    .select({
      protocol: tokens.protocol,
      tokenId: tokens.id,
      rank: holdings.rank,
      amount: holdings.amount,
      denominator: measurements.denominator,
      block: sql<number>`${snapshots.blockNumber}`.mapWith(Number),
      timestamp: sql<number>`${snapshots.blockTimestamp}`.mapWith(Number),
    })
    .from(accounts)
    .innerJoin(holdings, eq(holdings.accountId, accounts.id))
    .innerJoin(snapshots, and(eq(snapshots.id, holdings.snapshotId), eq(snapshots.origin, 'chain')))
    .innerJoin(measurements, and(eq(measurements.snapshotId, snapshots.id), eq(measurements.lens, 'raw')))
    .innerJoin(tokens, eq(tokens.id, snapshots.tokenId))
    .where(eq(accounts.address, account))
    .orderBy(tokens.protocol, tokens.id)
}
