import { toBlockSums } from './blockSums'
import { perDistribution } from './perDistribution'

/** A number as an exact fraction. */
export interface Fraction {
  numerator: bigint
  denominator: bigint
}

/**
 * The population Gini coefficient as an exact fraction: Σ_i Σ_j |x_i − x_j| / (2 n Σx),
 * computed as ((n − 1) Σx − 2 Σ k x_k) / (n Σx) with k = 0 for the largest.
 *
 * @param amounts positive, largest first, smallest units
 * @throws RangeError for no amounts: there is no fraction with the denominator 0
 * @example giniFraction([2n, 1n, 1n]) // { numerator: 2n, denominator: 12n }
 */
export function giniFraction(amounts: readonly bigint[]): Fraction {
  if (amounts.length === 0) throw new RangeError('giniFraction: no amounts')
  // Adding up the sums from the smallest to each place weights place k by k, without a multiplication per holder.
  let fromSmallest = 0n
  let weighted = 0n
  for (let k = amounts.length - 1; k > 0; k--) {
    fromSmallest += amounts[k]!
    weighted += fromSmallest
  }
  const total = fromSmallest + amounts[0]!
  const count = BigInt(amounts.length)
  return { numerator: (count - 1n) * total - 2n * weighted, denominator: count * total }
}

/** The exact population Gini of a whole distribution; throws for nobody, as `giniFraction` does. */
export const toGiniFraction = perDistribution((distribution): Fraction => {
  if (distribution.count === 0) throw new RangeError('toGiniFraction: no amounts')
  const { total } = distribution
  const count = BigInt(distribution.count)
  return { numerator: (count - 1n) * total - 2n * toBlockSums(distribution).byPlace, denominator: count * total }
})
