import { toRatio } from '@/lib/domain/amount'
import { ok, undefinedBecause, type MetricResult } from '@/lib/domain/metric'
import type { Fraction } from './giniFraction'

/** What the Gini of net results is, for the method page. */
export const netResultGiniReference = {
  citation:
    'Raffinetti, E., Siletti, E., Vernizzi, A. (2015), On the Gini coefficient normalization when attributes with negative values are considered, Statistical Methods & Applications 24(3), 507–521',
  url: 'https://doi.org/10.1007/s10260-014-0293-4',
}

/**
 * How unequal results are that can be negative (Raffinetti, Siletti, Vernizzi 2015): Σᵢ Σⱼ |yᵢ − yⱼ| / (2 (n − 1) (T⁺ + T⁻)), T⁺ being
 * the sum of all gains and T⁻ that of all losses, both positive. It is 0 where all results are the same, 1 where one has all gains and
 * another one all losses (T, 0, …, 0, −L), and without losses the corrected Gini, n/(n − 1) times the ordinary one. The ordinary Gini would
 * exceed 1, and has no value where gains and losses are equal. The authors' R package GiniWegNeg divides by n in place of n − 1: its value
 * is (n − 1)/n of this one.
 *
 * Exact until it is rounded once; sorted, then one pass: Σᵢ Σⱼ |yᵢ − yⱼ| = 2 Σₖ (2k − n + 1) yₖ, the smallest at k = 0.
 *
 * @param results in any order; those who neither gained nor lost count as zeros
 * @returns undefined for fewer than two results, and where all are zero
 * @see netResultGiniReference
 * @example netResultGini([3n, 0n, 0n, -2n]) // { status: 'ok', value: 1 }
 */
export function netResultGini(results: readonly bigint[]): MetricResult {
  if (results.every((result) => result === 0n)) return undefinedBecause('noResult')
  if (results.length === 1) return undefinedBecause('oneResult')
  const { numerator, denominator } = netResultGiniFraction(results)
  return ok(toRatio(numerator, denominator))
}

/**
 * The same as a fraction; its denominator is 0 where it is undefined.
 *
 * @example netResultGiniFraction([1n, 3n]) // { numerator: 2n, denominator: 4n }
 */
export function netResultGiniFraction(results: readonly bigint[]): Fraction {
  const sorted = [...results].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
  let numerator = 0n
  let size = 0n
  // Adding up what is above each place weights it by place, without a multiplication for each.
  let above = 0n
  let below = 0n
  for (let k = sorted.length - 1, i = 0; k > 0; k--, i++) {
    above += sorted[k]!
    below += sorted[i]!
    numerator += above - below
  }
  for (const result of sorted) size += result < 0n ? -result : result
  return { numerator, denominator: BigInt(sorted.length - 1) * size }
}
