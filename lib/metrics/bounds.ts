import { toRatio } from '@/lib/domain/amount'
import type { Distribution } from '@/lib/domain/distribution'
import { ok, undefinedBecause, type Bounds, type MetricResult } from '@/lib/domain/metric'
import { measureCompleted } from './completedMeasures'
import { toCompletions, type Whole } from './completions'
import { gini500 } from './gini500'
import { metrics } from './registry'
import { sumOfSquares } from './sumOfSquares'

/**
 * Between which values a measure of the whole must lie, when the list was cut off after its largest holders.
 *
 * The bounds are those of the most and the least equal way in which the unlisted could hold what is missing (`toCompletions`): every
 * measure here changes in one direction between them. Where the number of holders is unknown, ever more holders with ever less are
 * possible: then Gini can come as near to 1 as one likes, HHI down to that of the list, and entropy and holders have no upper bound.
 *
 * @param listed the largest holders
 * @param whole what is known of the whole: its total, its number of holders, or both
 * @returns bounds by metric id for holders, effectiveHolders, top1Share to top100Share, gini, hhi, nakamoto33 to nakamoto67,
 * shannonEntropy, minEntropy, collisionEntropy; null when nothing is missing or nothing is listed
 * @throws RangeError when the whole contradicts the list
 * @example toBounds(top1000OfUni, { total: 10n ** 27n, holders: 440_001 })!.gini // { low: 0.909…, high: 0.998… }
 */
export function toBounds(listed: Distribution, whole: Whole): Readonly<Record<string, Bounds>> | null {
  const completions = toCompletions(listed, whole)
  if (!completions) return null
  const one = measureCompleted(listed, completions.mostEqual)
  const other = measureCompleted(listed, completions.leastEqual)
  const bounds: Record<string, Bounds> = {}
  for (const id of Object.keys(one)) bounds[id] = { low: Math.min(one[id]!, other[id]!), high: Math.max(one[id]!, other[id]!) }
  return completions.openEnded && whole.total !== undefined ? { ...bounds, ...toOpenEnded(listed, whole.total, bounds) } : bounds
}

/** What changes when any number of holders may follow, each with next to nothing. */
function toOpenEnded(listed: Distribution, total: bigint, bounds: Readonly<Record<string, Bounds>>): Record<string, Bounds> {
  const squares = sumOfSquares(listed)
  const effective = toRatio(total * total, squares)
  const open = (id: string, high: number | null) => ({ low: bounds[id]!.low, high })
  const opened: Record<string, Bounds> = {
    holders: open('holders', null),
    effectiveHolders: open('effectiveHolders', effective),
    gini: open('gini', 1),
    hhi: { low: toRatio(squares, total * total), high: bounds.hhi!.high },
    shannonEntropy: open('shannonEntropy', null),
    collisionEntropy: open('collisionEntropy', Math.log2(effective)),
  }
  for (const [size, id] of [[1, 'top1Share'], [5, 'top5Share'], [10, 'top10Share'], [50, 'top50Share'], [100, 'top100Share']] as const) {
    const sum = listed.amounts.slice(0, size).reduce((a, b) => a + b, 0n)
    opened[id] = { low: toRatio(sum, total), high: bounds[id]!.high }
  }
  for (const id of ['nakamoto33', 'nakamoto50', 'nakamoto67']) {
    if (bounds[id]!.low > listed.amounts.length) opened[id] = open(id, null)
  }
  return opened
}

/**
 * The metrics of the whole, as far as a list that was cut off decides them: a value where both bounds agree, else undefined, 'cutOff',
 * with its bounds where it has any.
 *
 * @example measureTruncated(top1000OfUni, bounds).nakamoto50 // { status: 'ok', value: 14 }
 */
export function measureTruncated(listed: Distribution, bounds: Readonly<Record<string, Bounds>>): Readonly<Record<string, MetricResult>> {
  return Object.fromEntries(
    metrics.map((metric) => {
      const bound = bounds[metric.id]
      if (bound && bound.low === bound.high) return [metric.id, ok(bound.low)]
      // The 500 largest are all listed, so what follows them does not matter.
      if (metric.id === gini500.id && listed.amounts.length >= 500) return [metric.id, gini500.measure(listed)]
      return [metric.id, bound ? { ...undefinedBecause('cutOff'), bounds: bound } : undefinedBecause('cutOff')]
    }),
  )
}
