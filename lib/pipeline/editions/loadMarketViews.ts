import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Currency } from '@/lib/domain/pool'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { View } from '@/lib/publish/view'
import { toPoolName } from '@/lib/views/market/marketBasis'
import { loadMarket } from '../markets/loadMarket'
import { toEmptyLoaded } from './emptyLoaded'

/** A pool as a page shows it. */
export interface MarketViews {
  /** Lower case */
  pool: string
  /** EIP-55 */
  address: string
  name: string
  /** What its money is told in; null before the first reading */
  currency: Currency | null
  /** By the ids of their charts; null before the first reading */
  views: Readonly<Partial<Record<string, View>>> | null
}

/**
 * Some charts of each pool that a protocol trades in, each as on its own page, in the order in which pools came to be followed.
 *
 * @param currency what money is told in; null for what each pool is usually told in
 */
export async function loadMarketViews(database: Database, protocol: TrackedProtocol, ids: readonly string[], currency: Currency | null, locale: Locale): Promise<MarketViews[]> {
  const charts = ids.flatMap((id) => findChart(id, 'market') ?? [])
  const needs = [...new Set(charts.flatMap((chart) => chart.needs))]
  const pools = await loadPools(database, protocol.slug)
  return Promise.all(pools.map(async ({ facts }) => {
    const market = await loadMarket(database, protocol, facts.address, needs, currency)
    const loaded = { ...toEmptyLoaded(headlineLens), protocol, market: market === 'unknown' ? null : market }
    const views = charts.flatMap((chart) => {
      const view = toView(chart, loaded, locale)
      return view ? [[chart.id, view] as const] : []
    })
    return { pool: facts.address, address: toChecksumAddress(facts.address), name: toPoolName(facts, locale), currency: loaded.market?.currency ?? null, views: loaded.market && Object.fromEntries(views) }
  }))
}
