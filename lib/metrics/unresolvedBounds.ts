import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import type { BandMetricId } from '@/lib/domain/headlineBand'
import type { Bounds } from '@/lib/domain/metric'
import { toPart } from '@/lib/domain/partition'
import { fewestAbove } from './countToExceed'
import { toGiniFraction } from './giniFraction'
import { sumOfLargest } from './sumOfLargest'
import { sumOfSquares } from './sumOfSquares'

/**
 * Between which values a headline metric of the whole must lie, when an amount belongs to holders that nobody knows: some of the known ones,
 * others, any number of them. With U unresolved, S known, W = S + U:
 *
 * - `allToOne`: the largest known holder has U as well. No other way lets k holders have more, for any k, nor gives a higher HHI.
 * - `spreadThin`: U lies with any number of others who have next to nothing each. Every other way majorises this one (Marshall & Olkin 1979),
 *   so that HHI and the largest holders' shares are least and the Nakamoto coefficient is highest; where the known do not have more than
 *   half, nothing bounds it.
 * - Gini counts holders, so neither is its extreme. It is least when U raises the poorest known holders to one level, and more holders would raise it
 *   again; it comes as near to 1 as one likes with ever more holders of next to nothing.
 *
 * @param unresolved smallest units, positive
 * @returns null where nobody is known
 * @throws RangeError when nothing is unresolved: then the figures are values, not bounds
 * @example toUnresolvedBounds(toDistribution([{ account: a, amount: 60n }, { account: b, amount: 20n }]), 20n)?.hhi // { low: 0.4, high: 0.68 }
 */
export function toUnresolvedBounds(known: Distribution, unresolved: bigint): Record<BandMetricId, Bounds> | null {
  if (unresolved <= 0n) throw new RangeError(`toUnresolvedBounds: nothing is unresolved (${unresolved})`)
  if (known.count === 0) return null
  const [most, least] = [allToOne(known, unresolved), spreadThin(known, unresolved)]
  return {
    gini: { low: leastGini(known, unresolved), high: 1 },
    nakamoto50: { low: most.nakamoto50, high: least.nakamoto50 },
    hhi: { low: least.hhi, high: most.hhi },
    top10Share: { low: least.top10Share, high: most.top10Share },
  }
}

/** All that is unresolved belongs to the largest known holder. */
function allToOne(known: Distribution, unresolved: bigint) {
  const whole = known.total + unresolved
  const largest = amountAt(known.columns, 0)
  // 2 (X_k + U) > W is 2 X_k > W − 2U, and one holder is the fewest there can be.
  const mark = whole - 2n * unresolved
  return {
    hhi: toRatio(sumOfSquares(known) + (2n * largest + unresolved) * unresolved, whole * whole),
    top10Share: toRatio(sumOfLargest(known, 10) + unresolved, whole),
    nakamoto50: mark < 0n ? 1 : fewestAbove(known, { numerator: mark, denominator: 2n })!,
  }
}

/** All that is unresolved belongs to ever more holders with ever less. */
function spreadThin(known: Distribution, unresolved: bigint) {
  const whole = known.total + unresolved
  return {
    hhi: toRatio(sumOfSquares(known), whole * whole),
    top10Share: toRatio(sumOfLargest(known, 10), whole),
    nakamoto50: fewestAbove(known, { numerator: whole, denominator: 2n }),
  }
}

/**
 * The Gini coefficient when what is unresolved raises the poorest known holders to one level. With the m largest left as they are, X their sum
 * and G the numerator of their Gini: (X n + G − W m) / (n W), as the others all have (W − X)/(n − m).
 */
function leastGini(known: Distribution, unresolved: bigint): number {
  const { columns, count } = known
  const whole = known.total + unresolved
  /** Whether raising all from a place on to what the one before has takes no less than there is. */
  const takesAll = (place: number) =>
    BigInt(count - place) * amountAt(columns, place - 1) - (known.total - sumOfLargest(known, place)) >= unresolved
  // It takes less and less the further down one begins.
  let [untouched, beyond] = [0, count]
  while (beyond - untouched > 1) {
    const middle = (untouched + beyond) >>> 1
    if (takesAll(middle)) untouched = middle
    else beyond = middle
  }
  if (untouched === 0) return 0
  const top = toPart(known, Uint32Array.from({ length: untouched }, (_, place) => place))
  const n = BigInt(count)
  return toRatio(top.total * n + toGiniFraction(top).numerator - whole * BigInt(untouched), n * whole)
}
