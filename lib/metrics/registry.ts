import type { Distribution } from '@/lib/domain/distribution'
import type { Metric, MetricResult } from '@/lib/domain/metric'
import { holders } from './holders'
import { effectiveHolders } from './effectiveHolders'
import { top1Share } from './top1Share'
import { top5Share } from './top5Share'
import { top10Share } from './top10Share'
import { top50Share } from './top50Share'
import { top100Share } from './top100Share'
import { top1PercentShare } from './top1PercentShare'
import { gini } from './gini'
import { giniCorrected } from './giniCorrected'
import { gini500 } from './gini500'
import { hoover } from './hoover'
import { hhi } from './hhi'
import { hhiNormalised } from './hhiNormalised'
import { nakamoto33 } from './nakamoto33'
import { nakamoto50 } from './nakamoto50'
import { nakamoto67 } from './nakamoto67'
import { nakamotoPercent } from './nakamotoPercent'
import { shannonEntropy } from './shannonEntropy'
import { entropyRatio } from './entropyRatio'
import { minEntropy } from './minEntropy'
import { collisionEntropy } from './collisionEntropy'
import { theilT } from './theilT'
import { theilL } from './theilL'
import { atkinson05 } from './atkinson05'
import { atkinson1 } from './atkinson1'
import { palma } from './palma'
import { paretoAlpha } from './paretoAlpha'

/** Every metric, in reading order: who there is, who is on top, how unequal, how few decide, how evenly spread. */
export const metrics: readonly Metric[] = [
  holders,
  effectiveHolders,
  top1Share,
  top5Share,
  top10Share,
  top50Share,
  top100Share,
  top1PercentShare,
  gini,
  giniCorrected,
  gini500,
  hoover,
  hhi,
  hhiNormalised,
  nakamoto33,
  nakamoto50,
  nakamoto67,
  nakamotoPercent,
  shannonEntropy,
  entropyRatio,
  minEntropy,
  collisionEntropy,
  theilT,
  theilL,
  atkinson05,
  atkinson1,
  palma,
  paretoAlpha,
]

/**
 * The metric of an id.
 *
 * @throws Error that names the metrics there are
 * @example toMetric('gini').unit // 'index'
 */
export function toMetric(id: string): Metric {
  const metric = metrics.find((candidate) => candidate.id === id)
  if (!metric) throw new Error(`no metric "${id}"; there are ${metrics.map(({ id }) => id).join(', ')}`)
  return metric
}

/**
 * Every metric of a distribution, by id, in reading order. A metric without a value says why.
 *
 * @param whole what shares are taken of; all that is held where absent
 * @example measure(toDistribution([{ account: a, amount: 1n }])).gini // { status: 'ok', value: 0 }
 */
export function measure(distribution: Distribution, whole?: bigint): Readonly<Record<string, MetricResult>> {
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.measure(distribution, whole)]))
}
