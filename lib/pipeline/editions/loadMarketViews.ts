import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadPools } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { toChecksumAddress } from '@/lib/chain/checksum'
import type { Currency, PoolFacts } from '@/lib/domain/pool'
import type { Locale } from '@/lib/domain/text'
import { headlineLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import type { Chart, PageView } from '@/lib/publish/view'
import { toPoolName } from '@/lib/views/market/marketBasis'
import { askOnce } from '../askOnce'
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
  views: Readonly<Partial<Record<string, PageView>>> | null
}

/**
 * Some charts of each pool that a protocol trades in, each as on its own page, in the order in which pools came to be followed. Made once for each state of the
 * database, and what is kept of them does not grow with the number of providers.
 *
 * @param currency what money is told in; null for what each pool is usually told in
 */
export async function loadMarketViews(database: Database, protocol: TrackedProtocol, ids: readonly string[], currency: Currency | null, locale: Locale): Promise<MarketViews[]> {
  const charts = ids.flatMap((id) => findChart(id, 'market') ?? [])
  const version = await loadContentVersion(database)
  const pools = await loadPools(database, protocol.slug)
  return Promise.all(pools.map(({ id, facts }) => askOnce('marketViews', [version, id, currency, locale, ...ids].join(':'), () => toMarketViews(database, protocol, charts, facts, currency, locale), kept)))
}

/** Views of pools are small: those of many may be kept. */
const kept = 100

async function toMarketViews(database: Database, protocol: TrackedProtocol, charts: readonly Chart[], facts: PoolFacts, currency: Currency | null, locale: Locale): Promise<MarketViews> {
  const market = await loadMarket(database, protocol, facts.address, [...new Set(charts.flatMap(({ needs }) => needs))], currency)
  const loaded = { ...toEmptyLoaded(headlineLens), protocol, market: market === 'unknown' ? null : market }
  const views = charts.flatMap((chart): [string, PageView][] => {
    const view = toView(chart, loaded, locale)
    if (!view) return []
    const { data: _, ...shown } = view
    return [[chart.id, shown]]
  })
  return { pool: facts.address, address: toChecksumAddress(facts.address), name: toPoolName(facts, locale), currency: loaded.market?.currency ?? null, views: loaded.market && Object.fromEntries(views) }
}
