import { RangeRefusedError } from './errors'
import type { Log } from './log'

/** The logs of blocks `fromBlock` to `toBlock`, both included, in the chain's order. */
export interface LogRange {
  fromBlock: number
  toBlock: number
  logs: readonly Log[]
}

/** Where a range answers with fewer logs than this, the next may be wider. */
const comfortable = 5_000
const firstSpan = 2_000
const widestSpan = 1_000_000

/**
 * Reads the logs from one block to another as consecutive ranges, in order, several questions in flight.
 * A refused range is halved until it is answered and the following ones start smaller; every comfortable answer
 * widens them again.
 *
 * @param fetchLogs asks the provider; throws RangeRefusedError to be asked for less
 * @throws RangeRefusedError when a single block is refused; whatever else `fetchLogs` throws
 */
export async function* toLogRanges(
  fetchLogs: (fromBlock: number, toBlock: number) => Promise<readonly Log[]>,
  fromBlock: number,
  toBlock: number,
  { inFlight = 8, span = firstSpan }: { inFlight?: number; span?: number } = {},
): AsyncGenerator<LogRange> {
  async function fetchRange(from: number, to: number): Promise<LogRange[]> {
    try {
      const logs = await fetchLogs(from, to)
      const width = to - from + 1
      if (logs.length < comfortable && width >= span) span = Math.min(widestSpan, width * 2)
      return [{ fromBlock: from, toBlock: to, logs }]
    } catch (error) {
      if (!(error instanceof RangeRefusedError) || from === to) throw error
      const middle = from + Math.floor((to - from) / 2)
      span = Math.max(1, Math.min(span, middle - from + 1))
      return [...(await fetchRange(from, middle)), ...(await fetchRange(middle + 1, to))]
    }
  }

  const queue: Promise<LogRange[]>[] = []
  let next = fromBlock
  const fill = () => {
    while (queue.length < inFlight && next <= toBlock) {
      const to = Math.min(toBlock, next + span - 1)
      const task = fetchRange(next, to)
      // Met again when its turn comes; until then an early failure must not count as unhandled.
      task.catch(() => undefined)
      queue.push(task)
      next = to + 1
    }
  }
  for (fill(); queue.length > 0; fill()) yield* await queue.shift()!
}
