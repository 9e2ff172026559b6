import type { Address } from './address'
import { toClaimWords } from './claimWords'
import { amountAt, copyRuns, holdsExactly, mergeColumns, type Run } from './columns'
import { makeDistribution, toHolders, type Distribution } from './distribution'
import { sortClaims } from './order'
import { withScratch, type Scratch } from './scratch'

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
 * @param memory where the columns come from; new arrays where absent
 * @throws RangeError for a negative amount, or an account that did not hold what the change says
 * @example toChangedDistribution(toDistribution([{ account: a, amount: 3n }]), [{ account: b, before: 0n, after: 5n }]).amounts // [5n, 3n]
 */
export function toChangedDistribution(
  before: Distribution,
  changes: readonly HoldingChange[],
  memory: Scratch = newArrays,
): Distribution {
  const { names, ids: idsBefore } = toHolders(before)
  const staying: { account: Address; amount: bigint; id: number }[] = []
  const leaving: number[] = []
  let total = before.total
  for (const change of changes) {
    if (change.after < 0n) throw new RangeError(`toChangedDistribution: ${change.account} has the negative amount ${change.after}`)
    const place = change.before > 0n ? toPlace(before, change) : -1
    if (place >= 0) leaving.push(place)
    // Whoever was there keeps the number; a new one gets the next.
    if (change.after > 0n) staying.push({ account: change.account, amount: change.after, id: place >= 0 ? idsBefore[place]! : names.push(change.account) - 1 })
    total += change.after - change.before
  }
  const added = toSorted(staying)
  const removed = Int32Array.from(leaving).sort()
  const ids = memory.words(idsBefore.length - removed.length + added.ids.length)
  const runs: Run[] = []
  const places: number[] = []
  let [from, to, nextRemoved] = [0, 0, 0]
  const keepUpTo = (end: number) => {
    if (end > from) runs.push({ from, to, length: end - from })
    to += end - from
    from = end
  }
  const passUpTo = (end: number) => {
    for (; nextRemoved < removed.length && removed[nextRemoved]! < end; nextRemoved++) {
      keepUpTo(removed[nextRemoved]!)
      from++
    }
    keepUpTo(end)
  }
  added.amounts.forEach((amount, i) => {
    passUpTo(toLowerBound(before, added.accounts[i]!, amount, added.columns.doubles[i]!, from))
    places.push(to++)
  })
  passUpTo(idsBefore.length)
  copyRuns(idsBefore, ids, runs, added.ids, places)
  const columns = mergeColumns(before.columns, runs, added.columns, places, { length: ids.length, memory })
  return makeDistribution({ names, ids, columns, total })
}

const newArrays: Scratch = { doubles: (length) => new Float64Array(length), words: (length) => new Uint32Array(length) }

function toSorted(staying: readonly { account: Address; amount: bigint; id: number }[]) {
  const { order, columns } = withScratch((scratch) => sortClaims(staying, toClaimWords(staying, scratch)))
  const sorted = Array.from(order, (place) => staying[place]!)
  return {
    accounts: sorted.map(({ account }) => account),
    amounts: sorted.map(({ amount }) => amount),
    ids: Uint32Array.from(sorted, ({ id }) => id),
    columns,
  }
}

function toPlace(distribution: Distribution, { account, before }: HoldingChange): number {
  const { names, ids } = toHolders(distribution)
  const double = Number(before)
  const place = toLowerBound(distribution, account, before, double, 0)
  if (place < ids.length && names[ids[place]!] === account && holdsExactly(distribution.columns, place, before, double)) return place
  throw new RangeError(`toChangedDistribution: ${account} did not hold ${before} before`)
}

/** The first place, not before `low`, whose holder does not stand ahead of this account with this amount. */
function toLowerBound(distribution: Distribution, account: Address, amount: bigint, double: number, low: number): number {
  const { names, ids } = toHolders(distribution)
  const { columns } = distribution
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    // Doubles decide all but near ties.
    const there = columns.doubles[middle]!
    const isAhead = there !== double ? there > double : isAheadOf(names[ids[middle]!]!, amountAt(columns, middle), account, amount)
    if (isAhead) low = middle + 1
    else high = middle
  }
  return low
}

const isAheadOf = (account: Address, amount: bigint, other: Address, than: bigint): boolean =>
  amount > than || (amount === than && account < other)
