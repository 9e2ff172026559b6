import type { ClaimWords } from './claimWords'
import { areSame, toColumns, type Columns, type Records } from './columns'
import type { Claim } from './distribution'
import { forEachTie, radixSort, toAlong } from './radixSort'
import { withScratch, type Scratch } from './scratch'

/**
 * Claims in their order, largest amount first, ties by address; and their amounts in this order.
 *
 * Amounts are sorted by the first bits in which their doubles differ; for positive numbers the bits of doubles sort as the doubles do.
 * Those whose bits are equal are then settled by bigint and address: the order is exact.
 *
 * @param claims with positive amounts
 * @param words of the claims
 * @example withScratch((scratch) => sortClaims(claims, toClaimWords(claims, scratch))).order // of { account: a, amount: 1n } and { account: b, amount: 3n }: Uint32Array [1, 0]
 */
export function sortClaims(claims: readonly Claim[], words: ClaimWords): { order: Uint32Array; columns: Columns } {
  const order = withScratch((scratch) => toOrder(claims, words, scratch))
  return { order, columns: toColumns(claims, words.amounts, order) }
}

function toOrder(claims: readonly Claim[], { accounts, amounts: records }: ClaimWords, scratch: Scratch): Uint32Array {
  const sorted = radixSort(toKeys(records, scratch), scratch)
  const order = toAlong(sorted, new Uint32Array(claims.length))
  forEachTie(sorted, order, (tied) => {
    // After an airdrop thousands hold the same.
    if (tied.length > fewTied && tied.every((place) => areSame(records, place, tied[0]!))) sortByAddress(claims, accounts, tied, scratch)
    else tied.sort((a, b) => records.doubles[2 * b]! - records.doubles[2 * a]! || largestFirst(claims[a]!, claims[b]!))
  })
  return order
}

/** So few are settled one by one. */
const fewTied = 64

const [low, high] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]

/** The 32 bits that tell the doubles apart best, the largest double having the smallest key: below the highest bit in which any differ. */
function toKeys({ words }: Records, scratch: Scratch): Uint32Array {
  let [least, most] = [2 ** 32 - 1, 0]
  for (let at = high; at < words.length; at += 4) {
    if (words[at]! < least) least = words[at]!
    if (words[at]! > most) most = words[at]!
  }
  const pairs = scratch.words(words.length / 2)
  const unused = Math.clz32(most - least)
  for (let i = 0; i < pairs.length / 2; i++) {
    // Where nothing in the upper half differs, it gives 0 and a shift by 32 is, in JavaScript, none.
    pairs[2 * i] = ((most - words[4 * i + high]!) << unused) | (~words[4 * i + low]! >>> (32 - unused))
    pairs[2 * i + 1] = i
  }
  return pairs
}

/** The first 32 bits of an address are its key; those that share them are compared. */
function sortByAddress(claims: readonly Claim[], accounts: Uint32Array, tied: Uint32Array, scratch: Scratch): void {
  const pairs = scratch.words(2 * tied.length)
  for (let i = 0; i < tied.length; i++) {
    pairs[2 * i] = accounts[tied[i]!]!
    pairs[2 * i + 1] = tied[i]!
  }
  const sorted = radixSort(pairs, scratch)
  forEachTie(sorted, toAlong(sorted, tied), (same) => same.sort((a, b) => (claims[a]!.account < claims[b]!.account ? -1 : 1)))
}

/**
 * Which of two claims comes first where the largest does, ties by address: for `sort` of lists that are short or hold amounts that are not positive.
 *
 * @example [{ account: a, amount: 1n }, { account: b, amount: 3n }].sort(largestFirst)[0]?.account // b
 */
export function largestFirst(one: Claim, other: Claim): number {
  return one.amount > other.amount ? -1 : one.amount < other.amount ? 1 : one.account < other.account ? -1 : 1
}
