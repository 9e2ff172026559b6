import { zeroAddress, type Address } from '../domain/address'
import type { Label } from '../domain/label'
import type { Wrapper } from '../domain/protocol'
import { holdsForOthers } from './entities/entityRule'
import type { Entities } from './entities/mergeEntities'

/**
 * Which addresses are nobody's own purse where holders are followed, as far as labels and code tell: contracts without a role, and whoever holds for others
 * or for the protocol (exchanges, pools, bridges, treasuries, vesting, distributors, …). Multisigs of people count. Of an account without a label it is not
 * known.
 *
 * @example toLeftOut({ labels: [label(exchange, 'exchange'), label(ann, 'team')], wrappers: [] }).has(ann) // false
 */
export function toLeftOut({ labels, wrappers }: { labels: readonly Label[]; wrappers: readonly Pick<Wrapper, 'address'>[] }): ReadonlySet<Address> {
  const labelled = labels.filter(({ kind, role }) => (role === null ? kind === 'contract' : holdsForOthers.includes(role)))
  return new Set([zeroAddress, ...labelled.map(({ address }) => address), ...wrappers.map(({ address }) => address)])
}

/**
 * The same of owners: one with several addresses is left out where all of them are, under the address that stands for them.
 *
 * @example toLeftOutOwners(toLeftOut(outlook), entities).has(fund) // false where one of the fund's addresses is a wallet
 */
export function toLeftOutOwners(leftOut: ReadonlySet<Address>, { representatives, members }: Pick<Entities, 'representatives' | 'members'>): ReadonlySet<Address> {
  const alone = [...leftOut].filter((address) => !representatives.has(address))
  const owners = [...members].filter(([, joined]) => joined.every((address) => leftOut.has(address))).map(([owner]) => owner)
  return new Set([...alone, ...owners])
}
