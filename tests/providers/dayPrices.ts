import { z } from 'zod'
import type { Rpc } from '@/lib/demo/rpc'
import type { Address } from '@/lib/domain/address'
import type { Happening } from './happenings'

/** What a token0 costs in token1, smallest units, after a block in which that changed. */
export interface PoolPrice {
  blockNumber: number
  price: number
}

/** Which UTC day a block is of, counted from 1970; the newest that is over is the mark. */
export interface Days {
  dayOf: (blockNumber: number) => number
  mark: number
  /** First and last block of each day that is over */
  blocks: ReadonlyMap<number, readonly [first: number, last: number]>
}

/** The days of all blocks from one on, as the node tells their times. */
export async function readDays(rpc: Rpc, firstBlock: number, lastBlock: number): Promise<Days> {
  const blocks = Array.from({ length: lastBlock - firstBlock + 1 }, (_, place) => firstBlock + place)
  const headers = z.array(z.object({ timestamp: z.string() })).parse(await rpc.batch(blocks.map((block) => ['eth_getBlockByNumber', `0x${block.toString(16)}`, false] as const)))
  const dayOf = new Map(blocks.map((block, place) => [block, Math.floor(Number(headers[place]!.timestamp) / 86_400)]))
  const newest = dayOf.get(lastBlock)!
  const spans = new Map<number, [number, number]>()
  for (const [block, day] of dayOf) {
    const span = spans.get(day)
    if (span) span[1] = block
    else if (day < newest) spans.set(day, [block, block])
  }
  const mark = newest - 1
  return { dayOf: (block) => Math.min(dayOf.get(block)!, mark), mark, blocks: spans }
}

/** The prices that a pool had, from its Sync or Swap logs. */
export function toPrices(happenings: readonly Happening[], pool: Address): PoolPrice[] {
  const prices: PoolPrice[] = []
  for (const { blockNumber, events } of happenings)
    for (const { address, name, args } of events) {
      if (address !== pool) continue
      const { reserve0, reserve1, sqrtPriceX96 } = args as unknown as { reserve0: bigint; reserve1: bigint; sqrtPriceX96: bigint }
      if (name === 'Sync') prices.push({ blockNumber, price: Number(reserve1) / Number(reserve0) })
      if (name === 'Swap' || name === 'Initialize') if (sqrtPriceX96) prices.push({ blockNumber, price: (Number(sqrtPriceX96) / 2 ** 96) ** 2 })
    }
  return prices
}

/** Each day's mean price: block by block, each with the price after its last log, those before the first price left out. */
export function toMeans(prices: readonly PoolPrice[], { blocks }: Days): Map<number, number> {
  const means = new Map<number, number>()
  const after = new Map(prices.map(({ blockNumber, price }) => [blockNumber, price]))
  let price = [...prices].filter(({ blockNumber }) => blockNumber < [...blocks.values()][0]![0]).at(-1)?.price ?? null
  for (const [day, [first, last]] of blocks) {
    let [sum, count] = [0, 0]
    for (let block = first; block <= last; block++) {
      price = after.get(block) ?? price
      if (price !== null) [sum, count] = [sum + price, count + 1]
    }
    if (count > 0) means.set(day, sum / count)
  }
  return means
}
