import type { Address } from './address'
import type { Claim } from './distribution'
import { forEachTie, radixSort } from './radixSort'
import { withScratch, type Scratch } from './scratch'

/**
 * In which order claims stand: largest amount first, ties by address.
 *
 * Amounts are sorted by the first bits in which their doubles differ; for positive numbers the bits of doubles sort as the doubles do.
 * Those whose bits are equal are then settled by bigint and address: the order is exact.
 *
 * @param claims with positive amounts
 * @param doubles the amounts as doubles
 * @returns places in the list
 * @example toOrder([{ account: a, amount: 1n }, { account: b, amount: 3n }], Float64Array.of(1, 3)) // Uint32Array [1, 0]
 */
export const toOrder = (claims: readonly Claim[], doubles: Float64Array): Uint32Array =>
  withScratch((scratch) => order(claims, doubles, scratch).slice())

function order(claims: readonly Claim[], doubles: Float64Array, scratch: Scratch): Uint32Array {
  const sorted = radixSort(toKeys(doubles, scratch), scratch)
  forEachTie(sorted, (tied) => {
    const { amount } = claims[tied[0]!]!
    // After an airdrop thousands hold the same.
    if (tied.length > fewTied && tied.every((place) => claims[place]!.amount === amount)) sortByAddress(claims, tied, scratch)
    else tied.sort((a, b) => compare(claims[a]!, claims[b]!))
  })
  return sorted.places
}

/** So few are settled one by one. */
const fewTied = 16

const [low, high] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]

/** The 32 bits that tell the doubles apart best, the largest double having the smallest key: below the highest bit in which any differ. */
function toKeys(doubles: Float64Array, scratch: Scratch): Uint32Array {
  const words = new Uint32Array(doubles.buffer, doubles.byteOffset, 2 * doubles.length)
  let [least, most] = [2 ** 32 - 1, 0]
  for (let at = high; at < words.length; at += 2) {
    if (words[at]! < least) least = words[at]!
    if (words[at]! > most) most = words[at]!
  }
  const keys = scratch.words(doubles.length)
  const unused = Math.clz32(most - least)
  // A shift by 32 is one by 0 in JavaScript.
  const [up, down] = unused === 32 ? [0, 0] : [unused, 32 - unused]
  for (let i = 0; i < keys.length; i++) {
    const [above, below] = [most - words[2 * i + high]!, ~words[2 * i + low]!]
    keys[i] = unused === 32 ? below : unused === 0 ? above : (above << up) | (below >>> down)
  }
  return keys
}

/** The first eight digits of an address are its key; those that share them are compared. */
function sortByAddress(claims: readonly Claim[], tied: Uint32Array, scratch: Scratch): void {
  const sorted = radixSort(Uint32Array.from(tied, (place) => toWord(claims[place]!.account)), scratch)
  forEachTie(sorted, (same) => same.sort((a, b) => (claims[tied[a]!]!.account < claims[tied[b]!]!.account ? -1 : 1)))
  tied.set(sorted.places.map((i) => tied[i]!))
}

/** The first eight hexadecimal digits as a number. */
function toWord(account: Address): number {
  let word = 0
  for (let i = 2; i < 10; i++) {
    const code = account.charCodeAt(i)
    word = (word << 4) | ((code & 15) + (code >> 6) * 9)
  }
  return word
}

function compare(one: Claim, other: Claim): number {
  return one.amount > other.amount ? -1 : one.amount < other.amount ? 1 : one.account < other.account ? -1 : 1
}
