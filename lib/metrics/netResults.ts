import type { Address } from '@/lib/domain/address'
import { toDistribution } from '@/lib/domain/distribution'
import type { MetricResult } from '@/lib/domain/metric'
import { toLorenzCurve } from './lorenzCurve'
import { netResultGini } from './netResultGini'
import { top10Share } from './top10Share'
import { top1PercentShare } from './top1PercentShare'
import { top1Share } from './top1Share'

/** All gains, or all losses, and who has them. Losses are positive here. */
export interface ResultSide {
  accounts: number
  total: bigint
  /** [share of those who are on this side, share of its total], from [0, 0] to [1, 1]; empty where nobody is */
  curve: readonly (readonly [number, number])[]
  /** By id of the metric: what the largest one, the ten largest and the largest ⌈1 %⌉ of this side have of its total */
  shares: Readonly<Record<'top1Share' | 'top10Share' | 'top1PercentShare', MetricResult>>
}

export interface MeasuredResults {
  /** After Raffinetti, Siletti and Vernizzi, over everybody */
  gini: MetricResult
  gains: ResultSide
  losses: ResultSide
  /** Who neither gained nor lost */
  neither: number
  /** Σ gains − Σ losses */
  net: bigint
}

/**
 * How results are shared that can be negative: gains and losses apart, each with its Lorenz curve and what its largest have of it, because a curve
 * over both would fall below zero and rise again; and one Gini over everybody.
 *
 * @param results one for each account, smallest units
 * @example measureNetResults([{ account: a, amount: 3n }, { account: b, amount: -1n }]).losses.total // 1n
 */
export function measureNetResults(results: readonly { account: Address; amount: bigint }[]): MeasuredResults {
  const toSide = (claims: readonly { account: Address; amount: bigint }[]): ResultSide => {
    const distribution = toDistribution(claims)
    const shares = { top1Share: top1Share.measure(distribution), top10Share: top10Share.measure(distribution), top1PercentShare: top1PercentShare.measure(distribution) }
    return { accounts: distribution.count, total: distribution.total, curve: toLorenzCurve(distribution), shares }
  }
  const gains = toSide(results.filter(({ amount }) => amount > 0n))
  const losses = toSide(results.flatMap(({ account, amount }) => (amount < 0n ? [{ account, amount: -amount }] : [])))
  return {
    gini: netResultGini(results.map(({ amount }) => amount)),
    gains,
    losses,
    neither: results.length - gains.accounts - losses.accounts,
    net: gains.total - losses.total,
  }
}
