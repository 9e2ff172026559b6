import { RangeRefusedError } from './errors'

/** The logs of blocks `fromBlock` to `toBlock`, both included, in the chain's order. */
export interface LogRange<Logs> {
  fromBlock: number
  toBlock: number
  logs: Logs
}

/** Where a range answers with fewer logs than this, the next may be wider. */
const comfortable = 5_000
/** Logs that may be on their way at once, by the length of the last answer: some 16 MB. The thicker the answers, the fewer at a time. */
const mostInFlight = 25_000
const firstSpan = 2_000
/** So many blocks one question is about at most. */
export const widestSpan = 1_000_000

/**
 * Reads the logs from one block to another as consecutive ranges, in order, several questions in flight.
 * A refused range is halved until it is answered and the following ones start smaller; every comfortable answer
 * widens them again.
 *
 * @param fetchLogs asks the provider; throws RangeRefusedError to be asked for less
 * @throws RangeRefusedError when a single block is refused; whatever else `fetchLogs` throws
 */
export async function* toLogRanges<Logs extends { length: number }>(
  fetchLogs: (fromBlock: number, toBlock: number) => Promise<Logs>,
  fromBlock: number,
  toBlock: number,
  { inFlight = 8, span = firstSpan }: { inFlight?: number; span?: number } = {},
): AsyncGenerator<LogRange<Logs>> {
  let lastLength = 0

  /** A range's logs, or null where the provider refuses it. */
  async function fetchRange(from: number, to: number): Promise<LogRange<Logs> | null> {
    try {
      const logs = await fetchLogs(from, to)
      const width = to - from + 1
      lastLength = logs.length
      if (logs.length < comfortable && width >= span) span = Math.min(widestSpan, width * 2)
      return { fromBlock: from, toBlock: to, logs }
    } catch (error) {
      if (!(error instanceof RangeRefusedError) || from === to) throw error
      span = Math.max(1, Math.min(span, Math.ceil((to - from + 1) / 2)))
      return null
    }
  }

  const ask = (from: number, to: number) => {
    const answer = fetchRange(from, to)
    // Met again when its turn comes; until then an early failure must not count as unhandled.
    answer.catch(() => undefined)
    return { from, to, answer }
  }

  const queue: ReturnType<typeof ask>[] = []
  let next = fromBlock
  for (;;) {
    while (queue.length < inFlight && (queue.length < 2 || queue.length * lastLength < mostInFlight) && next <= toBlock) {
      const to = Math.min(toBlock, next + span - 1)
      queue.push(ask(next, to))
      next = to + 1
    }
    const first = queue.shift()
    if (!first) return
    const range = await first.answer
    if (range) yield range
    else {
      const middle = first.from + Math.floor((first.to - first.from) / 2)
      queue.unshift(ask(first.from, middle), ask(middle + 1, first.to))
    }
  }
}
