import type { Address } from '../domain/address'
import type { ControlMap, ControlNode, ControlPower, ControlWay } from '../domain/controlMap'

/** Who together can do something: a bit for each key and each Governor of the map, and how long it then takes. */
export interface KeySet {
  members: bigint
  /** seconds */
  delay: number
}

/** Sets of which none contains another that is as quick; smallest first. */
export type KeySets = readonly KeySet[]

/** So many sets are kept for one power; beyond it only the smallest ones, and figures are bounds. */
export const setsKept = 300

/** What can be done by whom in a map. */
export interface SolvedMap {
  /** @returns the smallest sets that have a power over an account, or can act as it */
  setsOf: (account: Address, power: ControlPower) => KeySets
  /** The accounts that a set is made of */
  accountsOf: (set: KeySet) => { keys: Address[]; governors: Address[] }
  /** Whether sets were left out: the fewest signatures found are then enough, and fewer may be */
  cut: boolean
}

/**
 * Solves who can do what: the smallest sets of keys (and votes of Governors) that can act through each account or have a power over it, however
 * deep, also where one key stands behind several accounts or contracts control one another.
 *
 * A monotone system: each account begins without anybody, and what its ways give is worked out again and again until nothing is added. To go
 * round a circle never needs fewer signatures, so what is left at the end is the least solution. Keys that occur once in the whole map are
 * interchangeable within their group: of them only as many as are needed are taken, which keeps a Safe of 20 owners at one set and loses
 * nothing.
 *
 * @example const { setsOf, accountsOf } = solveControl(map)
 * accountsOf(setsOf(proxy, 'code')[0]!) // { keys: ['0x…1', '0x…2', '0x…3'], governors: [] }
 */
export function solveControl({ nodes }: Pick<ControlMap, 'nodes'>): SolvedMap {
  const byAddress = new Map(nodes.map((node) => [node.address, node]))
  const leaves = nodes.filter(({ kind }) => kind === 'person' || kind === 'governor').sort((a, b) => (a.address < b.address ? -1 : 1))
  const bits = new Map(leaves.map(({ address }, place) => [address, 1n << BigInt(place)]))
  const occurrences = new Map<Address, number>()
  for (const member of nodes.flatMap(({ ways }) => ways.flatMap(({ groups }) => groups.flatMap(({ members }) => members)))) occurrences.set(member, (occurrences.get(member) ?? 0) + 1)
  let acting = new Map<Address, KeySets>(leaves.map(({ address }) => [address, [{ members: bits.get(address)!, delay: 0 }]]))
  let cut = false

  const keep = (sets: readonly KeySet[]): KeySets => {
    const least = toSmallest(sets)
    cut ||= least.length > setsKept
    return least.slice(0, setsKept)
  }
  const both = (a: KeySets, b: KeySets) => keep(a.flatMap((one) => b.map((other) => ({ members: one.members | other.members, delay: Math.max(one.delay, other.delay) }))))

  function ofGroup({ threshold, members }: ControlWay['groups'][number]): KeySets {
    const alone = members.filter((member) => occurrences.get(member) === 1 && byAddress.get(member)?.kind === 'person').sort()
    let chosen: KeySets[] = [[{ members: 0n, delay: 0 }]]
    for (const key of alone.slice(0, threshold)) chosen.push(both(chosen.at(-1)!, acting.get(key)!))
    for (const member of members.filter((other) => !alone.includes(other))) {
      const own = acting.get(member) ?? []
      chosen = Array.from({ length: Math.min(threshold, chosen.length) + 1 }, (_, count) => keep([...(chosen[count] ?? []), ...(count > 0 ? both(chosen[count - 1]!, own) : [])]))
    }
    return chosen[threshold] ?? []
  }
  const ofWay = ({ groups, delay }: ControlWay): KeySets =>
    groups.map(ofGroup).reduce(both, [{ members: 0n, delay: 0 }]).map((set) => ({ ...set, delay: set.delay + delay }))
  const ofWays = ({ ways }: ControlNode, powers: readonly ControlPower[]) => ways.filter(({ power }) => powers.includes(power)).flatMap(ofWay)

  const holders = nodes.filter(({ kind }) => kind !== 'person' && kind !== 'nobody')
  // No chain of accounts is longer than there are accounts.
  let changed = true
  for (let round = 0; changed && round <= nodes.length; round++) {
    changed = false
    const next = new Map(acting)
    for (const node of holders) {
      const before = acting.get(node.address) ?? []
      const own = node.kind === 'governor' ? [{ members: bits.get(node.address)!, delay: 0 }] : []
      const after = keep([...own, ...before, ...ofWays(node, ['act', 'code'])])
      if (after.length === before.length && after.every(({ members, delay }, place) => members === before[place]!.members && delay === before[place]!.delay)) continue
      next.set(node.address, after)
      changed = true
    }
    acting = next
  }
  return {
    setsOf: (account, power) => {
      const node = byAddress.get(account)
      if (!node) return []
      // Who may replace the code may do everything.
      return power === 'act' ? (acting.get(account) ?? []) : keep(ofWays(node, [power, 'code']))
    },
    accountsOf: ({ members }) => {
      const found = leaves.filter(({ address }) => (members & bits.get(address)!) !== 0n)
      const of = (kind: ControlNode['kind']) => found.filter((leaf) => leaf.kind === kind).map(({ address }) => address)
      return { keys: of('person'), governors: of('governor') }
    },
    get cut() { return cut },
  }
}

const countBits = (members: bigint): number => members.toString(2).replaceAll('0', '').length

/** Without those that contain another one that is as quick. Smallest first, then quickest. */
function toSmallest(sets: readonly KeySet[]): KeySet[] {
  const sized = sets.map((set) => ({ set, size: countBits(set.members) }))
  sized.sort((a, b) => a.size - b.size || a.set.delay - b.set.delay || (a.set.members < b.set.members ? -1 : a.set.members > b.set.members ? 1 : 0))
  const kept: KeySet[] = []
  for (const { set } of sized) if (!kept.some(({ members, delay }) => (members & ~set.members) === 0n && delay <= set.delay)) kept.push(set)
  return kept
}
