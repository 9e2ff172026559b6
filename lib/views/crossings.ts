import type { Metric, MetricResult } from '@/lib/domain/metric'
import type { Locale, Text } from '@/lib/domain/text'
import { formatNumber } from './format'
import { toNumberFormat } from './metricCell'

/** The thresholds that are news when a figure passes them, per metric. */
export const newsworthy: Readonly<Record<string, readonly number[]>> = {
  nakamoto50: [2, 3, 5, 10, 20, 50, 100],
  gini: [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99],
  top10Share: [0.1, 0.25, 0.5, 0.75, 0.9],
  holders: [100, 1_000, 10_000, 100_000, 1_000_000],
}

interface Day {
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  metrics: Readonly<Record<string, MetricResult>>
}

/** A figure that passed a threshold from one day to the next that has one. */
export interface Crossing {
  metric: string
  threshold: number
  /** below: it was at least the threshold and is less; above: the other way round */
  side: 'below' | 'above'
  before: number
  after: number
  day: string
  block: number
  timestamp: number
}

/**
 * When a metric passed thresholds: of several passed at once, the farthest. A day without a value is passed over.
 *
 * @param history oldest first
 * @example toCrossings([{ metrics: { nakamoto50: ok(10) }, … }, { metrics: { nakamoto50: ok(9) }, … }], 'nakamoto50', [5, 10])
 * // [{ metric: 'nakamoto50', threshold: 10, side: 'below', before: 10, after: 9, … }]
 */
export function toCrossings(history: readonly Day[], metric: string, thresholds: readonly number[]): Crossing[] {
  const crossings: Crossing[] = []
  let before: number | null = null
  for (const { day, block, timestamp, metrics } of history) {
    const result = metrics[metric]
    if (result?.status !== 'ok') continue
    const after = result.value
    const last = before
    before = after
    if (last === null || last === after) continue
    const side = after < last ? 'below' : 'above'
    const passed = thresholds.filter((threshold) => (side === 'below' ? last >= threshold && after < threshold : last < threshold && after >= threshold))
    if (passed.length === 0) continue
    const threshold = side === 'below' ? Math.min(...passed) : Math.max(...passed)
    crossings.push({ metric, threshold, side, before: last, after, day, block, timestamp })
  }
  return crossings
}

const sentences: Record<Crossing['side'], Record<Locale, (metric: string, of: string, threshold: string) => string>> = {
  below: {
    en: (metric, of, threshold) => `${metric} of ${of} fell below ${threshold}`,
    de: (metric, of, threshold) => `${of}: ${metric} ist unter ${threshold} gefallen`,
  },
  above: {
    en: (metric, of, threshold) => `${metric} of ${of} rose to ${threshold} or more`,
    de: (metric, of, threshold) => `${of}: ${metric} ist auf mindestens ${threshold} gestiegen`,
  },
}

/**
 * A crossing as a headline.
 *
 * @param of the protocol's name
 * @example toCrossingHeadline({ side: 'below', threshold: 10, … }, nakamoto50, 'Uniswap', 'en') // 'Nakamoto (half) of Uniswap fell below 10'
 */
export const toCrossingHeadline = ({ side, threshold }: Pick<Crossing, 'side' | 'threshold'>, metric: { name: Text; unit: Metric['unit'] }, of: string, locale: Locale): string =>
  sentences[side][locale](metric.name[locale], of, formatNumber(threshold, toNumberFormat(metric), locale))
