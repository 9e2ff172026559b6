import type { Address } from '../domain/address'
import type { AccountRole, Label } from '../domain/label'
import type { Wrapper } from '../domain/protocol'
import { holdsForOthers } from './entities/entityRule'
import type { Entities } from './entities/mergeEntities'

/** Contracts of those who are known hold for them. */
const known: readonly AccountRole[] = ['team', 'investor', 'foundation', 'marketMaker']

/**
 * Which accounts are left out where holders are followed: exchanges and all others that hold for many or for nobody, and contracts that no known owner stands
 * behind. Those of one owner are left out where all of them are, under the address that stands for them.
 *
 * @example toLeftOut({ labels: [exchange, safe], wrappers: [pool] }, entities).has(exchange.address) // true; the safe's signers are its owners: false
 */
export function toLeftOut({ labels, wrappers }: { labels: readonly Label[]; wrappers: readonly Pick<Wrapper, 'address'>[] }, { representatives, members }: Pick<Entities, 'representatives' | 'members'>): ReadonlySet<Address> {
  const single = new Set<Address>(wrappers.map(({ address }) => address))
  for (const { address, role, kind } of labels) if (role ? holdsForOthers.includes(role) || (kind === 'contract' && !known.includes(role)) : kind === 'contract') single.add(address)
  const left = [...single].filter((address) => !representatives.has(address))
  const owners = [...members].filter(([, joined]) => joined.every((address) => single.has(address))).map(([owner]) => owner)
  return new Set([...left, ...owners])
}
