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
  const accounts: Address[] = []
  const amounts: bigint[] = []
  const hashes: number[] = []
  // Each slot holds a place in `accounts` plus one; 0 is free. Never more than half full.
  let slots = new Int32Array(1 << 12)
  let total = 0n
  for (const { account, amount } of claims) {
    if (amount < 0n) throw new RangeError(`toDistribution: ${account} has the negative amount ${amount}`)
    if (amount === 0n) continue
    total += amount
    const hash = toHash(account)
    let slot = hash & (slots.length - 1)
    while (slots[slot] !== 0 && accounts[slots[slot]! - 1] !== account) slot = (slot + 1) & (slots.length - 1)
    if (slots[slot] !== 0) {
      amounts[slots[slot]! - 1]! += amount
      continue
    }
    accounts.push(account)
    amounts.push(amount)
    hashes.push(hash)
    slots[slot] = accounts.length
    if (2 * accounts.length > slots.length) slots = toTwice(slots, hashes)
  }
  return { accounts, amounts, total }
}

/** FNV-1a over the characters. */
function toHash(account: Address): number {
  let hash = 0x811c9dc5
  for (let i = 2; i < account.length; i++) hash = Math.imul(hash ^ account.charCodeAt(i), 0x01000193)
  // The last bits choose the slot, and a product's last bits know only the last bits of what was multiplied.
  return hash ^ (hash >>> 15)
}

function toTwice(slots: Int32Array, hashes: readonly number[]): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * slots.length)
  for (let place = 0; place < hashes.length; place++) {
    let slot = hashes[place]! & (twice.length - 1)
    while (twice[slot] !== 0) slot = (slot + 1) & (twice.length - 1)
    twice[slot] = place + 1
  }
  return twice
}
