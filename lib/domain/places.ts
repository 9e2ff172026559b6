import type { Address } from './address'
import { toHolders, type Distribution } from './distribution'

/**
 * Where some accounts stand in a distribution, the largest holder at 0. Who holds nothing has no place.
 *
 * @example toPlaces(distribution, [treasury]).get(treasury) // 0
 */
export function toPlaces(distribution: Distribution, accounts: Iterable<Address>): ReadonlyMap<Address, number> {
  const wanted = new Set(accounts)
  const places = new Map<Address, number>()
  // Most holders are not wanted, and their last letters tell: to look a string up in a set costs many times as much.
  const possible = new Uint8Array(1 << 16)
  for (const account of wanted) possible[toEnd(account)] = 1
  const { names, ids } = toHolders(distribution)
  // Names in the order in which they lie in memory, then places by number: the other way round takes several times as long.
  const found = new Uint8Array(names.length)
  for (let id = 0; id < names.length; id++) if (possible[toEnd(names[id]!)] === 1 && wanted.has(names[id]!)) found[id] = 1
  for (let place = 0; place < ids.length; place++) if (found[ids[place]!] === 1) places.set(names[ids[place]!]!, place)
  return places
}

/** The last four hexadecimal digits as a number. */
function toEnd(account: Address): number {
  let end = 0
  for (let i = account.length - 4; i < account.length; i++) {
    const code = account.charCodeAt(i)
    end = (end << 4) | ((code & 15) + (code >> 6) * 9)
  }
  return end & 0xffff
}
