import type { Database } from '@/db/database'
import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import type { Claim } from '../../domain/distribution'
import type { PoolDayPrice, PoolState } from '../../domain/pool'
import type { PoolConcentration, PoolDay } from '../../domain/poolReading'
import type { ProviderFlow, ProviderHolding, ProviderRange } from '../../domain/provider'
import type { Block, Gap } from '../../domain/snapshot'
import type { DayBlocks } from '../../liquidity/dayPrices'
import { assertEventsReach } from '../assertEventsReach'
import type { ProgramLedgers } from '../farming/loadProgram'
import type { OnProgress } from '../progress'
import { toConcentration } from './concentration'
import { loadRewards, toPoolRewards, type Rewards } from './loadRewards'
import { toEventFilters, toPoolFilters } from './poolPlaces'
import type { FollowedPool } from './readPoolFacts'
import { streamLogs } from './streamLogs'
import { openPoolPrices } from './takePoolPrices'

/** A flow, and the transaction in which it happened; null where that is not kept. */
export interface FlowTransaction {
  flow: ProviderFlow
  transaction: string | null
}

/** All that a pool's logs tell up to a block. */
export interface FoldedPool {
  /** Of every whole day, oldest first */
  prices: PoolDayPrice[]
  flows: FlowTransaction[]
  /** Those that were asked for */
  days: PoolDay[]
  state: PoolState
  concentration: PoolConcentration
  holdings: ProviderHolding[]
  ranges: ProviderRange[]
  /** What was paid to a contract that keeps shares is its owners', by what each had after that block */
  rewards: Rewards
  /** What a contract has that keeps shares, as its owners have it now; what anybody else has stays whose it is */
  handOn: (claim: Claim) => Claim[]
  gaps: Gap[]
}

/**
 * Folds a pool's kept logs from its first one to a block, in pieces: its providers and its prices in one pass.
 *
 * @param keptDays days of history that are kept: only the others are told
 * @throws Error in plain words where its logs do not reach the block; that of its book where a log does not follow from those before it
 */
export async function foldPool(work: { ledgers: ProgramLedgers['ledgers']; reader: ChainReader; database: Database; onProgress?: OnProgress }, pool: FollowedPool, keptDays: ReadonlySet<string>, newest: Block): Promise<FoldedPool> {
  const { database, onProgress } = work
  const { place: { chainId, name, firstBlock }, source, facts, stakings } = pool
  const filters = toEventFilters(chainId, toPoolFilters(pool))
  const upTo = newest.number
  await assertEventsReach(database, filters, upTo, `providers of ${name}`)
  const prices = await openPoolPrices(work, pool, true, newest)
  const days = prices.days.filter(({ day }) => !keptDays.has(day))
  const book = source.open(facts, stakings)
  const flows: FlowTransaction[] = []
  const taken: PoolDay[] = []
  /** null after further logs */
  let concentration: PoolConcentration | null = null
  const concentrate = (): PoolConcentration => (concentration ??= toConcentration(book.weights()))
  const add = (logs: readonly Log[]) => {
    if (logs.length === 0) return
    book.add(logs)
    concentration = null
  }
  const endDay = ({ day, lastBlock }: DayBlocks) => taken.push({ day, state: book.state(lastBlock), concentration: concentrate() })
  const rewards = await loadRewards(database, work.ledgers, pool, upTo)
  const { payments } = rewards
  const ofKeepers = new Set(payments.filter(({ account }) => book.ownersOf(account, 0n)))
  const handed = payments.filter((payment) => !ofKeepers.has(payment))
  const handOn = <Paid extends Claim>(paid: Paid): Paid[] =>
    book.ownersOf(paid.account, paid.amount)?.flatMap(({ account, part }) => (part > 0n ? [{ ...paid, account, amount: part }] : [])) ?? [paid]
  const stops = [
    ...[...ofKeepers].map((payment) => ({ block: payment.blockNumber, reach: () => void handed.push(...handOn(payment)) })),
    ...days.map((day) => ({ block: day.lastBlock, reach: () => void endDay(day) })),
  ].sort((one, other) => one.block - other.block)
  let next = 0
  for await (const { logs, upTo: told } of streamLogs(database, filters, -1, upTo)) {
    prices.add(logs)
    let from = 0
    for (let stop = stops[next]; stop && stop.block <= told; stop = stops[++next]) {
      const to = toFirstAfter(logs, stop.block, from)
      if (to > from) add(logs.slice(from, to))
      stop.reach()
      from = to
    }
    add(from === 0 ? logs : logs.slice(from))
    for (const flow of book.takeFlows()) flows.push({ flow, transaction: toTransaction(logs, flow) })
    onProgress?.({ label: `providers of ${name}`, unit: 'blocks', done: told - firstBlock + 1, total: upTo - firstBlock + 1 })
  }
  return {
    prices: await prices.end(), flows, days: taken, state: book.state(upTo), concentration: concentrate(), holdings: book.holdings(), ranges: book.ranges(),
    rewards: toPoolRewards({ ...rewards, payments: handed }, book.isKept, upTo), handOn, gaps: book.gaps(),
  }
}

/** The place of the first log after a block, at `from` or behind it. */
function toFirstAfter(logs: readonly Log[], block: number, from: number): number {
  let [low, high] = [from, logs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (logs[middle]!.blockNumber <= block) low = middle + 1
    else high = middle
  }
  return low
}

function toTransaction(logs: readonly Log[], { blockNumber, logIndex }: ProviderFlow): string | null {
  for (let place = toFirstAfter(logs, blockNumber - 1, 0); logs[place]?.blockNumber === blockNumber; place += 1) {
    const { logIndex: index, transactionHash } = logs[place]!
    if (index === logIndex) return transactionHash ?? null
  }
  return null
}
