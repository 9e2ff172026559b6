import { countPower, type CountedPower } from './countPower'
import { enumeratePower, mostEnumerated } from './enumeratePower'
import { samplePower, type SampledPower } from './samplePower'

/** The power of every voter, in the order of the weights, and how it was found. */
export type PowerIndices = ({ method: 'exact' } & CountedPower) | ({ method: 'sampled' } & SampledPower)

/** What rounding may change at most: about what a sample leaves open. What it does change is some thousand times less. */
const mostRounding = 0.005

/**
 * How much each voter decides, where a coalition wins with at least the quota: Banzhaf, absolute and normalised, and Shapley–Shubik.
 *
 * - up to 20 voters: every coalition, exact for any weights;
 * - else every coalition by its sum, exact where the weights, once what divides all of them is divided out, are small enough;
 * - where they are not, exact for the weights rounded to a grid of some hundred thousand steps or more, with proven bounds of what rounding
 *   can have changed in `rounding`. To count real weights with 18 decimals without rounding is out of anybody's reach: it is #P-complete
 *   (Prasad & Kelly 1990), and 150 voters have 2^150 coalitions;
 * - where these bounds are above 0.005, and for more than 1,000 voters, a sample, with intervals.
 *
 * @param weights largest first, positive
 * @param quota in the unit of the weights; for "more than half" see `quotaAbove`
 * @param seed of the sample
 * @throws RangeError without voters, for weights that are not positive or not largest first, and for a quota that is not above 0 or is more
 * than all have together
 * @example toPowerIndices([50n, 49n, 1n], 51n, 1).voters.map(({ banzhaf }) => banzhaf) // [0.6, 0.2, 0.2]
 */
export function toPowerIndices(weights: readonly bigint[], quota: bigint, seed: number): PowerIndices {
  if (weights.length === 0) throw new RangeError('nobody has a vote')
  if (weights.some((weight, i) => weight <= 0n || weight > (weights[i - 1] ?? weight))) {
    throw new RangeError('weights must be positive and the largest first')
  }
  if (quota <= 0n) throw new RangeError('the quota must be more than 0: with less, nobody is needed')
  if (quota > weights.reduce((sum, weight) => sum + weight, 0n)) throw new RangeError('the quota is more than all have together')
  if (weights.length <= mostEnumerated) return { method: 'exact', voters: enumeratePower(weights, quota), rounding: null }
  const counted = countPower(weights, quota, mostRounding)
  return counted ? { method: 'exact', ...counted } : { method: 'sampled', ...samplePower(weights, quota, seed) }
}
