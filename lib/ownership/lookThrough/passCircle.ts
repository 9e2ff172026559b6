import { apportion } from './apportion'
import { eliminate } from './eliminate'
import type { Node } from './graph'

/** What came into a circle at one node and left it at another. In no circle both are the same. */
export interface Passage {
  entry: number
  /** The shortest way from where it came in to where it left, both included */
  way: readonly number[]
  amount: bigint
}

/**
 * What leaves a strongly connected component at each of its nodes, from what has come into it.
 *
 * @param members node numbers, ascending
 * @param entries what has come in, by node
 * @returns by the node that is left, what came in at each; null where nothing leads out
 * @example passCircle([3], nodes, entries) // Map { 3 → [{ entry: 3, way: [3], amount: entries[3] }] }
 */
export function passCircle(
  members: readonly number[],
  nodes: readonly (Node | undefined)[],
  entries: readonly bigint[],
): ReadonlyMap<number, Passage[]> | null {
  const places = new Map(members.map((node, place) => [node, place]))
  const weights = members.map((node) => toWeights(nodes[node]!, places))
  if (weights.every(({ out }) => out === 0n)) return null
  const only = members[0]!
  if (members.length === 1) return new Map([[only, [{ entry: only, way: members, amount: entries[only]! }]]])
  const { exits, total } = eliminate(
    weights.map(({ inside }) => inside),
    weights.map(({ out }) => out),
  )
  const passages = new Map<number, Passage[]>(members.map((node) => [node, []]))
  members.forEach((entry, place) => {
    if (entries[entry] === 0n) return
    const ways = toWays(place, weights)
    // Members ascend by contract and asset, and so do ties.
    const leaving = apportion(entries[entry]!, exits[place]!, total, (i, j) => i - j)
    leaving.forEach((amount, exit) => passages.get(members[exit]!)!.push({ entry, way: ways[exit]!.map((at) => members[at]!), amount }))
  })
  return passages
}

function toWeights({ nodes, weights, unresolved }: Node, places: ReadonlyMap<number, number>) {
  const inside = new Array<bigint>(places.size).fill(0n)
  let out = unresolved.reduce((sum, { amount }) => sum + amount, 0n)
  weights.forEach((weight, i) => {
    const place = places.get(nodes[i]!)
    if (place === undefined) out += weight
    else inside[place] = weight
  })
  return { inside, out }
}

/** The shortest ways from one place in the circle to each: breadth first, and among equally short ones the first by contract and asset. */
function toWays(start: number, weights: readonly { inside: readonly bigint[] }[]): readonly (readonly number[])[] {
  const ways: number[][] = []
  ways[start] = [start]
  const reached = [start]
  for (const place of reached)
    weights[place]!.inside.forEach((weight, next) => {
      if (weight === 0n || ways[next]) return
      ways[next] = [...ways[place]!, next]
      reached.push(next)
    })
  return ways
}
