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
export function countToExceed(distribution: Distribution, { numerator, denominator }: Fraction, whole = distribution.total): MetricResult {
  const count = fewestAbove(distribution, { numerator: numerator * whole, denominator })
  return count === null ? undefinedBecause(distribution.count === 0 ? 'noHolders' : 'outOfReach') : ok(count)
}

/**
 * The fewest of the largest holders whose sum is strictly more than a mark in smallest units; null where all together are not.
 *
 * @param mark not negative
 * @example fewestAbove(distribution, { numerator: 99n, denominator: 2n }) // of 50n, 50n: 1, as 50 > 49.5
 */
export function fewestAbove(distribution: Distribution, mark: Fraction): number | null {
  const { columns, count } = distribution
  const { upTo } = toBlockSums(distribution)
  const beyond = upTo.findIndex((sum) => mark.denominator * sum > mark.numerator)
  if (beyond < 0) return null
  const block = Math.max(0, beyond - 1)
  let sum = upTo[block]!
  for (let i = block * blockSize; i < count; i++) {
    sum += amountAt(columns, i)
    if (mark.denominator * sum > mark.numerator) return i + 1
  }
  return null
}
