import type { Address } from '../domain/address'
import type { HoldingChange } from '../domain/changedDistribution'

/** Who moved between two moments: the largest moves first, ties by address. */
export interface HolderChanges {
  /** held nothing before, something after */
  entered: readonly HoldingChange[]
  /** held something before, nothing after */
  left: readonly HoldingChange[]
  /** held something before, more after */
  grew: readonly HoldingChange[]
  /** held something before, less after, but not nothing */
  shrank: readonly HoldingChange[]
}

/**
 * What changed between two moments: who entered, who left, who grew and who shrank. An account that is below zero holds nothing.
 *
 * @param before balances, smallest units; who is missing held nothing
 * @param after the same later; both may leave out whoever did not change
 * @returns four lists, empty where nobody did so
 * @example toHolderChanges(new Map([[a, 5n]]), new Map([[a, 2n], [b, 3n]])) // entered b: 0n → 3n; shrank a: 5n → 2n
 */
export function toHolderChanges(before: ReadonlyMap<Address, bigint>, after: ReadonlyMap<Address, bigint>): HolderChanges {
  const changes = [...new Set([...before.keys(), ...after.keys()])]
    .map((account) => ({ account, before: toHolding(before.get(account)), after: toHolding(after.get(account)) }))
    .filter((change) => change.before !== change.after)
    .sort(compare)
  return {
    entered: changes.filter((change) => change.before === 0n),
    left: changes.filter((change) => change.after === 0n),
    grew: changes.filter((change) => change.before > 0n && change.after > change.before),
    shrank: changes.filter((change) => change.after > 0n && change.after < change.before),
  }
}

const toHolding = (balance = 0n): bigint => (balance > 0n ? balance : 0n)

const toMove = ({ before, after }: HoldingChange): bigint => (after > before ? after - before : before - after)

function compare(one: HoldingChange, other: HoldingChange): number {
  const [a, b] = [toMove(one), toMove(other)]
  return a > b ? -1 : a < b ? 1 : one.account < other.account ? -1 : 1
}
