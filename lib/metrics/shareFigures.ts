import type { ShareFigures } from '../domain/delegatedStakes'
import { toDistribution, type Claim } from '../domain/distribution'
import type { MetricResult } from '../domain/metric'
import { gini } from './gini'
import { hhi } from './hhi'
import { nakamoto33 } from './nakamoto33'
import { nakamoto50 } from './nakamoto50'
import { nakamoto67 } from './nakamoto67'
import { topShare } from './topShare'

const valueOf = (result: MetricResult) => (result.status === 'ok' ? result.value : null)

/**
 * How something is shared, by the measures of tokens: of stakes, of rewards, of fees.
 *
 * @param claims of one account maybe several
 * @example toShareFigures([{ account: a, amount: 3n }, { account: b, amount: 1n }]).hhi // 0.625
 */
export function toShareFigures(claims: Iterable<Claim>): ShareFigures {
  const distribution = toDistribution(claims)
  return {
    count: distribution.count,
    total: distribution.total,
    largest: valueOf(topShare(distribution, 1)),
    tenth: valueOf(topShare(distribution, Math.ceil(distribution.count / 10))),
    hhi: valueOf(hhi.measure(distribution)),
    gini: valueOf(gini.measure(distribution)),
    nakamoto33: valueOf(nakamoto33.measure(distribution)),
    nakamoto50: valueOf(nakamoto50.measure(distribution)),
    nakamoto67: valueOf(nakamoto67.measure(distribution)),
  }
}
