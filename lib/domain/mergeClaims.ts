import type { Address } from './address'
import type { Claim } from './distribution'

/** What each account has in all: `accounts[i]` has `amounts[i]`. */
export interface Merged {
  accounts: Address[]
  amounts: bigint[]
  total: bigint
}

/**
 * Adds up the claims of each account, and leaves out zeros. In the order in which accounts first claim.
 *
 * Accounts are found by an open-addressing table over plain numbers: a Map of strings took most of the time of a whole distribution.
 *
 * @throws RangeError for a negative claim
 * @example mergeClaims([{ account: a, amount: 1n }, { account: a, amount: 2n }]) // { accounts: [a], amounts: [3n], total: 3n }
 */
export function mergeClaims(claims: Iterable<Claim>): Merged {
  const list: readonly Claim[] = Array.isArray(claims) ? claims : [...claims]
  const accounts = new Array<Address>(list.length)
  const amounts = new Array<bigint>(list.length)
  // Each slot holds a place in `accounts` plus one; 0 is free. Never more than half full.
  const slots = new Int32Array(2 << (32 - Math.clz32(list.length)))
  const slotMask = slots.length - 1
  const hashes = new Int32Array(list.length)
  let count = 0
  let total = 0n
  for (let i = 0; i < list.length; i++) {
    const { account, amount } = list[i]!
    if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
    if (amount === 0n) continue
    total += amount
    const hash = toHash(account)
    let slot = hash & slotMask
    // Hashes first: a look at a string that lies anywhere in memory costs more than all else here.
    while (slots[slot] !== 0 && (hashes[slots[slot]! - 1] !== hash || accounts[slots[slot]! - 1] !== account)) slot = (slot + 1) & slotMask
    if (slots[slot] === 0) {
      hashes[count] = hash
      accounts[count] = account
      amounts[count] = amount
      slots[slot] = ++count
    } else amounts[slots[slot]! - 1]! += amount
  }
  accounts.length = count
  amounts.length = count
  return { accounts, amounts, total }
}

/** FNV-1a over the last 16 characters: enough of an address, which is a hash itself; those that share them only take longer. */
function toHash(account: Address): number {
  let hash = 0x811c9dc5
  for (let i = account.length - 16; i < account.length; i++) hash = Math.imul(hash ^ account.charCodeAt(i), 0x01000193)
  // The last bits choose the slot, and a product's last bits know only the last bits of what was multiplied.
  return hash ^ (hash >>> 15)
}
