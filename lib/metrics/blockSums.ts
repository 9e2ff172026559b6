import { perDistribution } from './perDistribution'

/** So many holders a block: Σ place in the block · digit stays below 2^(9 + 10 + 32), which a double holds exactly. */
export const blockSize = 1024

/** Exact sums of a distribution, block by block. */
export interface BlockSums {
  /** `upTo[b]`: Σ amounts of the first b blocks */
  upTo: readonly bigint[]
  /** Σ place · amount over all holders, the largest at place 0 */
  byPlace: bigint
}

/**
 * Exact sums of amounts and of place · amount: added up as digits in doubles within a block, where nothing is rounded, and as bigint
 * from block to block.
 *
 * @example toBlockSums(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // { upTo: [0n, 4n], byPlace: 1n }
 */
export const toBlockSums = perDistribution((distribution): BlockSums => {
  const { digits } = distribution.columns
  const count = distribution.count
  const upTo = [0n]
  let byPlace = 0n
  for (let start = 0; start < count; start += blockSize) {
    const end = Math.min(start + blockSize, count)
    let sum = 0n
    for (let d = digits.length - 1; d >= 0; d--) {
      const column = digits[d]!
      let plain = 0
      let weighted = 0
      for (let i = start; i < end; i++) {
        plain += column[i]!
        weighted += (i - start) * column[i]!
      }
      // The list falls: a digit that is 0 throughout costs nothing more.
      if (plain === 0) continue
      const shift = BigInt(32 * d)
      sum += BigInt(plain) << shift
      byPlace += BigInt(weighted) << shift
    }
    byPlace += BigInt(start) * sum
    upTo.push(upTo.at(-1)! + sum)
  }
  return { upTo, byPlace }
})
