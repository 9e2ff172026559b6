import { toRatio } from '@/lib/domain/amount'
import type { Distribution } from '@/lib/domain/distribution'
import { ok, undefinedBecause, type MetricResult } from '@/lib/domain/metric'
import { sumOfLargest } from './sumOfLargest'

/**
 * The share of the total that the `count` largest holders have together (the concentration ratio CR_k): summed exactly, rounded once.
 * It is 1 when there are no more than `count` holders, and undefined when there are none.
 *
 * @param whole what shares are taken of
 * @example topShare(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }]), 1) // { status: 'ok', value: 0.75 }
 */
export function topShare(distribution: Distribution, count: number, whole = distribution.total): MetricResult {
  if (distribution.total === 0n) return undefinedBecause('noHolders')
  return ok(toRatio(sumOfLargest(distribution, count), whole))
}
