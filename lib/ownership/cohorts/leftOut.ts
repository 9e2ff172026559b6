import { zeroAddress, type Address } from '../../domain/address'
import type { Label } from '../../domain/label'
import type { Wrapper } from '../../domain/protocol'

/** People of whom it is known what they are to the protocol: they count as everybody else does. */
const counted = ['team', 'investor'] as const

/**
 * Which accounts are nobody's own purse, as far as labels and code tell: contracts, and whoever holds for others or for the protocol (exchanges, market
 * makers, pools, bridges, treasuries, distributors, …). Multisigs of people count. Of an account without a label it is not known.
 *
 * @example toLeftOut({ labels: [label(exchange, 'exchange'), label(ann, 'team')], wrappers: [] }).has(ann) // false
 */
export function toLeftOut({ labels, wrappers }: { labels: readonly Label[]; wrappers: readonly Pick<Wrapper, 'address'>[] }): ReadonlySet<Address> {
  const labelled = labels.filter(({ kind, role }) => kind === 'contract' || (role !== null && !counted.some((one) => one === role)))
  return new Set([zeroAddress, ...labelled.map(({ address }) => address), ...wrappers.map(({ address }) => address)])
}
