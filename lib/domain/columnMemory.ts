import { toHolders, type Distribution } from './distribution'

/** Lends out typed arrays and takes them back. What is lent holds whatever was in it before. */
export interface ColumnMemory {
  doubles(length: number): Float64Array
  words(length: number): Uint32Array
  /** Takes back all that a distribution is made of: nobody may read it any more. */
  reclaim(distribution: Distribution): void
}

/** Room for lists that grow a little from day to day. */
const slack = 1.1

/**
 * Memory for distributions that follow one another, each living for a moment only: to ask the system for new pages for each of them, and
 * to have them collected, takes longer than to fill them.
 *
 * @example const memory = toColumnMemory(); const after = toChangedDistribution(before, changes, memory); memory.reclaim(before)
 */
export function toColumnMemory(): ColumnMemory {
  const [forDoubles, forWords] = [toShelf(), toShelf()]
  return {
    doubles: (length) => new Float64Array(forDoubles.take(8 * length), 0, length),
    words: (length) => new Uint32Array(forWords.take(4 * length), 0, length),
    reclaim: (distribution) => {
      const { doubles, logs, digits } = distribution.columns
      for (const { buffer } of [doubles, logs]) forDoubles.free.push(buffer)
      for (const { buffer } of [...digits, toHolders(distribution).ids]) forWords.free.push(buffer)
    },
  }
}

function toShelf() {
  const free: ArrayBufferLike[] = []
  const take = (bytes: number): ArrayBufferLike => {
    for (let found = free.pop(); found; found = free.pop()) {
      // What has become too small, or was made for far more, is let go.
      if (found.byteLength >= bytes && found.byteLength <= 2 * bytes) return found
    }
    return new ArrayBuffer(8 * Math.ceil((bytes * slack) / 8))
  }
  return { free, take }
}
