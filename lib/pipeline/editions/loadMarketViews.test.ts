import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadPools, savePoolReading } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { headlineLens } from '@/lib/ownership/lenses'
import { findChart } from '@/lib/publish/charts'
import { toView } from '@/lib/publish/toView'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { lastBlock, loadPublished, published, toBlock } from '@/tests/publishedProtocol'
import { loadMarket } from '../markets/loadMarket'
import { toEmptyLoaded } from './emptyLoaded'
import { loadMarketViews } from './loadMarketViews'

let server: OpenTestDatabase
let protocol: TrackedProtocol
beforeAll(async () => {
  server = await openTestDatabase(published)
  protocol = await loadPublished(server.database)
})
afterAll(async () => {
  await server?.close()
})

const ids = ['profitResults', 'gainsLorenz', 'depthBySize']
const load = () => loadMarketViews(server.database, protocol, ids, null, 'en')

it('shows of each pool what the charts’ own pages show, and keeps none of the rows that files have', async () => {
  const [first] = await load()
  const market = await loadMarket(server.database, protocol, first!.pool as `0x${string}`, ['market', 'marketDepth'], null)
  if (market === null || market === 'unknown') throw new Error('the pool was not filled')
  for (const id of ids) {
    const { data: _, ...shown } = toView(findChart(id, 'market')!, { ...toEmptyLoaded(headlineLens), protocol, market }, 'en')!
    expect(first!.views![id]).toEqual(shown)
    expect(first!.views![id]).not.toHaveProperty('data')
  }
})

it('makes them once, and again when a pool was read again', async () => {
  const [one, other] = [await load(), await load()]
  expect(other[0]).toBe(one[0])
  const [pool] = await loadPools(server.database, protocol.slug)
  await savePoolReading(server.database, protocol.slug, pool!.id, { reading: { ...pool!.reading!, block: toBlock(lastBlock + 1) }, results: [], ranges: [], days: [], recipe: 'another' })
  const [next] = await load()
  // Nobody provides it now.
  expect(one[0]!.views!.profitResults!.table.rows.length).toBeGreaterThan(0)
  expect(next!.views!.profitResults!.table.rows).toEqual([])
})
