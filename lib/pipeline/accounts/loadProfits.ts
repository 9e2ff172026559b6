import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { loadAccountResults } from '@/db/providerResults'
import type { AccountProfit } from '../../domain/account'
import type { Address } from '../../domain/address'
import { toUsualCurrency } from '../markets/loadMarket'

/** What an account earned in each pool that is followed, in the order of protocols and pools. */
export async function loadProfits(database: Database, address: Address, protocols: readonly TrackedProtocol[]): Promise<AccountProfit[]> {
  const results = await loadAccountResults(database, [address])
  const slugs = [...new Set(results.map(({ protocol }) => protocol))]
  const pools = new Map((await Promise.all(slugs.map((slug) => loadPools(database, slug)))).flat().map((pool) => [pool.id, pool]))
  return results.flatMap(({ protocol: slug, poolId, result }) => {
    const [protocol, pool] = [protocols.find((each) => each.slug === slug), pools.get(poolId)]
    if (!protocol || !pool?.reading) return []
    const { facts, reading } = pool
    return [{ protocol: slug, protocolName: protocol.name, facts, block: reading.block, markDay: reading.markDay, currency: toUsualCurrency(reading), result }]
  })
}
