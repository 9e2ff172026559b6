import { bandMetricIds, type BandEnd, type BandMetricId, type HeadlineBand, type LabelEffect } from '../domain/headlineBand'
import type { LensId } from '../domain/lens'
import type { Bounds, MetricResult } from '../domain/metric'
import type { Measurement } from '../domain/snapshot'

/**
 * How far the answer depends on the choices made: for each headline metric the lowest and the highest value over all lenses, each with the
 * lens that gives it. A figure known only within bounds (a list that was cut off, owners that could not be resolved) counts with both of its
 * bounds. An end that nothing bounds is higher than every figure.
 *
 * @param measurements of one snapshot, one a lens; they may carry bounds beside values, by lens and metric
 * @param unresolved bounds of figures whose lens leaves owners unknown, as `toUnresolvedBounds` gives them: they count in place of the value
 * @param movers as `findMovers` gives them; empty where none was looked for
 * @example toBands([raw, circulating], {}, {})[1] // { metric: 'nakamoto50', low: { value: 8, lens: 'raw', … }, high: { value: 40, lens: 'circulating', … }, … }
 */
export function toBands(
  measurements: readonly Pick<Measurement, 'lens' | 'metrics'>[],
  unresolved: Partial<Record<LensId, Partial<Record<BandMetricId, Bounds>>>>,
  movers: Partial<Record<BandMetricId, LabelEffect | null>>,
): HeadlineBand[] {
  return bandMetricIds.map((metric) => {
    const mover = movers[metric]
    const ranges = measurements.map(({ lens, metrics }) => ({ lens, range: unresolved[lens]?.[metric] ?? toRange(metrics[metric]) }))
    const known = ranges.flatMap(({ lens, range }) => (range ? [{ lens, ...range, isBound: range.low !== range.high }] : []))
    const lowest = known.reduce<(typeof known)[number] | null>((best, one) => (best && best.low <= one.low ? best : one), null)
    const highest = known.reduce<(typeof known)[number] | null>((best, one) => (best && (best.high ?? Infinity) >= (one.high ?? Infinity) ? best : one), null)
    return {
      metric,
      low: lowest && ({ value: lowest.low, lens: lowest.lens, isBound: lowest.isBound } satisfies BandEnd),
      high: highest && ({ value: highest.high, lens: highest.lens, isBound: highest.isBound } satisfies BandEnd),
      undefinedUnder: ranges.flatMap(({ lens, range }) => (range ? [] : [lens])),
      ...(mover === undefined ? {} : { mover }),
    }
  })
}

function toRange(result: MetricResult | undefined): Bounds | null {
  if (!result) return null
  return result.status === 'ok' ? { low: result.value, high: result.value } : result.bounds ?? null
}
