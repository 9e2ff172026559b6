import type { Database } from '@/db/database'
import { loadFirstEvent, type EventFilter } from '@/db/eventLogs'
import { loadPoolPrices, savePoolPrices } from '@/db/poolPrices'
import type { Log } from '../../chain/log'
import type { ChainReader } from '../../chain/reader'
import type { PoolDayPrice } from '../../domain/pool'
import type { Block } from '../../domain/snapshot'
import { openDayPrices, type DayBlocks } from '../../liquidity/dayPrices'
import { assertEventsReach } from '../assertEventsReach'
import { completeDayEnds } from '../completeDayEnds'
import type { OnProgress } from '../progress'
import { toEventFilters, toPriceFilters, type ReadPool } from './poolPlaces'
import { streamLogs } from './streamLogs'

interface Work {
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}

/** A pool's prices by the day: those that are kept, and how the others come to be. */
export interface OpenPoolPrices {
  filters: readonly EventFilter[]
  /** Every whole day since its first log */
  days: readonly DayBlocks[]
  /** Behind which block logs are needed, and up to which; null where no day is missing */
  needs: { after: number; upTo: number } | null
  /** Logs of the filters in the chain's order; those that came before the missing days, and of other filters, change nothing */
  add(logs: readonly Log[]): void
  /** Keeps the days that were missing. @returns every day, oldest first */
  end(): Promise<PoolDayPrice[]>
}

/**
 * Opens what a pool's token0 cost on every whole day up to a block. Days that are kept stay; those after them are told from the logs after them.
 *
 * @param isFollowed whether its providers are followed, or only its price
 * @throws Error in plain words where its logs do not reach the block
 */
export async function openPoolPrices({ reader, database, onProgress }: Work, pool: ReadPool, isFollowed: boolean, newest: Block): Promise<OpenPoolPrices> {
  const { place: { chainId, address, name }, source } = pool
  const filters = toEventFilters(chainId, toPriceFilters(pool, isFollowed))
  await assertEventsReach(database, filters, newest.number, `prices of ${name}`)
  const [kept, firstBlock] = [await loadPoolPrices(database, chainId, address), await loadFirstEvent(database, filters)]
  const last = kept.at(-1)
  const ends = firstBlock === null ? [] : [...(await completeDayEnds({ reader, database, onProgress }, firstBlock, newest))]
  const days = toDayBlocks(ends)
  const missing = days.filter(({ day }) => !last || day > last.day)
  const fold = openDayPrices(missing, last?.close ?? null)
  const upTo = missing.at(-1)?.lastBlock
  return {
    filters,
    days,
    needs: upTo === undefined ? null : { after: last?.block ?? -1, upTo },
    add(logs) {
      if (upTo === undefined) return
      for (const log of logs) {
        const price = log.address === address && source.priceTopics.some((topic) => topic === log.topics[0]) ? source.toPrice(log) : null
        if (price !== null && log.blockNumber <= upTo) fold.add(log.blockNumber, price)
      }
    },
    async end() {
      const taken = fold.end()
      await savePoolPrices(database, chainId, address, taken)
      return [...kept, ...taken]
    },
  }
}

/** The same from beginning to end, for a pool whose logs are not folded anyway. */
export async function takePoolPrices(work: Work, pool: ReadPool, isFollowed: boolean, newest: Block): Promise<PoolDayPrice[]> {
  const prices = await openPoolPrices(work, pool, isFollowed, newest)
  const { needs, filters } = prices
  if (needs)
    for await (const { logs, upTo } of streamLogs(work.database, filters, needs.after, needs.upTo)) {
      prices.add(logs)
      work.onProgress?.({ label: `prices of ${pool.place.name}`, unit: 'blocks', done: upTo - needs.after, total: needs.upTo - needs.after })
    }
  return prices.end()
}

/** A day begins behind the end of the day before; what lies before the first end counts to the first day. */
const toDayBlocks = (ends: readonly (readonly [string, Block])[]): DayBlocks[] =>
  ends.map(([day, { number }], place) => ({ day, firstBlock: place === 0 ? 0 : ends[place - 1]![1].number + 1, lastBlock: number }))
