import type { Address } from '../../domain/address'

/** Accounts under small numbers, in the order in which they are first named: arithmetic is done on numbers, not on strings. */
export interface Accounts {
  names: readonly Address[]
  /** The account's number; the next free one where it is named for the first time */
  intern(account: Address): number
  /** Undefined where it was never named */
  find(account: Address): number | undefined
}

/**
 * An open-addressing table: a Map of strings takes four times as long.
 *
 * @param expected so many accounts can be named before the table has to be made larger
 * @example const accounts = toAccounts(2); accounts.intern(a) // 0
 */
export function toAccounts(expected: number): Accounts {
  const names: Address[] = []
  let hashes = new Int32Array(expected)
  // Each slot holds an account's number plus one; 0 is free. Never more than half full.
  let slots = toSlots(expected)

  const toSlot = (account: Address, hash: number) => {
    let slot = hash & (slots.length - 1)
    // Hashes first: a look at a string that lies anywhere in memory costs more than all else here.
    while (slots[slot] !== 0 && (hashes[slots[slot]! - 1] !== hash || names[slots[slot]! - 1] !== account)) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  const enlarge = () => {
    const enlarged = new Int32Array(2 * names.length + 2)
    enlarged.set(hashes)
    hashes = enlarged
    slots = toSlots(enlarged.length)
    names.forEach((name, id) => (slots[toSlot(name, hashes[id]!)] = id + 1))
  }
  return {
    names,
    intern: (account) => {
      if (names.length === hashes.length) enlarge()
      const hash = toHash(account)
      const slot = toSlot(account, hash)
      if (slots[slot] === 0) {
        hashes[names.length] = hash
        slots[slot] = names.push(account)
      }
      return slots[slot]! - 1
    },
    find: (account) => {
      const known = slots[toSlot(account, toHash(account))]!
      return known === 0 ? undefined : known - 1
    },
  }
}

const toSlots = (accounts: number) => new Int32Array(2 << (32 - Math.clz32(accounts)))

/**
 * FNV-1a over ten characters from all over an address, which is a hash itself; those that share them only take longer.
 *
 * @returns 32 bits, of which the last choose the slot
 */
function toHash(account: Address): number {
  let hash = 0x811c9dc5
  for (let i = account.length - 1; i > 1; i -= 4) hash = Math.imul(hash ^ account.charCodeAt(i), 0x01000193)
  return hash
}
