import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Address } from '@/lib/domain/address'
import type { PoolDayPrice } from '@/lib/domain/pool'
import { copyRows } from './copy'
import { inTransaction, type Database } from './database'
import { poolDayPrices } from './schema'

/** What a pool's token0 cost on each day that is kept, oldest first. */
export async function loadPoolPrices({ db }: Database, chainId: number, pool: Address): Promise<PoolDayPrice[]> {
  const { day, block, mean, close } = poolDayPrices
  return db.select({ day, block, mean, close }).from(poolDayPrices).where(and(eq(poolDayPrices.chainId, chainId), eq(poolDayPrices.address, pool))).orderBy(asc(day))
}

/** Prices of some pools go: they are told again from logs. */
export async function forgetPoolPrices({ db }: Database, chainId: number, addresses: readonly Address[]): Promise<void> {
  if (addresses.length > 0) await db.delete(poolDayPrices).where(and(eq(poolDayPrices.chainId, chainId), inArray(poolDayPrices.address, [...addresses])))
}

/** Keeps a pool's prices of some whole days. What another process has kept meanwhile stays: it follows from the same logs. */
export async function savePoolPrices(database: Database, chainId: number, pool: Address, prices: readonly PoolDayPrice[]): Promise<void> {
  if (prices.length === 0) return
  await inTransaction(database, async (_, client) => {
    await client.query('create temporary table new_prices (like pool_day_prices) on commit drop')
    await copyRows(client, 'new_prices (chain_id, address, day, block, mean, close)', prices.map(({ day, block, mean, close }) => [chainId, `\\\\x${pool.slice(2)}`, day, block, mean, close]))
    await client.query('insert into pool_day_prices select * from new_prices on conflict do nothing')
  })
}
