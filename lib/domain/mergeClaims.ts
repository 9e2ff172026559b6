import type { Address } from './address'
import type { Claim } from './distribution'

/** What each account has in all: `accounts[i]` has `amounts[i]`. */
export interface Merged {
  accounts: Address[]
  amounts: bigint[]
}

/**
 * Adds up the claims of each account, and leaves out zeros. In the order in which accounts first claim.
 *
 * Accounts are found by an open-addressing table over plain numbers: a Map of strings took most of the time of a whole distribution.
 *
 * @throws RangeError for a negative claim
 * @example mergeClaims([{ account: a, amount: 1n }, { account: a, amount: 2n }]) // { accounts: [a], amounts: [3n] }
 */
export function mergeClaims(claims: Iterable<Claim>): Merged {
  const list: readonly Claim[] = Array.isArray(claims) ? claims : [...claims]
  const accounts = new Array<Address>(list.length)
  const amounts = new Array<bigint>(list.length)
  const hashes = new Int32Array(list.length)
  let claimed = 0
  for (let i = 0; i < list.length; i++) {
    const { account, amount } = list[i]!
    if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
    if (amount === 0n) continue
    hashes[claimed] = toHash(account)
    accounts[claimed] = account
    amounts[claimed++] = amount
  }
  // Each slot holds a place in `accounts` plus one; 0 is free. Never more than half full.
  const slots = new Int32Array(2 << (32 - Math.clz32(claimed)))
  const slotMask = slots.length - 1
  let count = 0
  for (let i = 0; i < claimed; i++) {
    const hash = hashes[i]!
    let slot = hash & slotMask
    // Hashes first: a look at a string that lies anywhere in memory costs more than all else here.
    while (slots[slot] !== 0 && (hashes[slots[slot]! - 1] !== hash || accounts[slots[slot]! - 1] !== accounts[i])) slot = (slot + 1) & slotMask
    if (slots[slot] !== 0) {
      amounts[slots[slot]! - 1]! += amounts[i]!
      continue
    }
    slots[slot] = count + 1
    // Whoever claimed again left a hole.
    if (count < i) {
      hashes[count] = hash
      accounts[count] = accounts[i]!
      amounts[count] = amounts[i]!
    }
    count++
  }
  accounts.length = count
  amounts.length = count
  return { accounts, amounts }
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
  // The last bits choose the slot, and a product's last bits know only the last bits of what was multiplied.
  return hash ^ (hash >>> 15)
}
