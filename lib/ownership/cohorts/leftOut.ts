import { zeroAddress, type Address } from '../../domain/address'
import type { AccountRole, Label } from '../../domain/label'
import type { Wrapper } from '../../domain/protocol'

/** Those who hold for themselves, whatever they are to the protocol. */
const counted: readonly AccountRole[] = ['team', 'investor', 'foundation', 'marketMaker']

/**
 * Which accounts are nobody's own purse, as far as labels and code tell: contracts without a role, and whoever holds for others or for the protocol
 * (exchanges, pools, bridges, treasuries, vesting, distributors, …). Multisigs of people count. Of an account without a label it is not known.
 *
 * @example toLeftOut({ labels: [label(exchange, 'exchange'), label(ann, 'team')], wrappers: [] }).has(ann) // false
 */
export function toLeftOut({ labels, wrappers }: { labels: readonly Label[]; wrappers: readonly Pick<Wrapper, 'address'>[] }): ReadonlySet<Address> {
  const labelled = labels.filter(({ kind, role }) => (role === null ? kind === 'contract' : !counted.includes(role)))
  return new Set([zeroAddress, ...labelled.map(({ address }) => address), ...wrappers.map(({ address }) => address)])
}
