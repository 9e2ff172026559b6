import type { Address } from '../domain/address'
import type { ContractOwnership } from '../domain/contractOwnership'
import type { Claim } from '../domain/distribution'
import { toByDepth } from './lookThrough/depths'
import { toFlows } from './lookThrough/flows'
import { compareStrings, toGraph } from './lookThrough/graph'
import { handOn, type HandedOn } from './lookThrough/handOn'
import type { LookedThrough, UnresolvedAmount } from './lookThrough/lookedThrough'
import { keepHandedOn } from './lookThrough/parts'

export type { AtDepth, Flow, LookedThrough, Part, Route, Step, UnresolvedAmount } from './lookThrough/lookedThrough'
export { toDistances, type Distance } from './lookThrough/distances'
export { toParts, toUnresolvedParts } from './lookThrough/parts'

/**
 * Who owns a token once every contract whose owners are known has handed on what it holds for them (look-through, Nadler & Schär 2020,
 * arXiv 2012.09306). Contracts may hold shares of each other in any depth and in circles. An account whose owners are not known is a final
 * owner. A contract that names nobody, or a circle of contracts out of which nothing leads, is unresolved.
 *
 * Exact to the smallest unit in sum. Each split is rounded by largest remainder, ties by address: an amount is off by less than one unit for
 * each hand-over from contract to contract or owner that it came through.
 *
 * @param claims who holds the token itself, smallest units
 * @param ownerships to whom what contracts hold belongs, of this token and of what others give out for it; in any order. One for each contract and asset
 * @throws RangeError for a negative amount, and where two ownerships are of one contract and asset
 * @example lookThrough([{ account: pool, amount: 5n }, { account: a, amount: 1n }], [poolOwnership], token)
 * // poolOwnership.claims: 1 of a, 4 of b → owners a: 2n, b: 4n; meanDepth 5/6
 */
export function lookThrough(claims: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address): LookedThrough {
  const handed = handOn(toGraph(claims, ownerships, token))
  const total = claims.reduce((sum, { amount }) => sum + amount, 0n)
  const inWallets = [...handed.graph.holderNodes.keys()].reduce((sum, account) => sum - (handed.graph.holdings[account] ?? 0n), total)
  const byDepth = toByDepth(handed, inWallets)
  const depths = byDepth.reduce((sum, { depth, owned, unresolved }) => sum + BigInt(depth) * (owned + unresolved), 0n)
  return keepHandedOn(
    {
      total,
      owners: toOwners(handed),
      unresolved: toUnresolved(handed),
      flows: toFlows(handed, inWallets),
      byDepth,
      meanDepth: total > 0n ? Number(depths) / Number(total) : null,
    },
    handed,
  )
}

/**
 * The owners and what nobody owns alone, without routes, flows and depths: what `lookThrough` finds, for whoever asks day after day.
 *
 * @example toFinalOwners([{ account: pool, amount: 5n }], [poolOwnership], token).owners // [{ account: a, amount: 1n }, { account: b, amount: 4n }]
 */
export function toFinalOwners(claims: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address): Pick<LookedThrough, 'owners' | 'unresolved'> {
  const handed = handOn(toGraph(claims, ownerships, token))
  return { owners: toOwners(handed), unresolved: toUnresolved(handed) }
}

function toOwners({ graph, shares }: HandedOn): Claim[] {
  const { names } = graph.accounts
  const amounts = graph.holdings.slice()
  for (const account of graph.holderNodes.keys()) amounts[account] = undefined
  while (amounts.length < names.length) amounts.push(undefined)
  shares.accounts.forEach((account, i) => {
    const before = amounts[account]
    amounts[account] = before === undefined ? shares.amounts[i]! : before + shares.amounts[i]!
  })
  const owners: Claim[] = []
  amounts.forEach((amount, account) => {
    if (amount) owners.push({ account: names[account]!, amount })
  })
  return owners
}

function toUnresolved({ graph, unresolved }: HandedOn): UnresolvedAmount[] {
  return unresolved
    .map(({ node, reason, amount }) => ({ node, entry: { ...graph.nodes[node]!.step, reason, amount } }))
    .sort((a, b) => (a.entry.amount > b.entry.amount ? -1 : a.entry.amount < b.entry.amount ? 1 : a.node - b.node || compareStrings(a.entry.reason, b.entry.reason)))
    .map(({ entry }) => entry)
}
