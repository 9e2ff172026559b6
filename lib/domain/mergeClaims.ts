import type { Address } from './address'
import type { Claim } from './distribution'
import { forEachTie, radixSort, toAlong } from './radixSort'
import { withScratch, type Scratch } from './scratch'

/**
 * One claim for each account, of all that it claims; zeros are left out. The same list where there is nothing to do.
 *
 * Who claims twice is looked for among those few alone whose hash was there before: a Map of strings takes many times as long as everything
 * else that makes a distribution.
 *
 * @throws RangeError for a negative claim
 * @example mergeClaims([{ account: a, amount: 1n }, { account: a, amount: 2n }]) // [{ account: a, amount: 3n }]
 */
export function mergeClaims(claims: Iterable<Claim>): readonly Claim[] {
  const list: readonly Claim[] = Array.isArray(claims) ? claims : [...claims]
  const merged = new Map<number, Claim>()
  const zeros = withScratch((scratch) => {
    const hashes = scratch.words(list.length)
    const zeros = readHashes(list, hashes)
    const suspects = radixSort(toSuspects(hashes, scratch), scratch)
    forEachTie(suspects, toAlong(suspects, scratch.words(suspects.length / 2)), (same) => mergeSame(list, same, merged))
    return zeros
  })
  if (merged.size === 0 && zeros === 0) return list
  return list.map((claim, i) => merged.get(i) ?? claim).filter(({ amount }) => amount > 0n)
}

/** Writes each account's hash; gives how many claims are zero. */
function readHashes(list: readonly Claim[], hashes: Uint32Array): number {
  let zeros = 0
  for (let i = 0; i < list.length; i++) {
    const { account, amount } = list[i]!
    if (amount <= 0n) {
      if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
      zeros++
    }
    hashes[i] = toHash(account)
  }
  return zeros
}

/** So many marks for each claim: with fewer more are suspected, with more they lie farther apart in memory. */
const marksAClaim = 4

/** Hashes that may be there more than once, each with its place in the list: all whose mark is another's too. */
function toSuspects(hashes: Uint32Array, scratch: Scratch): Uint32Array {
  const shift = Math.clz32(hashes.length * marksAClaim)
  const size = Math.max(1, 2 ** (32 - shift - 5))
  const [seen, again] = [scratch.words(size).fill(0), scratch.words(size).fill(0)]
  let count = 0
  for (let i = 0; i < hashes.length; i++) {
    const mark = hashes[i]! >>> shift
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
    for (let i = 0; i < hashes.length; i++) {
      const mark = hashes[i]! >>> shift
      if (again[mark >>> 5]! & (1 << mark)) {
        suspects[to++] = hashes[i]!
        suspects[to++] = i
      }
    }
  return suspects.subarray(0, to)
}

/** Among claims whose accounts have one hash: the first of each account gets what the others have, and they are left with nothing. */
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

/**
 * FNV-1a over ten characters from all over an address, which is a hash itself; those that share them only take longer.
 *
 * @returns 32 bits, of which the last choose the slot
 * @example const slot = toHash(account) & slotMask
 */
export function toHash(account: Address): number {
  let hash = 0x811c9dc5
  for (let i = account.length - 1; i > 1; i -= 4) hash = Math.imul(hash ^ account.charCodeAt(i), 0x01000193)
  return hash
}
