import type { Address } from '../../domain/address'
import type { HandedOn } from './handOn'
import type { LookedThrough, Part, UnresolvedAmount } from './lookedThrough'
import { compareWays, toRoute, toWays, type Way } from './routes'
import { toParts as toPartsOf, type Traced } from './trace'

/** What is needed to tell an owner's parts, made when it is first asked for: of 400,000 owners few are ever looked at. */
interface Told {
  handed: HandedOn
  ways: readonly (readonly Traced<Way>[])[]
  /** Places in the shares, in the order of their accounts: those of account i begin at `begins[i]` and end before `begins[i + 1]` */
  places: Uint32Array
  begins: Uint32Array
}

/** Kept on the look-through itself: one that is shared may be read by another copy of this file than made it (bundlers make several). */
const handedKey = Symbol.for('lorenz.handedOn')
const toldOf = new WeakMap<LookedThrough, Told>()

/** Only for the constructor. */
export function keepHandedOn(lookedThrough: LookedThrough, handed: HandedOn): LookedThrough {
  return Object.defineProperty(lookedThrough, handedKey, { value: handed })
}

/**
 * By which routes an account came to what it owns: its own wallet, and every contract that holds for it.
 *
 * @returns largest first, of equals the shorter route; they add up to what the account owns. Empty for whoever owns nothing
 * @example toParts(lookedThrough, a) // [{ route: { steps: [vault, pool], merged: false }, amount: 5n }, { route: { steps: [], merged: false }, amount: 1n }]
 */
export function toParts(lookedThrough: LookedThrough, account: Address): Part[] {
  const { handed, ways, places, begins } = tell(lookedThrough)
  const { accounts, holdings, holderNodes } = handed.graph
  const id = accounts.find(account)
  if (id === undefined) return []
  const inWallet = holderNodes.has(id) ? 0n : (holdings[id] ?? 0n)
  const parts: Traced<Way>[] = inWallet > 0n ? [{ way: null, amount: inWallet }] : []
  for (const place of places.subarray(begins[id], begins[id + 1]))
    parts.push(...toPartsOf(ways[handed.shares.nodes[place]!]!, handed.shares.amounts[place]!))
  return inOrder(handed, parts)
}

/**
 * By which routes an unresolved amount came to the contract where it stays, that contract included.
 *
 * @param unresolved an entry of `lookedThrough.unresolved`
 * @example toUnresolvedParts(lookedThrough, lookedThrough.unresolved[0]) // [{ route: { steps: [vault], merged: false }, amount: 5n }]
 */
export function toUnresolvedParts(lookedThrough: LookedThrough, unresolved: UnresolvedAmount): Part[] {
  const { handed, ways } = tell(lookedThrough)
  const node = handed.graph.nodes.findIndex((node) => node?.step.contract === unresolved.contract && node.step.asset === unresolved.asset)
  return inOrder(handed, toPartsOf(ways[node] ?? [], unresolved.amount))
}

/** What a look-through was made from, for those that tell more of it. */
export const toHandedOn = (lookedThrough: LookedThrough): HandedOn => (lookedThrough as unknown as Record<symbol, HandedOn>)[handedKey]!

const inOrder = (handed: HandedOn, parts: Traced<Way>[]): Part[] =>
  parts.sort(compareWays).map(({ way, amount }) => ({ route: toRoute(handed, way), amount }))

function tell(lookedThrough: LookedThrough): Told {
  const known = toldOf.get(lookedThrough)
  if (known) return known
  const handed = toHandedOn(lookedThrough)
  const told = { handed, ways: toWays(handed), ...toPlaces(handed) }
  toldOf.set(lookedThrough, told)
  return told
}

/** A counting sort of the shares by account. */
function toPlaces({ graph, shares }: HandedOn): Pick<Told, 'places' | 'begins'> {
  const ends = new Uint32Array(graph.accounts.names.length + 1)
  for (const account of shares.accounts) ends[account]!++
  for (let account = 1; account < ends.length; account++) ends[account]! += ends[account - 1]!
  const places = new Uint32Array(shares.accounts.length)
  for (let place = places.length - 1; place >= 0; place--) places[--ends[shares.accounts[place]!]!] = place
  return { places, begins: ends }
}
