import type { Address } from '../domain/address'
import type { ControlGapReason, ControlMap, ControlNode, ControlPower } from '../domain/controlMap'
import { solveControl, type KeySet, type SolvedMap } from './keySets'

/** A step that could not be read, and where. */
export interface ControlGap {
  account: Address
  reason: ControlGapReason
  detail: string | null
}

/** Fewest signatures of a way, who for example, and how long it takes. */
export interface WeakestWay {
  /** Distinct keys; with Governors, beside their votes */
  signatures: number
  /** seconds */
  delay: number
  /** One such set; others of the same size there may be */
  keys: readonly Address[]
  governors: readonly Address[]
}

/** How many keys it takes for a power over a contract, and how long users have. */
export interface ControlFigure {
  root: ControlMap['roots'][number]
  power: ControlPower
  /** keys: signatures are enough; vote: only a Governor's vote; anybody; nobody; unread: no way was found, and something could not be read */
  status: 'keys' | 'vote' | 'anybody' | 'nobody' | 'unread'
  /** The way of fewest signatures, the quickest of them; null where there is none */
  weakest: WeakestWay | null
  /** The quickest way of all, where it is quicker than that and takes more signatures or a vote; else null */
  quickest: WeakestWay | null
  /** Governors that can do it by vote, alone or with few signatures */
  byVote: readonly Address[]
  /** Whether an unread step, or a limit of the search, may hide a way of fewer signatures: the figure is then "at most" */
  isBound: boolean
  gaps: readonly ControlGap[]
}

/**
 * How many keys it takes to replace each contract's code, to act through it and to change its settings, and how long users have to leave.
 *
 * Nakamoto of control: the fewest distinct keys that can do it together, over every way there is; Safes ask for k of n owners, and an owner of two
 * Safes signs once. Waiting times of timelocks on a way add up; of those who must agree, the slowest counts. A Governor ends a way: by vote.
 *
 * @returns for each root a figure of its code, and of acting and settings where there is such a thing
 * @example controlFigures(map)[0] // { power: 'code', status: 'keys', weakest: { signatures: 3, delay: 172_800, … }, isBound: false, … }
 */
export function controlFigures(map: ControlMap): ControlFigure[] {
  const solved = solveControl(map)
  const byAddress = new Map(map.nodes.map((node) => [node.address, node]))
  return map.roots.flatMap((root) => {
    const node = byAddress.get(root.address)
    if (!node) return []
    // What could not be read is told too: otherwise nobody would seem to have it.
    const has = (power: ControlPower) => [...node.ways, ...node.gaps].some((one) => one.power === power) || (power === 'act' && node.kind === 'governor')
    const powers: ControlPower[] = ['code', ...(['act', 'settings'] as const).filter(has)]
    return powers.map((power) => toFigure(root, power, byAddress, solved))
  })
}

function toFigure(root: ControlFigure['root'], power: ControlPower, byAddress: ReadonlyMap<Address, ControlNode>, solved: SolvedMap): ControlFigure {
  const ways = solved.setsOf(root.address, power).map((set) => toWay(set, solved))
  const gaps = toGaps(root.address, power, byAddress)
  const signed = ways.filter(({ governors }) => governors.length === 0)
  const weakest = toLeast(signed.length > 0 ? signed : ways)
  const quickest = [...ways].sort((a, b) => a.delay - b.delay || a.signatures - b.signatures)[0]
  const nothing = gaps.length > 0 ? 'unread' as const : 'nobody' as const
  const status = !weakest ? nothing : weakest.governors.length > 0 ? 'vote' as const : weakest.signatures > 0 ? 'keys' as const : 'anybody' as const
  return {
    root,
    power,
    status,
    weakest,
    quickest: weakest && quickest && quickest.delay < weakest.delay ? quickest : null,
    byVote: [...new Set(ways.flatMap(({ governors }) => governors))].sort(),
    isBound: status !== 'anybody' && (gaps.length > 0 || solved.cut),
    gaps,
  }
}

function toWay(set: KeySet, solved: SolvedMap): WeakestWay {
  const { keys, governors } = solved.accountsOf(set)
  return { signatures: keys.length, delay: set.delay, keys, governors }
}

const toLeast = (ways: readonly WeakestWay[]): WeakestWay | null => [...ways].sort((a, b) => a.signatures - b.signatures || a.delay - b.delay)[0] ?? null

/**
 * Whatever could not be read on a way to a power. A contract that only holds a power, and of which it is not known who acts through it, is such a
 * gap: nobody has said that nobody does.
 */
function toGaps(root: Address, power: ControlPower, byAddress: ReadonlyMap<Address, ControlNode>): ControlGap[] {
  const gaps: ControlGap[] = []
  const seen = new Set<Address>()
  const visit = (address: Address, powers: readonly ControlPower[]) => {
    const node = byAddress.get(address)
    if (!node || seen.has(address)) return
    seen.add(address)
    for (const gap of node.gaps) if (powers.includes(gap.power)) gaps.push({ account: address, reason: gap.reason, detail: gap.detail })
    if (address !== root && node.kind === 'contract' && !node.ways.some((way) => way.power === 'act')) gaps.push({ account: address, reason: 'unknownContract', detail: null })
    for (const way of node.ways) if (powers.includes(way.power)) for (const member of way.groups.flatMap(({ members }) => members)) visit(member, ['act', 'code'])
  }
  visit(root, [power, 'code'])
  return gaps
}
