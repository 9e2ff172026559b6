import { apportion } from './apportion'
import { eliminate } from './eliminate'
import type { Node } from './graph'
import { handOnInRounds } from './handOnInRounds'

/** What came into a circle at one node and left it at another. In no circle both are the same. */
export interface Passage {
  entry: number
  /** The shortest way from where it came in to where it left, both included */
  way: readonly number[]
  amount: bigint
}

/** What left a circle at each of its nodes, and what never does, by where it had come in. */
export interface Passed {
  leaving: ReadonlyMap<number, Passage[]>
  staying: ReadonlyMap<number, bigint>
}

/** Circles of more are not solved exactly: forty contracts that all hold each other take half a second, eighty half a minute. */
export const mostSolved = 40

/**
 * What leaves a strongly connected component at each of its nodes, from what has come into it. A circle of up to `mostSolved` contracts is solved
 * exactly. In a larger one amounts are handed on in rounds: whatever comes in mixes, and what is still going round at the end stays.
 *
 * @param members node numbers, ascending
 * @param entries what has come in, by node
 * @returns null where nothing leads out
 * @example passCircle([3], nodes, entries).leaving // Map { 3 → [{ entry: 3, way: [3], amount: entries[3] }] }
 */
export function passCircle(
  members: readonly number[],
  nodes: readonly (Node | undefined)[],
  entries: readonly bigint[],
): Passed | null {
  const places = new Map(members.map((node, place) => [node, place]))
  const weights = members.map((node) => toWeights(nodes[node]!, places))
  if (weights.every(({ out }) => out === 0n)) return null
  const only = members[0]!
  if (members.length === 1) return { leaving: new Map([[only, [{ entry: only, way: members, amount: entries[only]! }]]]), staying: new Map() }
  const inside = weights.map(({ inside }) => inside)
  const toExits = toExitWeights(members.map((node) => entries[node]!), inside, weights.map(({ out }) => out))
  const leaving = new Map<number, Passage[]>(members.map((node) => [node, []]))
  const staying = new Map<number, bigint>()
  members.forEach((entry, place) => {
    if (entries[entry] === 0n) return
    const ways = toWays(place, weights)
    const { exits, total } = toExits(place)
    // Members ascend by contract and asset, and so do ties. What stays comes last.
    apportion(entries[entry]!, exits, total, (i, j) => i - j).forEach((amount, exit) => {
      if (exit < members.length) leaving.get(members[exit]!)!.push({ entry, way: ways[exit]!.map((at) => members[at]!), amount })
      else if (amount > 0n) staying.set(entry, amount)
    })
  })
  return { leaving, staying }
}

/** In which proportions what came in at a place leaves at each; one more weight, the last, for what stays. */
function toExitWeights(entries: readonly bigint[], inside: readonly (readonly bigint[])[], out: readonly bigint[]): (place: number) => { exits: readonly bigint[]; total: bigint } {
  if (entries.length <= mostSolved) {
    const { exits, total } = eliminate(inside, out)
    return (place) => ({ exits: exits[place]!, total })
  }
  const { leaving, staying } = handOnInRounds(entries, inside, out)
  const exits = [...leaving, staying]
  const total = exits.reduce((sum, weight) => sum + weight, 0n)
  return () => ({ exits, total })
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
