import type { Address } from './address'
import { mergeColumns, reorder, toColumns, type Columns, type Run } from './columns'
import { freezeDistribution, type Distribution } from './distribution'
import { toOrder } from './order'

/** What one account held before and holds after; 0n for nothing. */
export interface HoldingChange {
  account: Address
  before: bigint
  after: bigint
}

/**
 * The distribution after some accounts changed: what `toDistribution` gives of all claims, by merging in place of sorting.
 *
 * @param changes each account once, with exactly what it held before
 * @throws RangeError for a negative amount, or an account that did not hold what the change says
 * @example toChangedDistribution(toDistribution([{ account: a, amount: 3n }]), [{ account: b, before: 0n, after: 5n }]).amounts // [5n, 3n]
 */
export function toChangedDistribution(before: Distribution, changes: readonly HoldingChange[]): Distribution {
  const staying: HoldingChange[] = []
  const leaving: number[] = []
  let total = before.total
  for (const change of changes) {
    if (change.after < 0n) throw new RangeError(`toChangedDistribution: ${change.account} has the negative amount ${change.after}`)
    if (change.before > 0n) leaving.push(toPlace(before, change))
    if (change.after > 0n) staying.push(change)
    total += change.after - change.before
  }
  const added = toSorted(staying)
  const removed = Int32Array.from(leaving).sort()
  const accounts = new Array<Address>(before.amounts.length - removed.length + added.amounts.length)
  const amounts = new Array<bigint>(accounts.length)
  const runs: Run[] = []
  const places: number[] = []
  let [from, to, nextRemoved] = [0, 0, 0]
  const keepUpTo = (end: number) => {
    if (end > from) runs.push({ from, to, length: end - from })
    for (; from < end; from++, to++) {
      accounts[to] = before.accounts[from]!
      amounts[to] = before.amounts[from]!
    }
  }
  const passUpTo = (end: number) => {
    for (; nextRemoved < removed.length && removed[nextRemoved]! < end; nextRemoved++) {
      keepUpTo(removed[nextRemoved]!)
      from++
    }
    keepUpTo(end)
  }
  added.amounts.forEach((amount, i) => {
    passUpTo(toLowerBound(before, added.accounts[i]!, amount, from))
    accounts[to] = added.accounts[i]!
    amounts[to] = amount
    places.push(to++)
  })
  passUpTo(before.amounts.length)
  const columns = mergeColumns(before.columns, runs, added.columns, places, amounts.length)
  return freezeDistribution({ accounts, amounts, total, columns })
}

function toSorted(changes: readonly HoldingChange[]): { accounts: Address[]; amounts: bigint[]; columns: Columns } {
  const accounts = changes.map(({ account }) => account)
  const amounts = changes.map(({ after }) => after)
  const columns = toColumns(amounts)
  const order = toOrder(accounts, amounts, columns.doubles)
  const places = [...order]
  return { accounts: places.map((place) => accounts[place]!), amounts: places.map((place) => amounts[place]!), columns: reorder(columns, order) }
}

function toPlace(distribution: Distribution, { account, before }: HoldingChange): number {
  const place = toLowerBound(distribution, account, before, 0)
  if (distribution.accounts[place] === account && distribution.amounts[place] === before) return place
  throw new RangeError(`toChangedDistribution: ${account} did not hold ${before} before`)
}

/** The first place, not before `low`, whose holder does not stand ahead of this account with this amount. */
function toLowerBound({ accounts, amounts, columns }: Distribution, account: Address, amount: bigint, low: number): number {
  const double = Number(amount)
  let high = amounts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    // Doubles decide all but near ties, without a look at bigints that lie anywhere in memory.
    const there = columns.doubles[middle]!
    const isAhead = there !== double ? there > double : isAheadOf(accounts[middle]!, amounts[middle]!, account, amount)
    if (isAhead) low = middle + 1
    else high = middle
  }
  return low
}

const isAheadOf = (account: Address, amount: bigint, other: Address, than: bigint): boolean =>
  amount > than || (amount === than && account < other)
