import type { Address } from '../domain/address'
import type { ControlMap, ControlNode, ControlPower } from '../domain/controlMap'
import type { ControlFigure } from './controlFigures'

/** In whose hands a contract is, all powers over it together, whoever has the least to overcome first. */
export const hands = ['anybody', 'keys', 'vote', 'nobody', 'unread'] as const
export type Hands = (typeof hands)[number]

/** One contract, and who can change it or use rights in it. */
export interface ContractHands {
  root: ControlMap['roots'][number]
  /** keys: signatures are enough; vote: only a vote; unread: what could not be read may hide keys */
  hands: Hands
  /** Fewest signatures without a vote, over its code, acting through it and rights in it; null without keys */
  signatures: number | null
  /** Seconds that this takes; null without keys */
  delay: number | null
  /** Whether something that could not be read may hide a way of fewer signatures */
  isBound: boolean
}

/**
 * In whose hands each contract is: by the easiest of its powers, as whoever may do the least of them without a vote still has a key to it.
 *
 * @param figures of `controlFigures`; of the code alone where only that is asked about
 * @example toContractHands(controlFigures(map))[0] // { root, hands: 'keys', signatures: 3, delay: 172_800, isBound: false }
 */
export function toContractHands(figures: readonly ControlFigure[]): ContractHands[] {
  const roots = [...new Map(figures.map(({ root }) => [root.address, root])).values()]
  return roots.map((root) => {
    const own = figures.filter((figure) => figure.root.address === root.address)
    const has = (status: ControlFigure['status']) => own.some((figure) => figure.status === status)
    const [least] = own.flatMap(({ status, weakest }) => (status === 'keys' && weakest ? [weakest] : [])).sort((a, b) => a.signatures - b.signatures || a.delay - b.delay)
    const isBound = own.some((figure) => figure.isBound)
    const found: Hands = has('anybody') ? 'anybody' : least ? 'keys' : isBound || has('unread') ? 'unread' : has('vote') ? 'vote' : 'nobody'
    return { root, hands: found, signatures: found === 'keys' ? least!.signatures : null, delay: found === 'keys' ? least!.delay : null, isBound }
  })
}

/** How many contracts are in the hands of so few keys: at least, and at most where something could not be read. */
export interface InFewHands {
  least: number
  most: number
  of: number
}

/**
 * Of how many contracts fewer than so many signatures are enough. One of which something could not be read may be another: it counts in `most`.
 *
 * @example countInFewHands(contracts, 6) // { least: 2, most: 3, of: 5 }
 */
export function countInFewHands(contracts: readonly ContractHands[], fewerThan: number): InFewHands {
  const least = contracts.filter(({ signatures }) => signatures !== null && signatures < fewerThan).length
  const open = contracts.filter((one) => one.hands === 'unread' || (one.hands === 'keys' && one.isBound && one.signatures! >= fewerThan)).length
  return { least, most: least + open, of: contracts.length }
}

const powers: readonly ControlPower[] = ['code', 'act', 'settings']

/**
 * Accounts on the ways to a contract that need no vote: those that sign, and the Safes and contracts through which they do. The contract itself is
 * among them where it is a Safe: then it is the keepers' own.
 *
 * @example toKeepers(map, proxy) // [proxyAdmin, safe, owner1, owner2, owner3]
 */
export function toKeepers({ nodes }: Pick<ControlMap, 'nodes'>, root: Address): Address[] {
  const byAddress = new Map(nodes.map((node) => [node.address, node]))
  const seen = new Set<Address>()
  const visit = (address: Address, asked: readonly ControlPower[]) => {
    const node = byAddress.get(address)
    if (!node || seen.has(address) || isEnd(node)) return
    seen.add(address)
    for (const { power, groups } of node.ways) if (asked.includes(power)) for (const member of groups.flatMap(({ members }) => members)) visit(member, ['act', 'code'])
  }
  visit(root, powers)
  return [...seen].filter((address) => address !== root || byAddress.get(address)!.kind === 'safe')
}

/** By vote, or by nobody: nobody stands there who keeps a key. A Governor with a guardian, or whose code somebody can replace, is no end. */
const isEnd = ({ kind, ways }: ControlNode): boolean => kind === 'nobody' || (kind === 'governor' && ways.length === 0)
