import type { Database } from '@/db/database'
import { loadEventsEnd, loadFirstEvent } from '@/db/eventLogs'
import { loadPoolPrices, savePoolPrices } from '@/db/poolPrices'
import type { ChainReader } from '../../chain/reader'
import type { PoolDayPrice } from '../../domain/pool'
import type { Block } from '../../domain/snapshot'
import { openDayPrices, type DayBlocks } from '../../liquidity/dayPrices'
import { completeDayEnds } from '../completeDayEnds'
import type { OnProgress } from '../progress'
import { toEventFilters, toPriceFilters, type ReadPool } from './poolPlaces'
import { streamLogs } from './streamLogs'

/**
 * What a pool's token0 cost on every whole day up to a block, from its kept logs. Days that are kept stay; those after them are told from the logs
 * after them, and kept as well.
 *
 * @param isFollowed whether its providers are followed, or only its price
 * @throws Error in plain words where its logs do not reach the block
 */
export async function takePoolPrices(
  { reader, database, onProgress }: { reader: ChainReader; database: Database; onProgress?: OnProgress },
  pool: ReadPool,
  isFollowed: boolean,
  newest: Block,
): Promise<PoolDayPrice[]> {
  const { place: { chainId, address, name }, source } = pool
  const filters = toEventFilters(chainId, toPriceFilters(pool, isFollowed))
  const end = await loadEventsEnd(database, filters)
  if (end === null || end < newest.number) throw new Error(`prices of ${name}: its logs are ${end === null ? 'not read yet' : `read up to block ${end}, needed is block ${newest.number}`}`)
  const [kept, firstBlock] = [await loadPoolPrices(database, chainId, address), await loadFirstEvent(database, filters)]
  if (firstBlock === null) return kept
  const last = kept.at(-1)
  const ends = [...(await completeDayEnds({ reader, database, onProgress }, firstBlock, newest))]
  const missing = toDayBlocks(ends).filter(({ day }) => !last || day > last.day)
  if (missing.length === 0) return kept
  const fold = openDayPrices(missing, last?.close ?? null)
  for await (const { logs, upTo } of streamLogs(database, filters, last?.block ?? -1, missing.at(-1)!.lastBlock)) {
    for (const log of logs) {
      const price = source.toPrice(log)
      if (price !== null) fold.add(log.blockNumber, price)
    }
    onProgress?.({ label: `prices of ${name}`, unit: 'blocks', done: upTo - firstBlock + 1, total: newest.number - firstBlock + 1 })
  }
  const taken = fold.end()
  await savePoolPrices(database, chainId, address, taken)
  return [...kept, ...taken]
}

/** A day begins behind the end of the day before; what lies before the first end counts to the first day. */
const toDayBlocks = (ends: readonly (readonly [string, Block])[]): DayBlocks[] =>
  ends.map(([day, { number }], place) => ({ day, firstBlock: place === 0 ? 0 : ends[place - 1]![1].number + 1, lastBlock: number }))
