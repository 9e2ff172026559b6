import { apportion } from './apportion'
import type { HandedOn } from './handOn'
import type { Passage } from './passCircle'

/** How much came in one way. */
export interface Traced<Way> {
  way: Way
  amount: bigint
}

/**
 * By which ways what left each node had come there, from the token down. Amounts mix in a contract: what it hands on came by each way in
 * the same proportion.
 *
 * @param start the way to a wallet that holds the token itself
 * @param extend a way, and after it these nodes
 * @param gather keeps a list short, without losing any amount
 * @returns for each node, ways whose amounts add up to what left it
 * @example trace(handed, 0, (depth, nodes) => depth + nodes.length, (ways) => ways) // [[{ way: 1, amount: 5n }]]
 */
export function trace<Way>(
  { graph, order, arrivals, passages }: HandedOn,
  start: Way,
  extend: (way: Way, nodes: Passage['way']) => Way,
  gather: (ways: Traced<Way>[]) => Traced<Way>[],
): readonly (readonly Traced<Way>[])[] {
  const leaving: Traced<Way>[][] = passages.map(() => [])
  const coming: Traced<Way>[][] = passages.map(() => [])
  const direct = new Map([...graph.holderNodes].map(([account, node]) => [node, graph.holdings[account] ?? 0n]))
  const come = (node: number): Traced<Way>[] => [
    ...(direct.get(node) ? [{ way: start, amount: direct.get(node)! }] : []),
    // In an order of their own: ties must not hang on the order in which claims were given.
    ...arrivals[node]!.toSorted((a, b) => a.from - b.from).flatMap(({ from, amount }) => toParts(leaving[from]!, amount)),
  ]
  for (const node of order) {
    const ways = passages[node]!.flatMap(({ entry, way, amount }) => {
      // The members of a circle need what came to each other, and all of that came from before the circle.
      if (coming[entry]!.length === 0) coming[entry] = come(entry)
      return toParts(coming[entry]!, amount).map((part) => ({ way: extend(part.way, way), amount: part.amount }))
    })
    leaving[node] = gather(ways)
  }
  return leaving
}

/**
 * An amount split as others came.
 *
 * @example toParts([{ way: 1, amount: 2n }, { way: 2, amount: 1n }], 9n) // [{ way: 1, amount: 6n }, { way: 2, amount: 3n }]
 */
export function toParts<Way>(ways: readonly Traced<Way>[], amount: bigint): Traced<Way>[] {
  const weights = ways.map((way) => way.amount)
  const parts = apportion(amount, weights, weights.reduce((a, b) => a + b, 0n), (i, j) => i - j)
  return ways.map(({ way }, i) => ({ way, amount: parts[i]! })).filter((part) => part.amount > 0n)
}
