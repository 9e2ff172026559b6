import type { Scratch } from './scratch'

/** Keys in their order, and where each stood: `keys[i]` was at `places[i]`. */
export interface Sorted {
  keys: Uint32Array
  places: Uint32Array
}

/** Three passes settle 32 bits: so many in each of the first two, and the others in the last. */
const digitBits = 11
const buckets = 2 ** digitBits
const digitMask = buckets - 1

/**
 * Sorts numbers below 2³² by their digits, smallest first, equals in the order in which they stood (Knuth, The Art of Computer Programming,
 * vol. 3, 5.2.5). Nothing is compared: three times through the list, where sorting by comparisons goes log₂ n times.
 *
 * @param keys written over
 * @param scratch where the answer lies
 * @example withScratch((scratch) => radixSort(Uint32Array.of(7, 5, 7), scratch).places.slice()) // Uint32Array [1, 0, 2]
 */
export function radixSort(keys: Uint32Array, scratch: Scratch): Sorted {
  const starts = toStarts(keys)
  const one = { keys, places: scratch.words(keys.length) }
  const other = { keys: scratch.words(keys.length), places: scratch.words(keys.length) }
  for (let i = 0; i < keys.length; i++) one.places[i] = i
  scatter(one, other, starts[0], 0)
  scatter(other, one, starts[1], digitBits)
  scatter(one, other, starts[2], 2 * digitBits)
  return other
}

function scatter(from: Sorted, to: Sorted, starts: Uint32Array, shift: number): void {
  const { keys, places } = from
  const { keys: toKeys, places: toPlaces } = to
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const digit = (key >>> shift) & digitMask
    const at = starts[digit]!
    starts[digit] = at + 1
    toKeys[at] = key
    toPlaces[at] = places[i]!
  }
}

/** For each digit of each pass, how many keys come before it. */
function toStarts(keys: Uint32Array): [Uint32Array, Uint32Array, Uint32Array] {
  const [first, second, third] = [new Uint32Array(buckets), new Uint32Array(buckets), new Uint32Array(buckets)]
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    first[key & digitMask]!++
    second[(key >>> digitBits) & digitMask]!++
    third[key >>> (2 * digitBits)]!++
  }
  for (const counts of [first, second, third]) {
    for (let digit = 0, before = 0; digit < buckets; digit++) {
      const count = counts[digit]!
      counts[digit] = before
      before += count
    }
  }
  return [first, second, third]
}

/** Calls for each run of two or more equal keys, with the places where they stood; what is written there stays. */
export function forEachTie({ keys, places }: Sorted, settle: (tied: Uint32Array) => void): void {
  for (let start = 0, end = 1; start < keys.length; start = end++) {
    while (end < keys.length && keys[end] === keys[start]) end++
    if (end - start > 1) settle(places.subarray(start, end))
  }
}
