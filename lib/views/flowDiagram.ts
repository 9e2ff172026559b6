import { toRatio } from '@/lib/domain/amount'
import type { FlowDiagram, FlowLink, FlowNode } from '@/lib/domain/chartSpec'
import { unresolvedReasons } from '@/lib/domain/contractOwnership'
import type { Locale } from '@/lib/domain/text'
import type { Flow, Step } from '@/lib/ownership/lookThrough'

/** So many contracts stand in a column by themselves; more have no room for their names. */
const contractsShown = 5
/** So many reasons why nobody is known. */
const reasonsShown = 3
/** A contract that less than this share comes through is told with the others. */
const leastShare = 0.002

const words = {
  en: { owners: 'owners', contracts: (count: number) => `${count} other contracts`, reasons: (count: number) => `${count} other reasons` },
  de: { owners: 'Eigentümer', contracts: (count: number) => `${count} andere Contracts`, reasons: (count: number) => `${count} andere Gründe` },
} as const

/** How the places of a flow chart are called. */
export interface FlowWords {
  /** The token: where everything begins */
  token: string
  /** What a contract is called that is looked through */
  nameOf: (step: Step) => string
}

const keyOf = ({ contract, asset }: Step) => `${contract}:${asset}`

/**
 * Flows as they are drawn: the token, then contracts by how many others their tokens come through, then owners and what has none. Small
 * contracts of a column and small reasons are added up.
 *
 * @param total what the shares are taken of, smallest units, positive
 * @example toFlowDiagram([{ from: null, to: { kind: 'owners' }, amount: 4n }, …], 10n, { token: 'UNI', nameOf }, 'en').links[0] // { from: 'token', to: 'owners', share: 0.4 }
 */
export function toFlowDiagram(flows: readonly Flow[], total: bigint, { token, nameOf }: FlowWords, locale: Locale): FlowDiagram {
  const word = words[locale]
  const columns = toColumns(flows)
  const last = Math.max(0, ...columns.values()) + 1
  const incoming = new Map<string, bigint>()
  for (const { to, amount } of flows) incoming.set(toPlace(to), (incoming.get(toPlace(to)) ?? 0n) + amount)
  const steps = new Map(flows.flatMap(({ from, to }) => [from, to.kind === 'contract' ? to.step : null]).flatMap((step) => (step ? [[keyOf(step), step] as const] : [])))

  const nodes: FlowNode[] = [{ id: 'token', label: token, column: 0, kind: 'source' }]
  /** What is told with others: where it stands instead */
  const together = new Map<string, string>()
  const bySize = (places: readonly string[]) => [...places].sort((a, b) => compare(incoming.get(b) ?? 0n, incoming.get(a) ?? 0n) || (a < b ? -1 : 1))
  const keep = (places: readonly string[], most: number, restId: string, make: (place: string) => FlowNode, makeRest: (count: number) => FlowNode) => {
    const sorted = bySize(places)
    const isLarge = (place: string, at: number) => at < most && toRatio(incoming.get(place) ?? 0n, total) >= leastShare
    const large = sorted.filter(isLarge)
    const rest = sorted.filter((place) => !large.includes(place))
    // One alone takes no more room by its own name.
    const own = rest.length === 1 ? sorted : large
    nodes.push(...own.map(make))
    if (rest.length > 1) {
      for (const place of rest) together.set(place, restId)
      nodes.push(makeRest(rest.length))
    }
  }
  for (let column = 1; column < last; column++) {
    const places = [...columns].flatMap(([place, at]) => (at === column ? [place] : []))
    const rest = `others:${column}`
    keep(places, contractsShown, rest, (id) => ({ id, label: nameOf(steps.get(id)!), column, kind: 'passed' }), (count) => ({ id: rest, label: word.contracts(count), column, kind: 'passed' }))
  }
  if (incoming.has('owners')) nodes.push({ id: 'owners', label: word.owners, column: last, kind: 'end' })
  const reasons = [...incoming.keys()].filter((place) => place in unresolvedReasons)
  const label = (place: string) => unresolvedReasons[place as keyof typeof unresolvedReasons][locale]
  keep(reasons, reasonsShown, 'others', (id) => ({ id, label: label(id), column: last, kind: 'lost' }), (count) => ({ id: 'others', label: word.reasons(count), column: last, kind: 'lost' }))

  const links = new Map<string, { from: string; to: string; amount: bigint }>()
  for (const { from, to, amount } of flows) {
    const ends = [from ? keyOf(from) : 'token', toPlace(to)].map((place) => together.get(place) ?? place) as [string, string]
    const link = links.get(ends.join()) ?? { from: ends[0], to: ends[1], amount: 0n }
    links.set(ends.join(), { ...link, amount: link.amount + amount })
  }
  return { nodes, links: [...links.values()].map(({ from, to, amount }): FlowLink => ({ from, to, share: toRatio(amount, total) })) }
}

const toPlace = (to: Flow['to']): string => (to.kind === 'contract' ? keyOf(to.step) : to.kind === 'owners' ? 'owners' : to.reason)

/** Each contract's column: one more than that of the last one before it. A circle of contracts is entered where the token's way reaches it first. */
function toColumns(flows: readonly Flow[]): Map<string, number> {
  const before = new Map<string, Set<string>>()
  for (const { from, to } of flows) {
    if (to.kind !== 'contract') continue
    const place = keyOf(to.step)
    before.set(place, (before.get(place) ?? new Set()).add(from ? keyOf(from) : 'token'))
  }
  const columns = new Map([['token', 0]])
  while (before.size > 0) {
    const reached = [...before].filter(([, sources]) => [...sources].some((source) => columns.has(source)))
    const [next] = reached.find(([, sources]) => [...sources].every((source) => columns.has(source))) ?? reached[0] ?? [...before][0]!
    columns.set(next, 1 + Math.max(0, ...[...before.get(next)!].map((source) => columns.get(source) ?? 0)))
    before.delete(next)
  }
  columns.delete('token')
  return columns
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
