import type { MetricResult } from '../domain/metric'
import type { SnapshotOrigin } from '../domain/snapshot'
import { isMonthEnd, toYears } from './monthEnds'
import { toTrend, type Trend } from './trend'

/** The measures of which a trend is told. */
export const trendMetricIds = ['gini', 'hhi', 'nakamoto50'] as const
export type TrendMetricId = (typeof trendMetricIds)[number]

/** Below so many holders a Gini coefficient depends on how many there are (Deltas 2003): a token's months count from where it had as many. */
export const leastHolders = 50

/** So many ends of months it takes to tell where concentration goes: two years. */
export const leastMonths = 24

/** One day of history, as far as trends need it. */
export interface MeasuredDay {
  /** UTC day */
  day: string
  metrics: Readonly<Record<string, MetricResult>>
  /** 'chain' for the newest block, whose day may not be over; a whole day where absent */
  origin?: SnapshotOrigin
}

/** A measure on some days, and where it goes. */
export interface MeasureTrend<Day extends MeasuredDay> {
  /** Those days that have a value, oldest first. `years` counts from the first of them */
  moments: readonly { of: Day; years: number; value: number }[]
  /** By year; null for fewer than two moments */
  trend: Trend | null
}

/**
 * The ends of months from the first at which enough hold something: who was there before a token was given out is no start to measure from. A month of
 * which the last day is not kept is missing; the one that still goes on is not in it.
 *
 * @param history one entry a day, oldest first, with `holders` among its metrics
 * @example toTrendMonths(history).map(({ day }) => day) // ['2023-01-31', '2023-02-28', …]
 */
export function toTrendMonths<Day extends MeasuredDay>(history: readonly Day[]): readonly Day[] {
  const ends = history.filter(({ day, origin }) => isMonthEnd(day) && origin !== 'chain')
  const start = ends.findIndex(({ metrics: { holders } }) => holders?.status === 'ok' && holders.value >= leastHolders)
  return start === -1 ? [] : ends.slice(start)
}

/**
 * Where a measure goes over some days.
 *
 * @param days oldest first, evenly spaced but for those that are missing
 * @example toMeasureTrend(toTrendMonths(history), 'gini').trend?.slope // 0.021 a year
 */
export function toMeasureTrend<Day extends MeasuredDay>(days: readonly Day[], metricId: TrendMetricId): MeasureTrend<Day> {
  const found = days.flatMap((of) => {
    const result = of.metrics[metricId]
    return result?.status === 'ok' ? [{ of, value: result.value }] : []
  })
  const moments = found.map(({ of, value }) => ({ of, value, years: toYears(found[0]!.of.day, of.day) }))
  return { moments, trend: toTrend(moments.map(({ years, value }) => ({ time: years, value }))) }
}
