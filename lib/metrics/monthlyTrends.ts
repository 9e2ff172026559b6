import type { MetricResult } from '../domain/metric'
import { isMonthEnd, toYears } from './monthEnds'
import { toTrend, type Trend } from './trend'

/** The measures of which a trend is told. */
export const trendMetricIds = ['gini', 'hhi', 'nakamoto50'] as const
export type TrendMetricId = (typeof trendMetricIds)[number]

/** Below so many holders a Gini coefficient depends on how many there are (Deltas 2003): a token's months count from where it had as many. */
export const leastHolders = 50

/** One day of history, as far as trends need it. */
interface MeasuredDay {
  day: string
  metrics: Readonly<Record<string, MetricResult>>
}

/** A measure at the ends of months, and where it goes. */
export interface MonthlyTrend<Day extends MeasuredDay> {
  /** Month ends that have a value, oldest first. `years` counts from the first of them */
  months: readonly { of: Day; years: number; value: number }[]
  /** By year; null for fewer than two months */
  trend: Trend | null
}

/**
 * The ends of months from the first at which enough hold something. Who was there before the token was given out is no start to measure from. A month
 * of which the last day is not kept is missing; the one that still goes on is not in it.
 *
 * @param history one entry a day, oldest first, with `holders` among its metrics
 */
function toTrendMonths<Day extends MeasuredDay>(history: readonly Day[]): readonly Day[] {
  const ends = history.filter(({ day }) => isMonthEnd(day))
  const start = ends.findIndex(({ metrics: { holders } }) => holders?.status === 'ok' && holders.value >= leastHolders)
  return start === -1 ? [] : ends.slice(start)
}

/**
 * Where a measure goes since a token is held by many, from month to month.
 *
 * @param history one entry a day, oldest first, with `holders` among its metrics
 * @example toMonthlyTrend(history, 'gini').trend?.slope // 0.021 a year
 */
export function toMonthlyTrend<Day extends MeasuredDay>(history: readonly Day[], metricId: TrendMetricId): MonthlyTrend<Day> {
  const found = toTrendMonths(history).flatMap((of) => {
    const result = of.metrics[metricId]
    return result?.status === 'ok' ? [{ of, value: result.value }] : []
  })
  const months = found.map(({ of, value }) => ({ of, value, years: toYears(found[0]!.of.day, of.day) }))
  return { months, trend: toTrend(months.map(({ years, value }) => ({ time: years, value }))) }
}
