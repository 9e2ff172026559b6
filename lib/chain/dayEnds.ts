import type { Block } from '../domain/snapshot'

const secondsADay = 86_400

/** The UTC day of a moment, as in '2026-04-01'. */
export const toDay = (timestamp: number): string => new Date(timestamp * 1000).toISOString().slice(0, 10)

/** The UTC day so many days after another. @example toDayAfter('2026-03-01', -1) // '2026-02-28' */
export const toDayAfter = (day: string, days: number): string => toDay(Date.parse(`${day}T00:00:00Z`) / 1000 + days * secondsADay)

/**
 * Finds the last block of each whole UTC day between two blocks, in few questions: the blocks known so far bracket each
 * midnight, the next guess is interpolated between them, and all midnights ask in the same round.
 *
 * @param readBlock asks the chain for one block
 * @param first where the first day begins to count
 * @param last a final block; its own day has not ended and is left out
 * @param onProgress days found, days in all
 * @returns day → last block with a timestamp before its end; a day without a block repeats the block before it
 * @example await findDayEnds(readBlock, first, last) // Map { '2023-01-01' => { number: 41, … }, … }
 */
export async function findDayEnds(
  readBlock: (number: number) => Promise<Block>,
  first: Block,
  last: Block,
  onProgress?: (done: number, total: number) => void,
): Promise<Map<string, Block>> {
  const ends: number[] = []
  for (let end = (Math.floor(first.timestamp / secondsADay) + 1) * secondsADay; end <= last.timestamp; end += secondsADay) ends.push(end)
  const found = await findLastBefore(readBlock, ends, first, last, onProgress)
  return new Map([...found].map(([end, block]) => [toDay(end - 1), block]))
}

/**
 * The last block before each of some moments, in few questions.
 *
 * @param ends Unix seconds: later than the first block, and not later than the last one
 * @returns by moment, in their order
 * @example (await findLastBefore(readBlock, [1_700_000_000], first, last)).get(1_700_000_000)?.number // 18_573_000
 */
export async function findLastBefore(
  readBlock: (number: number) => Promise<Block>,
  ends: Iterable<number>,
  first: Block,
  last: Block,
  onProgress?: (done: number, total: number) => void,
): Promise<Map<number, Block>> {
  const open = new Map<number, { low: Block; high: Block; rounds: number }>()
  for (const end of ends) open.set(end, { low: first, high: last, rounds: 0 })
  const found = new Map<number, Block>()
  const known = [first, last]
  const total = open.size
  while (open.size > 0) {
    known.sort((a, b) => a.number - b.number)
    const guesses = new Set<number>()
    for (const [end, bracket] of open) {
      narrow(bracket, known, end)
      if (bracket.high.number - bracket.low.number <= 1) {
        found.set(end, bracket.low)
        open.delete(end)
      } else guesses.add(guess(bracket, end))
    }
    known.push(...(await Promise.all([...guesses].map(readBlock))))
    onProgress?.(found.size, total)
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}

/** Invariant: low lies before the day's end, high at it or after. */
function narrow(bracket: { low: Block; high: Block }, known: readonly Block[], end: number): void {
  for (let step = 1 << Math.floor(Math.log2(known.length)), at = -1; step >= 1; step >>= 1) {
    const candidate = known[at + step]
    if (!candidate) continue
    if (candidate.timestamp < end) {
      at += step
      if (candidate.number > bracket.low.number) bracket.low = candidate
    } else if (candidate.number < bracket.high.number) bracket.high = candidate
  }
}

/** Interpolates; every third guess halves instead, so that uneven block times cannot make it creep. */
function guess(bracket: { low: Block; high: Block; rounds: number }, end: number): number {
  const { low, high } = bracket
  bracket.rounds += 1
  const width = high.number - low.number
  const share = bracket.rounds % 3 === 0 ? 0.5 : (end - low.timestamp) / (high.timestamp - low.timestamp)
  return low.number + Math.min(width - 1, Math.max(1, Math.floor(width * share)))
}
