import type { HandedOn } from './handOn'
import type { Route } from './lookedThrough'
import { trace, type Traced } from './trace'

/** So many routes to one contract are told apart: where everything is wrapped in everything, there are more than anybody can read. */
export const routesKept = 200

/** A route as its last node and what came before: routes share their beginnings. Null: a wallet that holds the token itself. */
export type Way = { before: Way; node: number; depth: number; merged: boolean } | null

/**
 * The ways by which what each node hands on had come there, itself included: the largest, and the rest as one.
 *
 * @returns for each node, amounts that add up to what left it
 * @example toWays(handed)[0] // [{ way: { before: null, node: 0, depth: 1, merged: false }, amount: 5n }]
 */
export function toWays(handed: HandedOn): readonly (readonly Traced<Way>[])[] {
  const extend = (way: Way, nodes: readonly number[]) =>
    nodes.reduce<Way>((before, node) => ({ before, node, depth: (before?.depth ?? 0) + 1, merged: false }), way)
  return trace<Way>(handed, null, extend, keepLargest)
}

/**
 * Largest first; of equals the shorter, and then by contracts and assets, from the owner's end up.
 *
 * @example ways.sort(compareWays)
 */
export function compareWays(one: Traced<Way>, other: Traced<Way>): number {
  if (one.amount !== other.amount) return one.amount > other.amount ? -1 : 1
  let [a, b] = [one.way, other.way]
  if (a?.depth !== b?.depth) return (a?.depth ?? 0) - (b?.depth ?? 0)
  for (; a && b && a !== b; [a, b] = [a.before, b.before]) {
    if (a.node !== b.node) return a.node - b.node
    if (a.merged !== b.merged) return a.merged ? 1 : -1
  }
  return 0
}

function keepLargest(ways: Traced<Way>[]): Traced<Way>[] {
  const sorted = ways.sort(compareWays)
  const rest = sorted.splice(routesKept)
  if (rest.length === 0) return sorted
  const amount = rest.reduce((sum, way) => sum + way.amount, 0n)
  return [...sorted, { way: { before: null, node: rest[0]!.way!.node, depth: 1, merged: true }, amount }]
}

/**
 * A way as it is told, from the token down.
 *
 * @example toRoute(handed, null) // { steps: [], merged: false }
 */
export function toRoute({ graph }: HandedOn, way: Way): Route {
  const steps: Route['steps'][number][] = []
  let merged = false
  for (let at = way; at; at = at.before) {
    steps.push(graph.nodes[at.node]!.step)
    merged ||= at.merged
  }
  return { steps: steps.reverse(), merged }
}
