import { amountAt } from '@/lib/domain/columns'
import type { Distribution } from '@/lib/domain/distribution'
import { blockSize, toBlockSums } from './blockSums'

/**
 * What the `count` largest holders have together, exactly; everything when there are no more.
 *
 * @example sumOfLargest(toDistribution([{ account: a, amount: 3n }, { account: b, amount: 1n }]), 1) // 3n
 */
export function sumOfLargest(distribution: Distribution, count: number): bigint {
  const { columns, total } = distribution
  if (count >= distribution.count) return total
  const block = Math.floor(count / blockSize)
  let sum = block === 0 ? 0n : toBlockSums(distribution).upTo[block]!
  for (let i = block * blockSize; i < count; i++) sum += amountAt(columns, i)
  return sum
}
