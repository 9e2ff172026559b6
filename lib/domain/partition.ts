import { atPlaces, sumOf } from './columns'
import { makeDistribution, toHolders, type Distribution } from './distribution'

/** The holders of a distribution in groups: the holder at place i is in `groups[of[i]]`. Every group has a holder. */
export interface Partition<Group extends string = string> {
  groups: readonly Group[]
  of: Uint16Array
}

/**
 * Puts every holder in a group. The groups stand in the order in which their largest holders do.
 *
 * @param count how many holders there are
 * @param groupAt the group of the holder at a place, the largest at 0; at most 65,536 groups
 * @example toPartition(3, (place) => (place === 0 ? 'insider' : 'retail')) // { groups: ['insider', 'retail'], of: Uint16Array [0, 1, 1] }
 */
export function toPartition<Group extends string>(count: number, groupAt: (place: number) => Group): Partition<Group> {
  const numbers = new Map<Group, number>()
  const of = new Uint16Array(count)
  for (let place = 0; place < count; place++) {
    const group = groupAt(place)
    const known = numbers.get(group)
    if (known === undefined) numbers.set(group, numbers.size)
    of[place] = known ?? numbers.size - 1
  }
  return { groups: [...numbers.keys()], of }
}

/**
 * Each group as a distribution of its own, in the partition's order. A part of an ordered list is in order, so nothing is sorted again.
 *
 * @example toParts(distribution, partition)[0]?.total // what the first group holds
 */
export function toParts(distribution: Distribution, { groups, of }: Partition): Distribution[] {
  const counts = new Uint32Array(groups.length)
  for (let i = 0; i < of.length; i++) counts[of[i]!]!++
  const places = Array.from(counts, (count) => new Uint32Array(count))
  const filled = new Uint32Array(groups.length)
  for (let i = 0; i < of.length; i++) places[of[i]!]![filled[of[i]!]!++] = i
  return places.map((part) => toPart(distribution, part))
}

/**
 * The holders at some places as a distribution of their own.
 *
 * @param places rising
 * @example toPart(distribution, Uint32Array.of(0, 1)).count // 2: the two largest
 */
export function toPart(distribution: Distribution, places: Uint32Array): Distribution {
  const { names, ids } = toHolders(distribution)
  const columns = atPlaces(distribution.columns, places)
  return makeDistribution({ names, ids: places.map((place) => ids[place]!), columns, total: sumOf(columns) })
}
