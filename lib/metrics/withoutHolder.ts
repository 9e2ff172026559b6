import { toRatio } from '@/lib/domain/amount'
import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import type { BandMetricId } from '@/lib/domain/headlineBand'
import { toBlockSums } from './blockSums'
import { fewestAbove } from './countToExceed'
import { sumOfLargest } from './sumOfLargest'
import { sumOfSquares } from './sumOfSquares'

/**
 * The headline metrics as they would be if the holder at a place were not there: neither its amount nor, in the denominator, what it adds to
 * the total. To the last bit what they are of the distribution made anew, in about the time of adding up a thousand amounts: every one
 * of them follows from sums over the whole.
 *
 * With x the amount at place p (the largest at 0), S the total, X_k the sum of the k largest and S' = S − x:
 * - HHI: (Σx² − x²) / S'².
 * - top 10: those above p as they were, those below moved up by one.
 * - Gini: ((n − 2) S' − 2 B') / ((n − 1) S'), B' = Σ place · amount − p x − (S − X_{p+1}): everyone below p moves up by one.
 * - Nakamoto: the fewest k with 2 X_k > S' if they all stand above p; else one less than the fewest k with 2 (X_k − x) > S'.
 *
 * @returns null where nobody is left
 * @throws RangeError for a place that nobody has
 * @example measureWithout(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }]), 0)?.hhi // 1
 */
export function measureWithout(distribution: Distribution, place: number): Record<BandMetricId, number> | null {
  const { count } = distribution
  if (!(place >= 0 && place < count)) throw new RangeError(`measureWithout: no holder stands at place ${place} of ${count}`)
  if (count === 1) return null
  const amount = amountAt(distribution.columns, place)
  const total = distribution.total - amount
  const left = BigInt(count - 1)
  const below = distribution.total - sumOfLargest(distribution, place + 1)
  const byPlace = toBlockSums(distribution).byPlace - BigInt(place) * amount - below
  const ten = place < 10 ? sumOfLargest(distribution, 11) - amount : sumOfLargest(distribution, 10)
  const above = fewestAbove(distribution, { numerator: total, denominator: 2n })!
  return {
    gini: toRatio((left - 1n) * total - 2n * byPlace, left * total),
    nakamoto50: above <= place ? above : fewestAbove(distribution, { numerator: total + 2n * amount, denominator: 2n })! - 1,
    hhi: toRatio(sumOfSquares(distribution) - amount * amount, total * total),
    top10Share: toRatio(ten, total),
  }
}
