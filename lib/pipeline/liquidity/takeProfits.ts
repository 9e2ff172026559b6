import type { Database } from '@/db/database'
import { loadEventsEnd } from '@/db/eventLogs'
import { loadPoolDays } from '@/db/poolDays'
import { savePoolReading } from '@/db/pools'
import type { ChainReader } from '../../chain/reader'
import { currencies, type Currency, type PoolDayPrice } from '../../domain/pool'
import type { PoolMark, PoolReading } from '../../domain/poolReading'
import type { Block } from '../../domain/snapshot'
import { toPoolValuer, type PoolValuer } from '../../liquidity/poolValuer'
import type { PriceRoutes } from '../../liquidity/priceRoutes'
import { toProviderResults } from '../../liquidity/providerResults'
import type { OnProgress } from '../progress'
import { foldPool } from './foldPool'
import { toEventFilters, toPoolFilters } from './poolPlaces'
import { toPriceGaps } from './priceGaps'
import { readGas } from './readGas'
import type { FollowedPool } from './readPoolFacts'
import type { Rewards } from './takeRewards'

/** What a pool's providers are reckoned with. */
export interface ProfitsWork {
  slug: string
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
  /** Of the pool, every whole day up to the block */
  prices: readonly PoolDayPrice[]
  routes: PriceRoutes
  rewards: readonly Rewards[]
  /** See `toPoolRecipe` */
  recipe: string
  /** Whether the days that are kept were made as they are made today */
  keepsDays: boolean
}

/**
 * What every provider of a pool put in, took out and earned up to a block, and what the pool was at the end of each day: folded from kept logs,
 * priced by pools, with gas from receipts, and saved in one transaction.
 *
 * Reckoned anew each time: every flow, holding and result, from the pool's first log on. Kept: days of history, prices of days and receipts.
 *
 * @returns how many providers there have been and how many days of history were added
 * @throws Error in plain words where its logs do not reach the block
 */
export async function takeProfits(work: ProfitsWork, pool: FollowedPool, block: Block): Promise<{ providers: number; days: number }> {
  const { slug, database, prices, routes, rewards, keepsDays, recipe } = work
  const { facts } = pool
  const end = await loadEventsEnd(database, toEventFilters(facts.chainId, toPoolFilters(pool)))
  if (end === null || end < block.number) throw new Error(`providers of ${facts.name}: its logs are ${end === null ? 'not read yet' : `read up to block ${end}, needed is block ${block.number}`}`)
  const kept = new Set(keepsDays ? (await loadPoolDays(database, pool.id)).map(({ day }) => day) : [])
  const folded = await foldPool(work, pool, prices.filter(({ day, block: last }) => last <= block.number && !kept.has(day)), block.number)
  const paid = rewards.filter(({ stakeToken }) => stakeToken === facts.address)
  const doings = [
    ...folded.flows.map(({ flow: { account, blockNumber }, transaction }) => ({ account, blockNumber, transaction })),
    ...paid.flatMap(({ doings }) => doings),
  ]
  const gas = await readGas(work, doings, `gas in ${facts.name}`)
  const valuer = toPoolValuer({ facts, prices, routes, at: block.number })
  const results = toProviderResults({
    valuer,
    flows: folded.flows.map(({ flow }) => flow),
    holdings: folded.holdings,
    rewards: paid.flatMap(({ payments }) => payments),
    gas: gas.payments,
  })
  const reading: PoolReading = {
    block,
    markDay: valuer.mark,
    marks: Object.fromEntries(currencies.map((currency) => [currency, toMark(valuer, currency)])) as Record<Currency, PoolMark | null>,
    state: folded.state,
    concentration: folded.concentration,
    gaps: [...toPriceGaps(valuer), ...gas.gaps],
  }
  await savePoolReading(database, slug, pool.id, { reading, results, ranges: folded.ranges, days: folded.days, recipe })
  return { providers: results.length, days: folded.days.length }
}

const one = 1n << 128n

function toMark(valuer: PoolValuer, currency: Currency): PoolMark | null {
  const { facts, mark } = valuer
  const [value0, value1] = facts.tokens.map(({ address }) => valuer.token(address, one, mark, currency))
  const path = valuer.path(currency)
  return value0 == null || value1 == null || !path ? null : { values: [value0, value1], path: [facts.address, ...path] }
}
