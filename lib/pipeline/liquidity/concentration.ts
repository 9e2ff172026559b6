import { toDistribution } from '../../domain/distribution'
import type { PoolConcentration } from '../../domain/poolReading'
import { toMetric } from '../../metrics/registry'
import type { ProviderWeight } from '../../sources/pools/poolSource'

/** Taken every day: each in a pass over the sorted amounts. */
export const concentrationMetrics = ['gini', 'hhi', 'nakamoto50', 'top1Share', 'top10Share'] as const

/**
 * How a pool's liquidity is shared among its providers, by what it is worth and by what is in use at the price. Weights are doubles: figures are
 * right to fifteen digits.
 *
 * @example toConcentration([{ account: a, value: 3, inRange: 0 }, { account: b, value: 1, inRange: 5 }]).byValue.top1Share // { status: 'ok', value: 0.75 }
 */
export function toConcentration(weights: readonly ProviderWeight[]): PoolConcentration {
  const [byValue, byInRange] = [measureBy(weights, ({ value }) => value), measureBy(weights, ({ inRange }) => inRange)]
  return { providers: byValue.count, inRangeProviders: byInRange.count, byValue: byValue.metrics, byInRange: byInRange.metrics }
}

function measureBy(weights: readonly ProviderWeight[], toWeight: (weight: ProviderWeight) => number): { count: number; metrics: PoolConcentration['byValue'] } {
  const distribution = toDistribution(weights.map((weight) => ({ account: weight.account, amount: BigInt(Math.round(toWeight(weight))) })))
  return { count: distribution.count, metrics: Object.fromEntries(concentrationMetrics.map((id) => [id, toMetric(id).measure(distribution)])) }
}
