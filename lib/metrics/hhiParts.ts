import type { Address } from '../domain/address'
import { toRatio } from '../domain/amount'
import type { HoldingChange } from '../domain/changedDistribution'
import type { HhiParts } from '../domain/hhiDrivers'

/** What the HHI of a moment is made of: the sum of what is held, and the sum of its squares. */
export interface HeldSquares {
  total: bigint
  squares: bigint
}

/**
 * What is held after some changes.
 *
 * @example toHeldSquares({ total: 3n, squares: 5n }, [{ account: a, before: 2n, after: 4n }]) // { total: 5n, squares: 17n }
 */
export function toHeldSquares({ total, squares }: HeldSquares, changes: Iterable<HoldingChange>): HeldSquares {
  for (const { before, after } of changes) {
    total += after - before
    squares += after * after - before * before
  }
  return { total, squares }
}

/**
 * By what did the HHI change? Who came adds the squares of its shares, who left takes those it had. Of who stayed, the share is what it holds by what
 * all hold: each of the two is credited with its change at the mean of the other's squares before and after (Bennet 1920), so that no order of the two
 * is preferred and nothing is left over: the parts add up to the change, as exact fractions that are rounded once each.
 *
 * @param before Σ and Σ of squares of all holders, not only of those that changed
 * @param changes each account once, with what it held before and holds after
 * @param largest accounts whose part is told apart from that of all others who stayed
 * @returns null where nobody holds anything before or after
 * @example toHhiParts({ total: 10n, squares: 52n }, [{ account: a, before: 6n, after: 0n }, { account: b, before: 4n, after: 10n }], new Set([b]))
 * // from 0.52 to 1: { entry: 0, exit: -0.36, largest: 0.84, others: 0, supply: 0 }
 */
export function toHhiParts(before: HeldSquares, changes: readonly HoldingChange[], largest: ReadonlySet<Address>): HhiParts | null {
  const after = toHeldSquares(before, changes)
  if (before.total <= 0n || after.total <= 0n) return null
  const [wasWhole, isWhole] = [before.total ** 2n, after.total ** 2n]
  let [entered, left, largestGrew, othersGrew] = [0n, 0n, 0n, 0n]
  for (const change of changes) {
    const [was, is] = [change.before * change.before, change.after * change.after]
    if (change.before === 0n) entered += is
    else if (change.after === 0n) left += was
    else if (largest.has(change.account)) largestGrew += is - was
    else othersGrew += is - was
  }
  // Of who stayed, before and after together
  const stayed = before.squares - left + after.squares - entered
  const mean = (grew: bigint) => toRatio(grew * (wasWhole + isWhole), 2n * wasWhole * isWhole)
  return {
    entry: toRatio(entered, isWhole),
    exit: toRatio(-left, wasWhole),
    largest: mean(largestGrew),
    others: mean(othersGrew),
    supply: toRatio(stayed * (wasWhole - isWhole), 2n * wasWhole * isWhole),
  }
}
