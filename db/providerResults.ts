import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { PoolClient } from 'pg'
import type { Address } from '@/lib/domain/address'
import type { ProviderRange, ProviderResult } from '@/lib/domain/provider'
import { copyRows } from './copy'
import type { Database, Queries } from './database'
import { resultColumns, toResult, toResultValues } from './providerRows'
import { accounts, pools, providerRanges, providerResults } from './schema'

/** Providers of a pool as of its newest reading, largest size in the quote token first; ties, and those without one behind all, by address. */
const selectResults = ({ db }: Database, poolId: number) => db
  .select({ account: accounts.address, ...getTableColumns(providerResults) })
  .from(providerResults)
  .innerJoin(accounts, eq(accounts.id, providerResults.accountId))
  .where(eq(providerResults.poolId, poolId))
  .orderBy(sql`(${providerResults.money} #>> '{quote,size}')::numeric desc nulls last`, asc(accounts.address))

/** All of them. */
export const loadProviderResults = async (database: Database, poolId: number): Promise<ProviderResult[]> => (await selectResults(database, poolId)).map(toResult)

/** So many of them after the first ones. */
export const loadProviderPage = async (database: Database, poolId: number, { after, limit }: { after: number; limit: number }): Promise<ProviderResult[]> =>
  (await selectResults(database, poolId).offset(after).limit(limit)).map(toResult)

/** An account's result in a pool of a protocol. */
export interface AccountResult {
  protocol: string
  poolId: number
  result: ProviderResult
}

/** What some accounts have earned in all pools that are followed, in the order of protocols' names and pools. */
export async function loadAccountResults({ db }: Database, addresses: readonly Address[]): Promise<AccountResult[]> {
  if (addresses.length === 0) return []
  const rows = await db
    .select({ protocol: pools.protocol, account: accounts.address, ...getTableColumns(providerResults) })
    .from(providerResults)
    .innerJoin(accounts, eq(accounts.id, providerResults.accountId))
    .innerJoin(pools, eq(pools.id, providerResults.poolId))
    .where(inArray(accounts.address, [...addresses]))
    .orderBy(asc(pools.protocol), asc(pools.id), asc(accounts.address))
  return rows.map(({ protocol, ...row }) => ({ protocol, poolId: row.poolId, result: toResult(row) }))
}

/** All liquidity in a pool as of its newest reading, by account and lower end. */
export async function loadProviderRanges({ db }: Database, poolId: number): Promise<ProviderRange[]> {
  const { lower, upper, liquidity } = providerRanges
  return db
    .select({ account: accounts.address, lower, upper, liquidity })
    .from(providerRanges)
    .innerJoin(accounts, eq(accounts.id, providerRanges.accountId))
    .where(eq(providerRanges.poolId, poolId))
    .orderBy(asc(accounts.address), asc(lower), asc(upper))
}

/**
 * Part of a transaction: a pool's providers in place of all before.
 *
 * @param ids of their accounts
 */
export async function writeProviderResults(db: Queries, client: PoolClient, poolId: number, results: readonly ProviderResult[], ids: ReadonlyMap<Address, number>): Promise<void> {
  await db.delete(providerResults).where(eq(providerResults.poolId, poolId))
  await copyRows(client, `provider_results (pool_id, account_id, ${resultColumns.join(', ')})`, results.map((result) => [poolId, ids.get(result.account)!, ...toResultValues(result)]))
}

/** The same of the ranges of their liquidity. */
export async function writeProviderRanges(db: Queries, client: PoolClient, poolId: number, ranges: readonly ProviderRange[], ids: ReadonlyMap<Address, number>): Promise<void> {
  await db.delete(providerRanges).where(eq(providerRanges.poolId, poolId))
  await copyRows(client, 'provider_ranges (pool_id, account_id, lower, upper, liquidity)', ranges.map(({ account, lower, upper, liquidity }) => [poolId, ids.get(account)!, lower, upper, liquidity]))
}
