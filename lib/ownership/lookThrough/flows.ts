import type { HandedOn } from './handOn'
import type { Flow } from './lookedThrough'

/**
 * What was handed on from where to where, for a flow chart. At every contract as much comes in as goes out.
 *
 * @param inWallets what final owners hold themselves
 * @example toFlows(handed, 6n) // [{ from: null, to: { kind: 'owners' }, amount: 6n }, { from: null, to: { kind: 'contract', step }, amount: 4n }, …]
 */
export function toFlows({ graph, arrivals, passages, shares, unresolved }: HandedOn, inWallets: bigint): Flow[] {
  const steps = graph.nodes.map((node) => node?.step)
  const between = steps.map(() => new Map<number, bigint>())
  const add = (from: number, to: number, amount: bigint) => between[from]!.set(to, (between[from]!.get(to) ?? 0n) + amount)
  arrivals.forEach((list, to) => list.forEach(({ from, amount }) => add(from, to, amount)))
  for (const { way, amount } of passages.flat()) for (let i = 1; i < way.length; i++) add(way[i - 1]!, way[i]!, amount)
  const owned = steps.map(() => 0n)
  shares.nodes.forEach((node, i) => (owned[node]! += shares.amounts[i]!))

  const toContracts = (from: Flow['from'], amounts: Iterable<[number, bigint]>): Flow[] =>
    [...amounts].sort(([a], [b]) => a - b).map(([node, amount]) => ({ from, to: { kind: 'contract', step: steps[node]! }, amount }))
  const direct = [...graph.holderNodes].map(([account, node]): [number, bigint] => [node, graph.holdings[account] ?? 0n])
  const flows: Flow[] = [{ from: null, to: { kind: 'owners' }, amount: inWallets }, ...toContracts(null, direct)]
  steps.forEach((step, node) => {
    if (!step) return
    flows.push({ from: step, to: { kind: 'owners' }, amount: owned[node]! }, ...toContracts(step, between[node]!))
    for (const { node: at, reason, amount } of unresolved) if (at === node) flows.push({ from: step, to: { kind: 'unresolved', reason }, amount })
  })
  return flows.filter(({ amount }) => amount > 0n)
}
