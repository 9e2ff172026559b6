import type { Address } from '../domain/address'
import type { ControlGapReason, ControlKind, ControlMap, ControlNode, ControlWay } from '../domain/controlMap'

/** One line of the map written as a tree: an account, and what it may do with the one that it stands below. */
export interface ControlStep {
  /** 0 for the contracts that are asked about */
  depth: number
  /** null where anybody may */
  account: Address | null
  kind: ControlKind | null
  /** null for the contracts that are asked about */
  way: Pick<ControlWay, 'power' | 'means' | 'detail' | 'delay' | 'evidence'> | null
  /** So many of so many must agree; null for the contracts that are asked about */
  group: { threshold: number; members: number } | null
  said: readonly string[]
  implementation: Address | null
  gaps: ControlNode['gaps']
  /** above: who controls it was written further up already; loop: it stands above itself */
  again: 'above' | 'loop' | null
}

/** So many lines of one map are written. */
export const stepsKept = 1000

/**
 * A control map as the lines of a tree, each contract's ways below it, each account's own ways written once.
 *
 * @returns at most `stepsKept` lines, and whether that was all
 * @example controlTree(map).steps.map(({ depth, account }) => [depth, account]) // [[0, proxy], [1, proxyAdmin], [2, timelock], [3, safe], …]
 */
export function controlTree({ roots, nodes }: ControlMap): { steps: ControlStep[]; whole: boolean } {
  const byAddress = new Map(nodes.map((node) => [node.address, node]))
  const steps: ControlStep[] = []
  const written = new Set<Address>()
  let whole = true

  function write(account: Address | null, depth: number, from: Pick<ControlStep, 'way' | 'group'>, path: readonly Address[]): void {
    if (steps.length >= stepsKept) {
      whole = false
      return
    }
    const node = account === null ? undefined : byAddress.get(account)
    const ways = node?.ways ?? []
    const again = account !== null && path.includes(account) ? 'loop' as const : account !== null && written.has(account) && ways.length > 0 ? 'above' as const : null
    const { kind = null, said = [], implementation = null } = node ?? {}
    const missing: ControlGapReason | null = isUnknown(node, depth) ? 'unknownContract' : null
    const gaps = [...(node?.gaps ?? []), ...(missing ? [{ power: 'act' as const, reason: missing, detail: null }] : [])]
    steps.push({ depth, account, kind, ...from, said, implementation, gaps, again })
    if (account === null || again) return
    written.add(account)
    for (const { groups, ...way } of ways) {
      if (groups.length === 0) write(null, depth + 1, { way, group: { threshold: 0, members: 0 } }, path)
      for (const { threshold, members } of groups) for (const member of members) write(member, depth + 1, { way, group: { threshold, members: members.length } }, [...path, account])
    }
  }
  for (const { address } of roots) write(address, 0, { way: null, group: null }, [])
  return { steps, whole }
}

/** A contract that holds a power over another, and nobody knows who acts through it. */
const isUnknown = (node: ControlNode | undefined, depth: number): boolean => depth > 0 && node?.kind === 'contract' && !node.ways.some(({ power }) => power === 'act')
