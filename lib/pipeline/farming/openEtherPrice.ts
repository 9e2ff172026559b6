import type { Database } from '@/db/database'
import { loadPoolPrices } from '@/db/poolPrices'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { toDay } from '../../chain/dayEnds'
import { toPriceRoutes } from '../../liquidity/priceRoutes'

const daySeconds = 86_400
/** A day that is not over has no mean: the newest one before it counts. So few are looked back to. */
const daysBack = 3

/**
 * Tells wei in smallest units of the protocol's token, at the mean price of a moment's UTC day in the pools that are followed; null where no chain of pools
 * leads from it to wrapped ether, or none has a price then.
 *
 * @example (await openEtherPrice(database, uniswap))(10n ** 16n, 1_711_929_600) // 2_400_000_000_000_000_000n
 */
export async function openEtherPrice(database: Database, { slug, token, money }: Pick<TrackedProtocol, 'slug' | 'token' | 'money'>): Promise<(wei: bigint, timestamp: number) => bigint | null> {
  const { wrappedEther } = money
  if (!wrappedEther) return (wei) => (wei === 0n ? 0n : null)
  const pools = await Promise.all((await loadPools(database, slug)).map(async ({ facts }) => ({ facts, prices: await loadPoolPrices(database, facts.chainId, facts.address) })))
  const routes = toPriceRoutes({ pools, dollarPool: null, money })
  return (wei, timestamp) => {
    if (wei === 0n) return 0n
    for (let back = 0; back <= daysBack; back++) {
      const price = routes.price(wrappedEther, token.address, toDay(timestamp - back * daySeconds))
      if (price.status === 'ok') return (wei * price.price) >> 128n
    }
    return null
  }
}
