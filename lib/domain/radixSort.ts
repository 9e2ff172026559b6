import type { Scratch } from './scratch'

/** Keys in their order, and where each stood: `keys[i]` was at `places[i]`. */
export interface Sorted {
  keys: Uint32Array
  places: Uint32Array
}

/** Of eight bits: with more of them the ends of the buckets would no longer all lie in the processor's nearest memory. */
const digitBits = 8
const buckets = 2 ** digitBits
const digitMask = buckets - 1

/**
 * Sorts numbers below 2³² by their digits, smallest first, equals in the order in which they stood (Knuth, The Art of Computer Programming,
 * vol. 3, 5.2.5). Nothing is compared: four times through the list, where sorting by comparisons goes log₂ n times.
 *
 * @param keys written over
 * @param scratch where the answer lies
 * @example withScratch((scratch) => radixSort(Uint32Array.of(7, 5, 7), scratch).places.slice()) // Uint32Array [1, 0, 2]
 */
export function radixSort(keys: Uint32Array, scratch: Scratch): Sorted {
  const one = { keys, places: scratch.words(keys.length) }
  const other = { keys: scratch.words(keys.length), places: scratch.words(keys.length) }
  for (let i = 0; i < keys.length; i++) one.places[i] = i
  for (let shift = 0; shift < 32; shift += 2 * digitBits) {
    scatter(one, other, shift)
    scatter(other, one, shift + digitBits)
  }
  return one
}

function scatter(from: Sorted, to: Sorted, shift: number): void {
  const { keys, places } = from
  const { keys: toKeys, places: toPlaces } = to
  const starts = toStarts(keys, shift)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!
    const digit = (key >>> shift) & digitMask
    const at = starts[digit]!
    starts[digit] = at + 1
    toKeys[at] = key
    toPlaces[at] = places[i]!
  }
}

/** For each digit, how many keys come before it. */
function toStarts(keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(buckets)
  for (let i = 0; i < keys.length; i++) starts[(keys[i]! >>> shift) & digitMask]!++
  for (let digit = 0, before = 0; digit < buckets; digit++) {
    const count = starts[digit]!
    starts[digit] = before
    before += count
  }
  return starts
}

/** Calls for each run of two or more equal keys, with the places where they stood; what is written there stays. */
export function forEachTie({ keys, places }: Sorted, settle: (tied: Uint32Array) => void): void {
  for (let start = 0, end = 1; start < keys.length; start = end++) {
    while (end < keys.length && keys[end] === keys[start]) end++
    if (end - start > 1) settle(places.subarray(start, end))
  }
}
