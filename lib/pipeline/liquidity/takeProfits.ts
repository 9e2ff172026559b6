import type { Database } from '@/db/database'
import { savePoolReading } from '@/db/pools'
import type { ChainReader } from '../../chain/reader'
import { currencies, type Currency, type PoolFacts } from '../../domain/pool'
import type { PoolMark, PoolReading } from '../../domain/poolReading'
import type { ProviderFlow } from '../../domain/provider'
import type { Block, Gap } from '../../domain/snapshot'
import { toPoolValuer, type PoolValuer } from '../../liquidity/poolValuer'
import type { PriceRoutes } from '../../liquidity/priceRoutes'
import { toProviderResults } from '../../liquidity/providerResults'
import type { Doing } from '../../liquidity/sharedGas'
import { askOwed } from '../farming/askOwed'
import { toUntoldGaps } from '../farming/untoldGaps'
import type { OnProgress } from '../progress'
import type { FlowTransaction, FoldedPool } from './foldPool'
import { toPriceGaps } from './priceGaps'
import { readContractProviders } from './readContractProviders'
import { readGas } from './readGas'
import type { FollowedPool } from './readPoolFacts'

/** What a pool's providers are reckoned with, beside its own logs. */
export interface ProfitsWork {
  slug: string
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
  routes: PriceRoutes
}

/**
 * What every provider of a pool put in, took out and earned up to a block: priced by pools, with gas from receipts, and saved with the pool's days in
 * one transaction.
 *
 * Reckoned anew each time: every flow, holding and result, from the pool's first log on. Kept: days of history, prices of days and receipts.
 *
 * @param recipe see `toPoolRecipe`
 * @returns how many providers there have been
 */
export async function takeProfits(work: ProfitsWork, pool: FollowedPool, folded: FoldedPool, block: Block, recipe: string): Promise<number> {
  const { slug, database, routes } = work
  const { facts } = pool
  const owed = await Promise.all(folded.rewards.programs.map(async ({ place, record }) => ({ place, ...(await askOwed(work, place, record, block)) })))
  const gas = await readGas(work, toDoings(folded.flows, folded.rewards.doings), `gas in ${facts.name}`)
  const valuer = toPoolValuer({ facts, prices: folded.prices, routes, at: block.number })
  const results = toProviderResults({
    valuer,
    flows: toFlows(folded.flows),
    holdings: folded.holdings,
    rewards: folded.rewards.payments,
    owed: owed.flatMap(({ place: { program }, owed: claims }) => claims.flatMap(folded.handOn).map((claim) => ({ ...claim, token: program.rewardToken }))),
    gas: gas.payments,
  })
  const contracts = await readContractProviders(work.reader, pool, folded.state, folded.holdings, block.number)
  const reading: PoolReading = {
    block,
    markDay: valuer.mark,
    marks: Object.fromEntries(currencies.map((currency) => [currency, toMark(valuer, currency)])) as Record<Currency, PoolMark | null>,
    state: folded.state,
    concentration: folded.concentration,
    contractProviders: contracts.providers,
    gaps: [...folded.gaps, ...toPriceGaps(valuer), ...gas.gaps, ...owed.flatMap(({ gaps }) => gaps), ...toUntold(folded.rewards, facts), ...contracts.gaps],
  }
  await savePoolReading(database, slug, pool.id, { reading, results, ranges: folded.ranges, days: folded.days, recipe })
  return results.length
}

/** What was paid and may have been for a stake in another pool. */
const toUntold = ({ programs }: FoldedPool['rewards'], { tokens }: PoolFacts): Gap[] =>
  programs.flatMap(({ place: { wrapper }, record: { book } }) => toUntoldGaps(wrapper, book.untold?.() ?? [], tokens))

/** Who did something in which transaction, one after the other: there are a quarter of a million. */
function* toDoings(flows: readonly FlowTransaction[], others: readonly Doing[]): Generator<Doing> {
  for (const { flow: { account, blockNumber, passive }, transaction } of flows) if (!passive) yield { account, blockNumber, transaction }
  yield* others
}

function* toFlows(flows: readonly FlowTransaction[]): Generator<ProviderFlow> {
  for (const { flow } of flows) yield flow
}

const one = 1n << 128n

function toMark(valuer: PoolValuer, currency: Currency): PoolMark | null {
  const { facts, mark } = valuer
  const [value0, value1] = facts.tokens.map(({ address }) => valuer.token(address, one, mark, currency))
  const path = valuer.path(currency)
  return value0 == null || value1 == null || !path ? null : { values: [value0, value1], path: [facts.address, ...path] }
}
