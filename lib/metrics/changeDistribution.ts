import { toChangedDistribution, type HoldingChange } from '@/lib/domain/changedDistribution'
import type { Distribution } from '@/lib/domain/distribution'
import { sumOfSquares } from './sumOfSquares'

/**
 * The distribution after some accounts changed, with what metrics need of it brought along: it is measured as one made by
 * `toDistribution` is, and to the last bit alike, only sooner.
 *
 * @param changes each account once, with exactly what it held before
 * @example measure(changeDistribution(before, [{ account: a, before: 1n, after: 3n }])) // as of toDistribution of all claims after
 */
export function changeDistribution(before: Distribution, changes: readonly HoldingChange[]): Distribution {
  const distribution = toChangedDistribution(before, changes)
  let squares = sumOfSquares(before)
  for (const change of changes) squares += (change.after - change.before) * (change.after + change.before)
  sumOfSquares.know(distribution, squares)
  return distribution
}
