import type { Address } from '../../domain/address'
import type { HandedOn } from './handOn'
import type { LookedThrough, Part, Route, UnresolvedAmount } from './lookedThrough'
import { compareParts, toRoutes } from './routes'
import { toParts as toPartsOf, type Traced } from './trace'

/** What is needed to tell an owner's parts, made when it is first asked for: of 400,000 owners few are ever looked at. */
interface Ways {
  handed: HandedOn
  routes: readonly (readonly Traced<Route>[])[]
  /** Places in the shares, in the order of their accounts: those of account i begin at `begins[i]` and end before `begins[i + 1]` */
  places: Uint32Array
  begins: Uint32Array
}

const handedOf = new WeakMap<LookedThrough, HandedOn>()
const waysOf = new WeakMap<LookedThrough, Ways>()

/** Only for the constructor. */
export function keepHandedOn(lookedThrough: LookedThrough, handed: HandedOn): LookedThrough {
  handedOf.set(lookedThrough, handed)
  return lookedThrough
}

/**
 * By which routes an account came to what it owns: its own wallet, and every contract that holds for it.
 *
 * @returns largest first, ties by route; they add up to what the account owns. Empty for whoever owns nothing
 * @example toParts(lookedThrough, a) // [{ route: { steps: [vault, pool], merged: false }, amount: 5n }, { route: { steps: [], merged: false }, amount: 1n }]
 */
export function toParts(lookedThrough: LookedThrough, account: Address): Part[] {
  const { handed, routes, places, begins } = toWays(lookedThrough)
  const { accounts, holdings, holderNodes } = handed.graph
  const id = accounts.find(account)
  if (id === undefined) return []
  const inWallet = holderNodes.has(id) ? 0n : (holdings[id] ?? 0n)
  const parts: Traced<Route>[] = inWallet > 0n ? [{ way: { steps: [], merged: false }, amount: inWallet }] : []
  for (const place of places.subarray(begins[id], begins[id + 1]))
    parts.push(...toPartsOf(routes[handed.shares.nodes[place]!]!, handed.shares.amounts[place]!))
  return inOrder(parts)
}

/**
 * By which routes an unresolved amount came to the contract where it stays, that contract included.
 *
 * @param unresolved an entry of `lookedThrough.unresolved`
 * @example toUnresolvedParts(lookedThrough, lookedThrough.unresolved[0]) // [{ route: { steps: [vault], merged: false }, amount: 5n }]
 */
export function toUnresolvedParts(lookedThrough: LookedThrough, unresolved: UnresolvedAmount): Part[] {
  const { handed, routes } = toWays(lookedThrough)
  const node = handed.graph.nodes.findIndex((node) => node?.step.contract === unresolved.contract && node.step.asset === unresolved.asset)
  return inOrder(toPartsOf(routes[node] ?? [], unresolved.amount))
}

const inOrder = (parts: Traced<Route>[]): Part[] => parts.sort(compareParts).map(({ way, amount }) => ({ route: way, amount }))

function toWays(lookedThrough: LookedThrough): Ways {
  const known = waysOf.get(lookedThrough)
  if (known) return known
  const handed = handedOf.get(lookedThrough)!
  const ways = { handed, routes: toRoutes(handed), ...toPlaces(handed) }
  waysOf.set(lookedThrough, ways)
  return ways
}

/** A counting sort of the shares by account. */
function toPlaces({ graph, shares }: HandedOn): Pick<Ways, 'places' | 'begins'> {
  const ends = new Uint32Array(graph.accounts.names.length + 1)
  for (const account of shares.accounts) ends[account]!++
  for (let account = 1; account < ends.length; account++) ends[account]! += ends[account - 1]!
  const places = new Uint32Array(shares.accounts.length)
  for (let place = places.length - 1; place >= 0; place--) places[--ends[shares.accounts[place]!]!] = place
  return { places, begins: ends }
}
