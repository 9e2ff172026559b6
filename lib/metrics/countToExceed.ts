import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import { ok, undefinedBecause, type MetricResult } from '@/lib/domain/metric'
import { blockSize, toBlockSums } from './blockSums'
import type { Fraction } from './giniFraction'

/**
 * The fewest holders whose sum is strictly more than a fraction of the total, decided with integers:
 * denominator · Σ > numerator · total. Strictly, because a vote that is exactly tied does not pass. Undefined when there are no holders.
 *
 * @param fraction at least 0 and less than 1
 * @param whole what the fraction is taken of: where all together have no more of it, there is no such number
 * @example countToExceed(distribution, { numerator: 1n, denominator: 2n }) // of 50n, 50n: { status: 'ok', value: 2 }
 */
export function countToExceed(distribution: Distribution, fraction: Fraction, whole = distribution.total): MetricResult {
  const { columns, count } = distribution
  const mark = fraction.numerator * whole
  const { upTo } = toBlockSums(distribution)
  const beyond = upTo.findIndex((sum) => fraction.denominator * sum > mark)
  const block = Math.max(0, beyond - 1)
  let sum = upTo[block]!
  for (let i = block * blockSize; i < count; i++) {
    sum += amountAt(columns, i)
    if (fraction.denominator * sum > mark) return ok(i + 1)
  }
  return undefinedBecause(count === 0 ? 'noHolders' : 'outOfReach')
}
