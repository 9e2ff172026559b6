import { isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { addressSchema, type Address } from '@/lib/domain/address'
import type { Database } from './database'
import { pools } from './schema'

/** Managers of liquidity that were found in a protocol's pools, by the pool. */
export type FoundManagers = ReadonlyMap<Address, readonly Address[]>

const rowsSchema = z.array(z.object({ protocol: z.string(), pool: addressSchema, managers: z.array(z.object({ account: addressSchema })) }))

/** What the newest readings of pools know of contracts that give out shares for positions in them, protocol by protocol. */
export async function loadFoundManagers({ db }: Pick<Database, 'db'>): Promise<ReadonlyMap<string, FoundManagers>> {
  const managers = sql`${pools.summary} -> 'contractProviders' -> 'managers'`
  const rows = rowsSchema.parse(await db.select({ protocol: pools.protocol, pool: pools.address, managers }).from(pools).where(isNotNull(managers)))
  const found = new Map<string, Map<Address, Address[]>>()
  for (const { protocol, pool, managers } of rows) {
    const known = found.get(protocol) ?? new Map<Address, Address[]>()
    found.set(protocol, known.set(pool, managers.map(({ account }) => account)))
  }
  return found
}
