import type { Address } from '../../domain/address'

/** An account whose first tokens came in a block. */
export interface Arrival {
  account: Address
  block: number
}

/** Who came when. */
export interface Arrivals {
  /** Those who count, the first to receive first, each owner once by the address that stands for it */
  order: readonly Arrival[]
  /** How many accounts do not count */
  leftOut: number
}

/**
 * In which order accounts first received a token: an owner of several addresses with the first of them. Accounts that do not count are left out.
 *
 * @param firsts of every account, in the order of blocks, then of addresses: of those whose first tokens came in one block, no order is known
 * @param representatives the address that stands for an owner, by each of its addresses
 * @example toArrivals([{ account: pool, block: 1 }, { account: a, block: 2 }], new Set([pool]), new Map()) // { order: [{ account: a, block: 2 }], leftOut: 1 }
 */
export function toArrivals(firsts: readonly Arrival[], leftOut: ReadonlySet<Address>, representatives: ReadonlyMap<Address, Address>): Arrivals {
  const order: Arrival[] = []
  const seen = new Set<Address>()
  let left = 0
  for (const { account, block } of firsts) {
    if (leftOut.has(account)) {
      left++
      continue
    }
    const holder = representatives.get(account)
    if (holder !== undefined) {
      if (seen.has(holder)) continue
      seen.add(holder)
    }
    order.push({ account: holder ?? account, block })
  }
  return { order, leftOut: left }
}
