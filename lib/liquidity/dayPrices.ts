import type { PoolDayPrice } from '../domain/pool'

/** A UTC day on the chain: its first and last block. */
export interface DayBlocks {
  /** As in 2026-04-01 */
  day: string
  firstBlock: number
  lastBlock: number
}

/** A pool's prices as they add up into days. */
export interface DayPriceFold {
  /**
   * The price after a log, token1 for token0 in smallest units times 2¹²⁸, in the chain's order; of several in one block the last counts.
   *
   * @throws RangeError for a block before the last one
   */
  add(blockNumber: number, price: bigint): void
  /** The days up to the last one that was named, those before the first price left out. To be called once, after the last price */
  end(): PoolDayPrice[]
}

/**
 * What a pool's token0 cost on each day: the mean over the day's blocks, each weighing the same, a block's price being the one after its last
 * log. A day without trades goes on with the last price; blocks before the first price weigh nothing. Σ price · blocks is exact and divided
 * once, rounded down. Prices after the last day's end are ignored: its day is not over.
 *
 * @param days without overlap, in order
 * @param before the price before the first of these days, as the `close` of an earlier day: so that history goes on where it ended
 * @example
 * const fold = openDayPrices([{ day: '2026-04-01', firstBlock: 10, lastBlock: 13 }])
 * fold.add(11, 4n) // blocks 11 and 12
 * fold.add(13, 10n)
 * fold.end() // [{ day: '2026-04-01', block: 13, mean: 6n, close: 10n }]: (4 + 4 + 10) / 3
 */
export function openDayPrices(days: readonly DayBlocks[], before: bigint | null = null): DayPriceFold {
  const ended: PoolDayPrice[] = []
  let place = 0
  let price = before
  /** The first block whose price is not weighed yet */
  let next = 0
  let sum = 0n
  let blocks = 0

  /** Weighs the blocks from `next` up to and without `block` at the price that they have. */
  const weighUpTo = (block: number) => {
    for (let day = days[place]; day && next < block && day.firstBlock < block; day = days[place]) {
      const from = Math.max(next, day.firstBlock)
      const to = Math.min(block, day.lastBlock + 1)
      if (price !== null && to > from) {
        sum += price * BigInt(to - from)
        blocks += to - from
      }
      next = Math.max(next, to)
      if (to <= day.lastBlock) return
      if (price !== null && blocks > 0) ended.push({ day: day.day, block: day.lastBlock, mean: sum / BigInt(blocks), close: price })
      ;[sum, blocks] = [0n, 0]
      place++
    }
    next = Math.max(next, block)
  }

  return {
    add: (blockNumber, after) => {
      if (blockNumber < next) throw new RangeError(`openDayPrices: block ${blockNumber} comes after block ${next}`)
      weighUpTo(blockNumber)
      price = after
    },
    end: () => {
      weighUpTo(Infinity)
      return ended
    },
  }
}

/**
 * The same for prices that are all at hand.
 *
 * @example toDayPrices([{ blockNumber: 1, price: 2n }], [{ day: '2026-04-01', firstBlock: 0, lastBlock: 9 }]) // [{ …, mean: 2n, close: 2n }]
 */
export function toDayPrices(prices: Iterable<{ blockNumber: number; price: bigint }>, days: readonly DayBlocks[], before: bigint | null = null): PoolDayPrice[] {
  const fold = openDayPrices(days, before)
  for (const { blockNumber, price } of prices) fold.add(blockNumber, price)
  return fold.end()
}
