import { compareStrings } from './graph'
import type { HandedOn } from './handOn'
import type { Route } from './lookedThrough'
import { trace, type Traced } from './trace'

/** So many routes to one contract are told apart: where everything is wrapped in everything, there are more than anybody can read. */
export const routesKept = 200

/**
 * The routes by which what each node hands on had come there, itself included: the largest, and the rest as one.
 *
 * @returns for each node, amounts that add up to what left it
 * @example toRoutes(handed)[0] // [{ way: { steps: [pool], merged: false }, amount: 5n }]
 */
export function toRoutes(handed: HandedOn): readonly (readonly Traced<Route>[])[] {
  const start: Route = { steps: [], merged: false }
  const extend = ({ steps, merged }: Route, nodes: readonly number[]): Route => ({
    steps: [...steps, ...nodes.map((node) => handed.graph.nodes[node]!.step)],
    merged,
  })
  return trace(handed, start, extend, keepLargest)
}

function keepLargest(routes: Traced<Route>[]): Traced<Route>[] {
  const sorted = routes.sort(compareParts)
  const rest = sorted.splice(routesKept)
  if (rest.length === 0) return sorted
  const amount = rest.reduce((sum, route) => sum + route.amount, 0n)
  return [...sorted, { way: { steps: rest[0]!.way.steps.slice(-1), merged: true }, amount }]
}

/**
 * Largest first, ties by the routes' contracts and assets.
 *
 * @example routes.sort(compareParts)
 */
export function compareParts(one: Traced<Route>, other: Traced<Route>): number {
  if (one.amount !== other.amount) return one.amount > other.amount ? -1 : 1
  return compareStrings(toKey(one.way), toKey(other.way))
}

const toKey = ({ steps, merged }: Route) => `${steps.map(({ contract, asset }) => contract + asset).join()}${merged ? '…' : ''}`
