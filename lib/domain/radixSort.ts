import { withScratch, type Scratch } from './scratch'

/** Three passes settle 32 bits: so many in each of the first two, and the others in the last. */
const digitBits = 11
const buckets = 2 ** digitBits
const digitMask = buckets - 1

/**
 * Sorts numbers below 2³² by their digits, smallest first, equals in the order in which they stood (Knuth, The Art of Computer Programming,
 * vol. 3, 5.2.5). Nothing is compared: three times through the list, where sorting by comparisons goes log₂ n times.
 *
 * @param pairs a number and whatever is to come along with it, and so on; written over
 * @param scratch where the answer lies
 * @example withScratch((scratch) => radixSort(Uint32Array.of(7, 0, 5, 1, 7, 2), scratch).slice()) // Uint32Array [5, 1, 7, 0, 7, 2]
 */
export function radixSort(pairs: Uint32Array, scratch: Scratch): Uint32Array {
  const other = scratch.words(pairs.length)
  const starts = toStarts(pairs)
  scatter(pairs, other, starts[0], 0)
  scatter(other, pairs, starts[1], digitBits)
  scatter(pairs, other, starts[2], 2 * digitBits)
  return other
}

function scatter(from: Uint32Array, to: Uint32Array, starts: Uint32Array, shift: number): void {
  for (let i = 0; i < from.length; i += 2) {
    const number = from[i]!
    const digit = (number >>> shift) & digitMask
    const at = starts[digit]!
    starts[digit] = at + 2
    to[at] = number
    to[at + 1] = from[i + 1]!
  }
}

/** For each digit of each pass, where the first pair with it goes. */
function toStarts(pairs: Uint32Array): [Uint32Array, Uint32Array, Uint32Array] {
  const [first, second, third] = [new Uint32Array(buckets), new Uint32Array(buckets), new Uint32Array(buckets)]
  for (let i = 0; i < pairs.length; i += 2) {
    const number = pairs[i]!
    first[number & digitMask]! += 2
    second[(number >>> digitBits) & digitMask]! += 2
    third[number >>> (2 * digitBits)]! += 2
  }
  for (const sizes of [first, second, third]) {
    for (let digit = 0, before = 0; digit < buckets; digit++) {
      const size = sizes[digit]!
      sizes[digit] = before
      before += size
    }
  }
  return [first, second, third]
}

/**
 * Calls for each run of two or more equal numbers with what came along with them.
 *
 * @param pairs as `radixSort` gives them
 * @param along what came along, alone: `along[i]` is `pairs[2 * i + 1]`. What is written into a run stays there.
 */
export function forEachTie(pairs: Uint32Array, along: Uint32Array, settle: (run: Uint32Array) => void): void {
  for (let start = 0, end = 1; start < along.length; start = end++) {
    const number = pairs[2 * start]!
    while (end < along.length && pairs[2 * end] === number) end++
    if (end - start > 1) settle(along.subarray(start, end))
  }
}

/** What came along in pairs, alone. */
export function toAlong(pairs: Uint32Array, along: Uint32Array): Uint32Array {
  for (let i = 0; i < along.length; i++) along[i] = pairs[2 * i + 1]!
  return along
}

/**
 * Places from 0 on in the order of what stands there, smallest first, equals in the order in which they stand.
 *
 * @param count of places
 * @param toNumber what stands in a place, below 2³²
 * @example toOrderBy(3, (place) => [7, 5, 7][place]!) // Uint32Array [1, 0, 2]
 */
export const toOrderBy = (count: number, toNumber: (place: number) => number): Uint32Array =>
  withScratch((scratch) => {
    const pairs = scratch.words(2 * count)
    for (let place = 0; place < count; place++) {
      pairs[2 * place] = toNumber(place)
      pairs[2 * place + 1] = place
    }
    return toAlong(radixSort(pairs, scratch), new Uint32Array(count))
  })
