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
  const { names, ids } = toHolders(distribution)
  for (let place = 0; place < ids.length && places.size < wanted.size; place++) {
    const account = names[ids[place]!]!
    if (wanted.has(account)) places.set(account, place)
  }
  return places
}
