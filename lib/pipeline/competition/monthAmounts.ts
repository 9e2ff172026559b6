import { loadHistory } from '@/db/history'
import type { Database } from '@/db/database'
import { loadPoolStates } from '@/db/poolDays'
import { loadPoolPrices } from '@/db/poolPrices'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import type { RivalMeasure } from '../../domain/competition'
import { toPriceRoutes } from '../../liquidity/priceRoutes'
import { headlineLens } from '../../ownership/lenses'
import { toValuedDays } from '../../views/market/poolOverTime'

/** What a protocol had of a measure, month by month. */
export interface MonthAmounts {
  /** By months, as in '2026-04'; null where it had some and nobody can say how much */
  byMonth: ReadonlyMap<string, number | null>
  /** The last day that is known of; null where none is */
  reach: string | null
}

const toMonth = (day: string): string => day.slice(0, 7)
const weiInEther = 1e18

/** How many held its token at the end of each month, under the headline's lens. */
export async function loadHolderMonths(database: Database, { tokenId }: Pick<TrackedProtocol, 'tokenId'>): Promise<MonthAmounts> {
  const days = await loadHistory(database, tokenId, headlineLens, { metricIds: ['holders'] })
  const byMonth = new Map<string, number | null>()
  for (const { day, metrics: { holders } } of days) if (holders?.status === 'ok') byMonth.set(toMonth(day), holders.value)
  return { byMonth, reach: days.at(-1)?.day ?? null }
}

/**
 * What the pools that are followed for a protocol's token held at the end of each month, and what swaps paid in fees in it, in ether: at the price of
 * each day in the pool, and from its quote token to ether by the pools that are followed.
 */
export async function loadPoolMonths(database: Database, { slug, money }: Pick<TrackedProtocol, 'slug' | 'money'>): Promise<Record<'liquidity' | 'fees', MonthAmounts>> {
  const pools = await loadPools(database, slug)
  const isEther = ({ facts: { tokens, quote } }: (typeof pools)[number]) => tokens[quote].address === money.wrappedEther
  // Prices are needed only where a pool is quoted in something else.
  const priced = pools.every(isEther) ? [] : await Promise.all(pools.map(async ({ facts }) => ({ facts, prices: await loadPoolPrices(database, facts.chainId, facts.address) })))
  const routes = toPriceRoutes({ pools: priced, dollarPool: null, money })
  const [liquidity, fees] = [new Map<string, number | null>(), new Map<string, number | null>()]
  const reaches: string[] = []
  for (const { id, facts } of pools) {
    const quote = facts.tokens[facts.quote].address
    const toEther = (units: bigint, day: string): number | null => {
      const price = money.wrappedEther ? routes.price(quote, money.wrappedEther, day) : null
      return price?.status === 'ok' ? Number((units * price.price) >> 128n) / weiInEther : null
    }
    const days = toValuedDays(await loadPoolStates(database, id), facts)
    const last = days.at(-1)?.day
    if (last) reaches.push(last)
    const ends = new Map(days.map((day) => [toMonth(day.day), day]))
    for (const [month, { day, value }] of ends) add(liquidity, month, value === null ? 0 : toEther(value, day))
    // Before its first price nobody had swapped; what was paid on days that are missing nobody can date.
    for (const { day, value, fees: paid } of days) add(fees, toMonth(day), value === null ? 0 : paid === null ? null : toEther(paid, day))
  }
  // As far as the one that is behind.
  const reach = reaches.sort()[0] ?? null
  return { liquidity: { byMonth: liquidity, reach }, fees: { byMonth: fees, reach } }
}

/** What cannot be told of one pool cannot be told of all together. */
function add(sums: Map<string, number | null>, month: string, amount: number | null): void {
  const before = sums.has(month) ? sums.get(month)! : 0
  sums.set(month, before === null || amount === null ? null : before + amount)
}

/** What one protocol had of every measure. */
export type ProtocolMonths = Readonly<Record<RivalMeasure, MonthAmounts>>
