import { toChangedDistribution, type HoldingChange } from '@/lib/domain/changedDistribution'
import type { ColumnMemory } from '@/lib/domain/columnMemory'
import type { Distribution } from '@/lib/domain/distribution'
import { sumOfSquares } from './sumOfSquares'

/**
 * The distribution after some accounts changed, with what metrics need of it brought along: it is measured as one made by
 * `toDistribution` is, and to the last bit alike, only sooner.
 *
 * @param changes each account once, with exactly what it held before
 * @param memory where the columns come from; new arrays where absent
 * @example measure(changeDistribution(before, [{ account: a, before: 1n, after: 3n }])) // as of toDistribution of all claims after
 */
export function changeDistribution(before: Distribution, changes: readonly HoldingChange[], memory?: ColumnMemory): Distribution {
  const distribution = toChangedDistribution(before, changes, memory)
  let squares = sumOfSquares(before)
  for (const change of changes) squares += (change.after - change.before) * (change.after + change.before)
  sumOfSquares.know(distribution, squares)
  return distribution
}
