import { amountAt } from '../domain/columns'
import type { Distribution } from '../domain/distribution'
import { toHolderGroup, type GroupShare, type HolderGroup } from '../domain/holderGroup'
import type { Label } from '../domain/label'
import { toPartition, type Partition } from '../domain/partition'
import { toPlaces } from '../domain/places'

/**
 * Which group each holder of a distribution is in, as its label says.
 *
 * @param labels of several for one account the last counts
 * @example toGroups(distribution, [label(treasury, 'treasury')]).groups // ['treasury', 'otherAccounts']
 */
export function toGroups(distribution: Distribution, labels: readonly Label[]): Partition<HolderGroup> {
  const places = toPlaces(distribution, labels.map(({ address }) => address))
  const groups = new Map<number, HolderGroup>()
  for (const label of labels) {
    const place = places.get(label.address)
    if (place !== undefined) groups.set(place, toHolderGroup(label))
  }
  const rest = toHolderGroup(undefined)
  return toPartition(distribution.count, (place) => groups.get(place) ?? rest)
}

/**
 * Who holds a distribution, by group, the group with most first; ties by the group's id. Conservation: Σ amount = the distribution's total.
 *
 * @example toComposition(distribution, toGroups(distribution, labels))[0] // { group: 'treasury', accounts: 1, amount: 430n }
 */
export function toComposition(distribution: Distribution, { groups, of }: Partition<HolderGroup>): GroupShare[] {
  const accounts = new Uint32Array(groups.length)
  for (let place = 0; place < of.length; place++) accounts[of[place]!]!++
  const most = accounts.indexOf(Math.max(...accounts))
  const amounts = groups.map(() => 0n)
  // The group with most accounts has what the others leave: nearly all holders have no label.
  for (let place = 0; place < of.length; place++) if (of[place] !== most) amounts[of[place]!]! += amountAt(distribution.columns, place)
  if (groups.length > 0) amounts[most] = distribution.total - amounts.reduce((a, b) => a + b)
  return groups
    .map((group, place) => ({ group, accounts: accounts[place]!, amount: amounts[place]! }))
    .sort((a, b) => (a.amount === b.amount ? (a.group < b.group ? -1 : 1) : a.amount > b.amount ? -1 : 1))
}
