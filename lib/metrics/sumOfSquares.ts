import { blockSize } from './blockSums'
import { perDistribution } from './perDistribution'

/** Digits of so many bits: a block's products add up to less than 2^(21 + 21 + 10), which a double holds exactly. */
const bits = 21

/**
 * Σ amount² in squared smallest units, exact: what HHI, effective holders and collision entropy are made of.
 * Digits of 21 bits are multiplied and added up as doubles within a block, where nothing is rounded, and as bigint from block to block.
 *
 * @returns 0n for no holders
 * @example sumOfSquares(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }])) // 10n
 */
export const sumOfSquares = perDistribution(({ columns: { digits }, count }) => {
  const block = Array.from({ length: Math.ceil((32 * digits.length) / bits) }, () => new Float64Array(blockSize))
  let sum = 0n
  for (let start = 0; start < count; start += blockSize) {
    const size = Math.min(blockSize, count - start)
    // The list falls: no one in the block has more digits than its first.
    const used = Math.ceil(toBitLength(digits, start) / bits)
    for (let digit = 0; digit < used; digit++) split(digits, digit, start, size, block[digit]!)
    for (let one = 0; one < used; one++) {
      for (let other = one; other < used; other++) {
        const products = sumOfProducts(block[one]!, block[other]!)
        if (products > 0) sum += BigInt(products) << BigInt(bits * (one + other) + (one === other ? 0 : 1))
      }
    }
  }
  return sum
})

function toBitLength(digits: readonly Uint32Array[], place: number): number {
  let used = digits.length
  while (used > 1 && digits[used - 1]![place] === 0) used--
  return 32 * used - Math.clz32(digits[used - 1]![place]!)
}

/** One digit of 21 bits of each holder in the block: it lies in one digit of 32 bits, or across two. */
function split(digits: readonly Uint32Array[], digit: number, start: number, size: number, to: Float64Array): void {
  const shift = (bits * digit) % 32
  const column = digits[Math.floor((bits * digit) / 32)]!
  const above = shift > 32 - bits ? digits[Math.floor((bits * digit) / 32) + 1] : undefined
  const mask = 2 ** bits - 1
  to.fill(0, size)
  if (above) for (let i = 0; i < size; i++) to[i] = ((column[start + i]! >>> shift) | (above[start + i]! << (32 - shift))) & mask
  else for (let i = 0; i < size; i++) to[i] = (column[start + i]! >>> shift) & mask
}

/** Four sums side by side, as each addition waits for the one before it. */
function sumOfProducts(one: Float64Array, other: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let i = 0; i < blockSize; i += 4) {
    a += one[i]! * other[i]!
    b += one[i + 1]! * other[i + 1]!
    c += one[i + 2]! * other[i + 2]!
    d += one[i + 3]! * other[i + 3]!
  }
  return a + b + c + d
}
