import type { HandedOn } from './handOn'
import type { AtDepth } from './lookedThrough'
import { toParts, trace, type Traced } from './trace'

/**
 * How much of a token lies how deep: the wrapping complexity of Nadler & Schär (2020).
 *
 * @param inWallets what final owners hold themselves
 * @example toByDepth(handed, 6n) // [{ depth: 0, owned: 6n, unresolved: 0n }, { depth: 1, owned: 3n, unresolved: 1n }]
 */
export function toByDepth(handed: HandedOn, inWallets: bigint): AtDepth[] {
  const leaving = trace(handed, 0, (depth, nodes) => depth + nodes.length, addUp)
  const owned = handed.passages.map(() => 0n)
  const unresolved = handed.passages.map(() => 0n)
  handed.shares.nodes.forEach((node, i) => (owned[node]! += handed.shares.amounts[i]!))
  for (const { node, amount } of handed.unresolved) unresolved[node]! += amount
  const at: AtDepth[] = []
  const add = (depth: number, kind: 'owned' | 'unresolved', amount: bigint) => {
    while (at.length <= depth) at.push({ depth: at.length, owned: 0n, unresolved: 0n })
    at[depth]![kind] += amount
  }
  if (inWallets > 0n) add(0, 'owned', inWallets)
  for (const node of handed.order) {
    if (owned[node]! > 0n) for (const { way, amount } of toParts(leaving[node]!, owned[node]!)) add(way, 'owned', amount)
    if (unresolved[node]! > 0n) for (const { way, amount } of toParts(leaving[node]!, unresolved[node]!)) add(way, 'unresolved', amount)
  }
  return at
}

/** Ways that are the same number, as one each. */
export function addUp(parts: readonly Traced<number>[]): Traced<number>[] {
  const amounts = new Map<number, bigint>()
  for (const { way, amount } of parts) amounts.set(way, (amounts.get(way) ?? 0n) + amount)
  return [...amounts].map(([way, amount]) => ({ way, amount })).sort((a, b) => a.way - b.way)
}
