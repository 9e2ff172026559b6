import type { Database } from '@/db/database'
import { loadPoolPrices } from '@/db/poolPrices'
import { loadPools, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { toDollarPool } from '../../liquidity/dollarPool'
import { toPriceRoutes, type PricedPool } from '../../liquidity/priceRoutes'
import type { MonthPrice } from '../../metrics/growth/openBadMonths'

/** What a protocol's token cost by month, and by which pools that is known. */
export interface TokenPrices {
  currency: 'dollar' | 'ether'
  pools: readonly string[]
  /** Of the months that were asked for, in their order */
  months: readonly MonthPrice[]
}

/** Units of a currency: wei, and dollars in units of 10⁻¹⁸. */
const whole = 1e18

/**
 * What a protocol's token cost in each month, in dollars where a chain of pools leads there, else in ether: the mean of its days, and that of
 * its last day with a price.
 *
 * @param days every whole day, in order
 * @param months as in '2026-04', in order
 * @returns null where no chain of pools leads to either
 */
export async function loadTokenPrices(database: Database, { slug, token, money }: Pick<TrackedProtocol, 'slug' | 'token' | 'money'>, days: readonly string[], months: readonly string[]): Promise<TokenPrices | null> {
  const saved = await loadPools(database, slug)
  const pools = await Promise.all(saved.map(async ({ facts }) => ({ facts, prices: await loadPoolPrices(database, facts.chainId, facts.address) })))
  const routes = toPriceRoutes({ pools, dollarPool: await loadDollarPool(database, { token, money }, saved), money })
  const targets = [{ currency: 'dollar', target: 'dollar' }, ...(money.wrappedEther ? [{ currency: 'ether', target: money.wrappedEther }] as const : [])] as const
  const found = targets.map((one) => ({ ...one, path: routes.find(token.address, one.target) })).find(({ path }) => path !== null && path.length > 0)
  if (!found) return null
  const unit = 10 ** token.decimals
  const byMonth = new Map<string, number[]>(months.map((month) => [month, []]))
  for (const day of days) {
    const price = routes.price(token.address, found.target, day)
    if (price.status === 'ok') byMonth.get(day.slice(0, 7))?.push(((Number(price.price) / 2 ** 128) * unit) / whole)
  }
  return {
    currency: found.currency, pools: found.path!,
    months: months.map((month) => {
      const prices = byMonth.get(month)!
      return { month, mean: prices.length === 0 ? null : prices.reduce((sum, price) => sum + price, 0) / prices.length, end: prices.at(-1) ?? null }
    }),
  }
}

/** The pool that tells ether in dollars, as the newest reading of a followed pool knew it; null where there is none, or it is followed itself. */
async function loadDollarPool(database: Database, { token, money }: Pick<TrackedProtocol, 'token' | 'money'>, saved: readonly SavedPool[]): Promise<PricedPool | null> {
  const address = money.dollarPool?.address
  if (!address || saved.some(({ facts }) => facts.address === address)) return null
  const prices = await loadPoolPrices(database, token.chainId, address)
  for (const { reading } of saved) {
    const { markDay, marks: { ether, dollar } } = reading ?? { markDay: null, marks: { ether: null, dollar: null } }
    const found = markDay && ether && dollar?.path.includes(address) ? toDollarPool(address, prices, { day: markDay, ether, dollar }, money) : null
    if (found) return found
  }
  return null
}
