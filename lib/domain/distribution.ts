import type { Address } from './address'
import { mergeClaims } from './mergeClaims'
import { toOrder } from './order'

/** An account's right to some amount of a token, through one source (its wallet, a pool, a vault, a lock). */
export interface Claim {
  account: Address
  /** smallest units */
  amount: bigint
}

declare const made: unique symbol

/**
 * The amounts of one snapshot under one lens: largest first, ties by address, no zeros. Frozen, made only by `toDistribution` and
 * `toChangedDistribution`. `accounts[i]` holds `amounts[i]`.
 */
export interface Distribution {
  readonly accounts: readonly Address[]
  readonly amounts: readonly bigint[]
  /** Σ amounts: the denominator of every share taken from this distribution. */
  readonly total: bigint
  readonly [made]: true
}

/**
 * Orders claims into a distribution. Claims of one account are added up; zeros are not holders and are dropped.
 *
 * @throws RangeError for a negative claim: what cannot be owned is a gap of the snapshot, not a holder.
 * @example toDistribution([{account: a, amount: 1n}, {account: b, amount: 3n}]).amounts // [3n, 1n]
 */
export function toDistribution(claims: Iterable<Claim>): Distribution {
  const merged = mergeClaims(claims)
  const order = toOrder(merged.accounts, merged.amounts)
  const accounts = new Array<Address>(order.length)
  const amounts = new Array<bigint>(order.length)
  for (let i = 0; i < order.length; i++) {
    accounts[i] = merged.accounts[order[i]!]!
    amounts[i] = merged.amounts[order[i]!]!
  }
  return freeze(accounts, amounts, merged.total)
}

/** What one account held before and holds after; 0n for nothing. */
export interface HoldingChange {
  account: Address
  before: bigint
  after: bigint
}

/** A distribution made from an earlier one, and where everyone moved: who is in no run was put in or has another amount. */
export interface ChangedDistribution {
  distribution: Distribution
  /** `length` holders in a row, from place `from` in the earlier distribution to place `to` in this one */
  runs: readonly { from: number; to: number; length: number }[]
  /** the other places of this one, ascending */
  inserted: readonly number[]
}

/**
 * The distribution after some accounts changed: what `toDistribution` gives of all claims, by merging in place of sorting.
 *
 * @param changes each account once, with exactly what it held before
 * @throws RangeError for a negative amount, or an account that did not hold what the change says
 * @example toChangedDistribution(toDistribution([{ account: a, amount: 3n }]), [{ account: b, before: 0n, after: 5n }]).distribution.amounts // [5n, 3n]
 */
export function toChangedDistribution(before: Distribution, changes: readonly HoldingChange[]): ChangedDistribution {
  const negative = changes.find(({ after }) => after < 0n)
  if (negative) throw new RangeError(`toChangedDistribution: ${negative.account} has the negative amount ${negative.after}`)
  const added = changes.filter(({ after }) => after > 0n)
  const order = toOrder(added.map(({ account }) => account), added.map(({ after }) => after))
  const removed = Int32Array.from(changes.filter((change) => change.before > 0n), (change) => toPlace(before, change)).sort()
  const accounts = new Array<Address>(before.amounts.length - removed.length + added.length)
  const amounts = new Array<bigint>(accounts.length)
  const runs: { from: number; to: number; length: number }[] = []
  const inserted: number[] = []
  let [from, to, nextRemoved] = [0, 0, 0]
  const keepUpTo = (end: number) => {
    if (end > from) runs.push({ from, to, length: end - from })
    for (; from < end; from++, to++) {
      accounts[to] = before.accounts[from]!
      amounts[to] = before.amounts[from]!
    }
  }
  const leaveOutUpTo = (end: number) => {
    for (; nextRemoved < removed.length && removed[nextRemoved]! < end; nextRemoved++) {
      keepUpTo(removed[nextRemoved]!)
      from++
    }
    keepUpTo(end)
  }
  for (const index of order) {
    const { account, after } = added[index]!
    leaveOutUpTo(toLowerBound(before, account, after, from))
    inserted.push(to)
    accounts[to] = account
    amounts[to] = after
    to++
  }
  leaveOutUpTo(before.amounts.length)
  const total = changes.reduce((sum, change) => sum + change.after - change.before, before.total)
  return { distribution: freeze(accounts, amounts, total), runs, inserted }
}

const freeze = (accounts: Address[], amounts: bigint[], total: bigint): Distribution =>
  Object.freeze({ accounts: Object.freeze(accounts), amounts: Object.freeze(amounts), total }) as Distribution

function toPlace(distribution: Distribution, { account, before }: HoldingChange): number {
  const place = toLowerBound(distribution, account, before, 0)
  if (distribution.accounts[place] === account && distribution.amounts[place] === before) return place
  throw new RangeError(`toChangedDistribution: ${account} did not hold ${before} before`)
}

/** The first place, not before `low`, whose holder does not stand ahead of this account with this amount. */
function toLowerBound({ accounts, amounts }: Distribution, account: Address, amount: bigint, low: number): number {
  let high = amounts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = amounts[middle]!
    if (there > amount || (there === amount && accounts[middle]! < account)) low = middle + 1
    else high = middle
  }
  return low
}
