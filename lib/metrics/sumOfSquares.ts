import { blockSize } from './blockSums'
import { perDistribution } from './perDistribution'

/**
 * Σ amount² in squared smallest units, exact: what HHI, effective holders and collision entropy are made of.
 * Digits of 16 bits are multiplied and added up as doubles within a block: each sum stays below 2^(16 + 16 + 10), so nothing is rounded.
 *
 * @returns 0n for no holders
 * @example sumOfSquares(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // 10n
 */
export const sumOfSquares = perDistribution((distribution) => {
  const { digits } = distribution.columns
  const count = distribution.count
  const block = Array.from({ length: 2 * digits.length }, () => new Float64Array(blockSize))
  let sum = 0n
  for (let start = 0; start < count; start += blockSize) {
    const size = Math.min(blockSize, count - start)
    // The list falls: what is 0 for a block's first holder in all higher digits is so for the whole block.
    let used = digits.length
    while (used > 1 && digits[used - 1]![start] === 0) used--
    for (let d = 0; d < used; d++) split(digits[d]!, start, size, block[2 * d]!, block[2 * d + 1]!)
    for (let one = 0; one < 2 * used; one++) {
      for (let other = one; other < 2 * used; other++) {
        const products = sumOfProducts(block[one]!, block[other]!, size)
        if (products > 0) sum += BigInt(products) << BigInt(16 * (one + other) + (one === other ? 0 : 1))
      }
    }
  }
  return sum
})

function split(digits: Uint32Array, start: number, size: number, low: Float64Array, high: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const digit = digits[start + i]!
    low[i] = digit & 0xffff
    high[i] = digit >>> 16
  }
}

function sumOfProducts(one: Float64Array, other: Float64Array, size: number): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += one[i]! * other[i]!
  return sum
}
