import type { ClaimWords } from './claimWords'
import type { Claim } from './distribution'
import { forEachTie, radixSort, toAlong } from './radixSort'
import { withScratch, type Scratch } from './scratch'

/**
 * One claim for each account, of all that it claims; zeros are left out. The same list where there is nothing to do.
 *
 * Who claims twice is looked for among those few alone whose first bits were there before: a Map of strings takes many times as long as
 * everything else that makes a distribution.
 *
 * @param words of the claims
 * @example withScratch((scratch) => mergeClaims(claims, toClaimWords(claims, scratch))) // of { account: a, amount: 1n } and { account: a, amount: 2n }: [{ account: a, amount: 3n }]
 */
export function mergeClaims(claims: readonly Claim[], { accounts, zeros }: ClaimWords): readonly Claim[] {
  const merged = new Map<number, Claim>()
  withScratch((scratch) => {
    const suspects = radixSort(toSuspects(accounts, scratch), scratch)
    forEachTie(suspects, toAlong(suspects, scratch.words(suspects.length / 2)), (same) => mergeSame(claims, same, merged))
  })
  if (merged.size === 0 && zeros === 0) return claims
  return claims.map((claim, i) => merged.get(i) ?? claim).filter(({ amount }) => amount > 0n)
}

/** So many marks for each claim: with fewer more are suspected, with more they lie farther apart in memory. */
const marksAClaim = 4

/** First bits that may be there more than once, each with its place in the list: all whose mark is another's too. */
function toSuspects(accounts: Uint32Array, scratch: Scratch): Uint32Array {
  const shift = Math.clz32(accounts.length * marksAClaim)
  const size = Math.max(1, 2 ** (32 - shift - 5))
  const [seen, again] = [scratch.words(size).fill(0), scratch.words(size).fill(0)]
  let count = 0
  for (let i = 0; i < accounts.length; i++) {
    const mark = accounts[i]! >>> shift
    const word = mark >>> 5
    const bit = 1 << mark
    if (seen[word]! & bit) {
      again[word]! |= bit
      count++
    } else seen[word]! |= bit
  }
  const suspects = scratch.words(4 * count)
  let to = 0
  if (count > 0)
    for (let i = 0; i < accounts.length; i++) {
      const mark = accounts[i]! >>> shift
      if (again[mark >>> 5]! & (1 << mark)) {
        suspects[to++] = accounts[i]!
        suspects[to++] = i
      }
    }
  return suspects.subarray(0, to)
}

/** Among claims whose accounts begin with the same bits: the first of each account gets what the others have, and they are left with nothing. */
function mergeSame(list: readonly Claim[], same: Uint32Array, merged: Map<number, Claim>): void {
  same.sort((a, b) => (list[a]!.account < list[b]!.account ? -1 : list[a]!.account > list[b]!.account ? 1 : a - b))
  for (let start = 0, end = 1; start < same.length; start = end++) {
    const { account } = list[same[start]!]!
    let { amount } = list[same[start]!]!
    for (; end < same.length && list[same[end]!]!.account === account; end++) {
      amount += list[same[end]!]!.amount
      merged.set(same[end]!, { account, amount: 0n })
    }
    if (end - start > 1) merged.set(same[start]!, { account, amount })
  }
}
