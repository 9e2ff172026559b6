import type { Distribution } from '../domain/distribution'
import { toHolderGroup, type GroupShare, type HolderGroup } from '../domain/holderGroup'
import type { Label } from '../domain/label'
import { toParts, toPartition, type Partition } from '../domain/partition'

/**
 * Which group each holder of a distribution is in, as its label says.
 *
 * @param labels of several for one account the last counts
 * @example toGroups(distribution, [label(treasury, 'treasury')]).groups // ['treasury', 'otherAccounts']
 */
export function toGroups(distribution: Distribution, labels: readonly Label[]): Partition<HolderGroup> {
  const groups = new Map(labels.map((label) => [label.address, toHolderGroup(label)]))
  const rest = toHolderGroup(undefined)
  return toPartition(distribution, (account) => groups.get(account) ?? rest)
}

/**
 * Who holds a distribution, by group, the group with most first; ties by the group's id. Conservation: Σ amount = the distribution's total.
 *
 * @example toComposition(distribution, toGroups(distribution, labels))[0] // { group: 'treasury', accounts: 1, amount: 430n }
 */
export function toComposition(distribution: Distribution, partition: Partition<HolderGroup>): GroupShare[] {
  return toParts(distribution, partition)
    .map(({ count, total }, place) => ({ group: partition.groups[place]!, accounts: count, amount: total }))
    .sort((a, b) => (a.amount === b.amount ? (a.group < b.group ? -1 : 1) : a.amount > b.amount ? -1 : 1))
}
