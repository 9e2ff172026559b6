import type { Address } from './address'
import type { Claim } from './distribution'
import { forEachTie, radixSort } from './radixSort'
import { withScratch, type Scratch } from './scratch'

/**
 * One claim for each account, of all that it claims; zeros are left out. The same list where there is nothing to do.
 *
 * Who claims twice is found by sorting hashes: a Map of strings takes many times as long as everything else that makes a distribution.
 *
 * @throws RangeError for a negative claim
 * @example mergeClaims([{ account: a, amount: 1n }, { account: a, amount: 2n }]) // [{ account: a, amount: 3n }]
 */
export function mergeClaims(claims: Iterable<Claim>): readonly Claim[] {
  const list: readonly Claim[] = Array.isArray(claims) ? claims : [...claims]
  const merged = new Map<number, Claim>()
  withScratch((scratch) => forEachTie(radixSort(toHashes(list, scratch), scratch), (same) => mergeSame(list, same, merged)))
  if (merged.size === 0 && list.every(({ amount }) => amount > 0n)) return list
  return list.map((claim, i) => merged.get(i) ?? claim).filter(({ amount }) => amount > 0n)
}

function toHashes(list: readonly Claim[], scratch: Scratch): Uint32Array {
  const hashes = scratch.words(list.length)
  for (let i = 0; i < list.length; i++) {
    const { account, amount } = list[i]!
    if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
    hashes[i] = toHash(account)
  }
  return hashes
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

/** FNV-1a over ten characters from all over an address, which is a hash itself; those that share them only take longer. */
function toHash(account: Address): number {
  let hash = 0x811c9dc5
  for (let i = account.length - 1; i > 1; i -= 4) hash = Math.imul(hash ^ account.charCodeAt(i), 0x01000193)
  return hash
}
