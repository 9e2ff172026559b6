import { toDay } from '../chain/dayEnds'
import type { Block } from '../domain/snapshot'

const daySeconds = 86_400

/**
 * When blocks were: within its UTC day, which is certain where the end of the day before is known, a block's time is what the pace of the chain between
 * known blocks lets expect.
 *
 * @param dayEnds the last block of each day, as far as known, oldest first; a day without blocks ends with the one before
 * @param newest its day has not ended
 * @returns Unix seconds of a block up to the newest
 * @example openClock(new Map([['1970-01-01', { number: 10, timestamp: 86_000 }]]), { number: 20, timestamp: 90_000 })(15) // 88000
 */
export function openClock(dayEnds: ReadonlyMap<string, Pick<Block, 'number' | 'timestamp'>>, newest: Pick<Block, 'number' | 'timestamp'>): (block: number) => number {
  const moments = [...[...dayEnds].filter(([, { number }]) => number < newest.number), [toDay(newest.timestamp), newest] as const]
  return (block) => {
    let [low, high] = [0, moments.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (moments[middle]![1].number < block) low = middle + 1
      else high = middle
    }
    const [day, to] = moments[low]!
    const before = moments[low - 1]
    if (!before || to.number === block) return to.timestamp
    const [dayBefore, from] = before
    const expected = Math.floor(from.timestamp + ((block - from.number) * (to.timestamp - from.timestamp)) / (to.number - from.number))
    const start = Date.parse(`${day}T00:00:00Z`) / 1000
    return toDay(start - daySeconds) === dayBefore ? Math.max(expected, start) : expected
  }
}
