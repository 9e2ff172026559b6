import type { Moment } from './governance/toBlockAt'

/**
 * When a block was, as the pace of the chain between known blocks lets expect; beyond them at the pace of the nearest two.
 *
 * @param known oldest first
 * @returns Unix seconds, whole; the time of the only known block with one
 * @throws RangeError where no block's time is known
 * @example toTimeAt([{ block: 0, timestamp: 0 }, { block: 100, timestamp: 1200 }], 50) // 600
 */
export function toTimeAt(known: readonly Moment[], block: number): number {
  let [low, high] = [0, known.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (known[middle]!.block < block) low = middle + 1
    else high = middle
  }
  const upper = Math.min(Math.max(1, low), known.length - 1)
  const [from, to] = [known[upper - 1] ?? known[0], known[upper]]
  if (!from || !to) throw new RangeError('toTimeAt: no block’s time is known')
  if (from.block === to.block) return to.timestamp
  return Math.floor(from.timestamp + ((block - from.block) * (to.timestamp - from.timestamp)) / (to.block - from.block))
}
