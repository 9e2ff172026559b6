import type { UnresolvedReason } from '../../domain/contractOwnership'
import { apportion } from './apportion'
import { toComponents } from './components'
import { passCircle, type Passage } from './passCircle'
import { compareStrings, type Graph } from './graph'

/** Every amount that was handed on, exactly as it adds up. Lists by node are empty where nothing of the token arrived. */
export interface HandedOn {
  graph: Graph
  /** The nodes where something arrived: each after all that handed on to it, but for circles, which stand together */
  order: readonly number[]
  /** What came to each node from nodes outside its circle */
  arrivals: { from: number; amount: bigint }[][]
  /** What left each node for the outside of its circle, by where it had come into the circle */
  passages: Passage[][]
  /** What each node handed to final owners, share by share: `accounts[i]` got `amounts[i]` from node `nodes[i]` */
  shares: { accounts: number[]; nodes: number[]; amounts: bigint[] }
  unresolved: { node: number; reason: UnresolvedReason; amount: bigint }[]
}

/**
 * Hands on what contracts hold of a token until it lies with final owners or with nobody: the iteration of Nadler & Schär (2020,
 * arXiv 2012.09306), taken to its end. With W the proportions, it solves y = b_C + W_CCᵀ y and x_E = b_E + W_CEᵀ y.
 *
 * Contracts in no circle hand on in topological order, each amount whole; a circle's way out is solved exactly. Only where an amount is
 * split is anything rounded, by largest remainder, so nothing is lost.
 *
 * @example handOn(graph).shares // { accounts: [1, 2], nodes: [0, 0], amounts: [3n, 2n] }
 */
export function handOn(graph: Graph): HandedOn {
  const { accounts, holdings, holderNodes, nodes } = graph
  const entries = nodes.map(() => 0n)
  for (const [account, node] of holderNodes) entries[node] = holdings[account] ?? 0n
  const handed: HandedOn = {
    graph,
    order: [],
    arrivals: nodes.map(() => []),
    passages: nodes.map(() => []),
    shares: { accounts: [], nodes: [], amounts: [] },
    unresolved: [],
  }
  const order: number[] = []
  for (const members of toComponents(nodes.map((node) => toEdges(node?.nodes)))) {
    if (members.every((node) => entries[node] === 0n)) continue
    order.push(...members)
    const passed = passCircle(members, nodes, entries)
    const circle = new Set(members)
    for (const node of members) {
      const staying = passed ? (passed.staying.get(node) ?? 0n) : entries[node]!
      const passages = [...(passed?.leaving.get(node) ?? []), { entry: node, way: [node], amount: staying }]
      handed.passages[node] = passages.filter(({ amount }) => amount > 0n)
      if (passed) split(node, circle, staying)
      if (staying > 0n) giveUp(node, members.length > 1 || nodes[node]!.nodes.includes(node) ? 'closedCircle' : 'unread', staying)
    }
  }
  return { ...handed, order }

  function giveUp(node: number, reason: UnresolvedReason, amount: bigint): void {
    handed.unresolved.push({ node, reason, amount })
  }

  function split(node: number, circle: ReadonlySet<number>, staying: bigint): void {
    const amount = handed.passages[node]!.reduce((sum, passage) => sum + passage.amount, -staying)
    if (amount === 0n) return
    const { accounts: owners, nodes: targets, weights, unresolved } = nodes[node]!
    const out = owners.map((_, i) => i).filter((i) => !circle.has(targets[i]!))
    const parts = [...out.map((i) => weights[i]!), ...unresolved.map(({ amount }) => amount)]
    const nameAt = (place: number) => (place < out.length ? accounts.names[owners[out[place]!]!]! : unresolved[place - out.length]!.reason)
    // Accounts begin with a digit, reasons with a letter: the unresolved come last.
    const given = apportion(amount, parts, parts.reduce((a, b) => a + b), (i, j) => compareStrings(nameAt(i), nameAt(j)))
    given.forEach((part, place) => {
      if (part === 0n) return
      const target = place < out.length ? targets[out[place]!]! : -1
      if (place >= out.length) handed.unresolved.push({ node, reason: unresolved[place - out.length]!.reason, amount: part })
      else if (target >= 0) {
        entries[target]! += part
        handed.arrivals[target]!.push({ from: node, amount: part })
      } else {
        handed.shares.accounts.push(owners[out[place]!]!)
        handed.shares.nodes.push(node)
        handed.shares.amounts.push(part)
      }
    })
  }
}

const toEdges = (targets: Int32Array = new Int32Array()) => [...targets.filter((target) => target >= 0)]
