import type { Address } from '../../domain/address'
import type { ContractOwnership, UnresolvedReason } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'
import { toAccounts, type Accounts } from './accounts'
import type { Step } from './lookedThrough'

/** A contract that hands on what it holds of an asset: to accounts, to other such nodes, to nobody. */
export interface Node {
  step: Step
  /** Whom it hands on to; each account once, none with nothing */
  accounts: readonly number[]
  weights: readonly bigint[]
  /** The node that each of these accounts is for what it is handed, or −1: a final owner */
  nodes: Int32Array
  unresolved: readonly { reason: UnresolvedReason; amount: bigint }[]
}

/** Who holds a token, and who hands on what, under small numbers. */
export interface Graph {
  accounts: Accounts
  /** What each account holds of the token itself, by its number; undefined beyond those that hold any */
  holdings: readonly (bigint | undefined)[]
  /** The node that an account is for the token itself, if it is one */
  holderNodes: ReadonlyMap<number, number>
  /** By contract, then asset. Undefined where nothing of the token can arrive */
  nodes: readonly (Node | undefined)[]
}

/**
 * Reads claims and ownerships into a graph. Nodes are (account, asset): what S holds in LP tokens is handed on by the ownership of
 * contract S over asset LP.
 *
 * @throws RangeError for a negative amount, and for two ownerships of one contract over one asset: only one can be right
 * @example toGraph([{ account: pool, amount: 5n }], [{ contract: pool, asset: token, … }], token).holderNodes // Map { 0 → 0 }
 */
export function toGraph(claims: readonly Claim[], ownerships: readonly ContractOwnership[], token: Address): Graph {
  const sorted = ownerships.toSorted((a, b) => compareStrings(a.contract, b.contract) || compareStrings(a.asset, b.asset))
  const accounts = toAccounts(claims.length + ownerships.length)
  const nodesOf = new Map<Address, Map<number, number>>()
  sorted.forEach(({ contract, asset, source }, node) => {
    const before = sorted[node - 1]
    if (before?.contract === contract && before.asset === asset)
      throw new RangeError(`lookThrough: both ${before.source} and ${source} say to whom what ${contract} holds of ${asset} belongs; keep one`)
    const nodes = nodesOf.get(asset) ?? new Map<number, number>()
    nodesOf.set(asset, nodes.set(accounts.intern(contract), node))
  })

  const holdings: (bigint | undefined)[] = []
  for (const { account, amount } of claims) {
    if (amount < 0n) throw new RangeError(`lookThrough: ${account} has the negative amount ${amount}`)
    const id = accounts.intern(account)
    while (holdings.length <= id) holdings.push(undefined)
    const before = holdings[id]
    // To add to nothing would make every number once more.
    holdings[id] = before === undefined ? amount : before + amount
  }

  const holderNodes = nodesOf.get(token) ?? new Map<number, number>()
  const nodes: (Node | undefined)[] = sorted.map(() => undefined)
  const toNode = toNodeReader(accounts, sorted.reduce((sum, { claims }) => sum + claims.length, 0))
  const reached = [...holderNodes].filter(([account]) => holdings[account]).map(([, node]) => node)
  for (let node = reached.pop(); node !== undefined; node = reached.pop()) {
    if (nodes[node]) continue
    const { shares } = sorted[node]!
    const made = (nodes[node] = toNode(sorted[node]!, shares ? nodesOf.get(shares) : undefined))
    for (const target of made.nodes) if (target >= 0 && !nodes[target]) reached.push(target)
  }
  return { accounts, holdings, holderNodes, nodes }
}

/** Reads one ownership after the other. `claims`: how many there are in all of them. */
function toNodeReader(accounts: Accounts, claims: number) {
  // Where an account stands in the list that is being made. Lists follow one another, so that what is left of earlier ones is below `began`.
  const places = new Int32Array(accounts.names.length + claims).fill(-1)
  let began = 0
  return (ownership: ContractOwnership, nodesOfShares: ReadonlyMap<number, number> | undefined): Node => {
    const { contract, asset, source } = ownership
    const refuse = (what: string, amount: bigint) =>
      new RangeError(`lookThrough: ${source} says that what ${contract} holds of ${asset} belongs to ${what} with the negative amount ${amount}`)
    const ids: number[] = []
    const weights: bigint[] = []
    for (const { account, amount } of ownership.claims) {
      if (amount < 0n) throw refuse(account, amount)
      if (amount === 0n) continue
      const id = accounts.intern(account)
      if (places[id]! >= began) {
        weights[places[id]! - began]! += amount
        continue
      }
      places[id] = began + ids.length
      ids.push(id)
      weights.push(amount)
    }
    began += ids.length
    const nodes = new Int32Array(ids.length)
    for (let i = 0; i < ids.length; i++) nodes[i] = nodesOfShares?.get(ids[i]!) ?? -1
    const unresolved = new Map<UnresolvedReason, bigint>()
    for (const { reason, amount } of ownership.unresolved) {
      if (amount < 0n) throw refuse(reason, amount)
      if (amount > 0n) unresolved.set(reason, (unresolved.get(reason) ?? 0n) + amount)
    }
    return {
      step: { contract, asset, source },
      accounts: ids,
      weights,
      nodes,
      unresolved: [...unresolved].map(([reason, amount]) => ({ reason, amount })).sort((a, b) => compareStrings(a.reason, b.reason)),
    }
  }
}

/** By code units: the order of addresses everywhere. */
export const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
