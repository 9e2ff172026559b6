import { toMedian } from './median'
import { toVarianceOfS } from './mannKendall'

/** A value and when it was. */
export interface Moment {
  /** In whatever unit the slope is to be told by */
  time: number
  value: number
}

/** A straight line through a series that outliers do not move. */
export interface TheilSen {
  /** Of the value, by unit of time */
  slope: number
  /** Of the line at time 0 */
  intercept: number
  /** Ends of the slope's interval */
  low: number
  high: number
}

/** Of the normal distribution: 95 % lie within so many standard deviations. */
const quantile = 1.959963984540054

/**
 * How fast does a series rise or fall? The median of the slopes between all pairs of moments (Theil 1950), with Sen's (1968) interval of 95 % from the
 * ordered slopes. The line goes through the medians of what is left of each value without its slope.
 *
 * Same as scipy's `theilslopes(value, time, method='joint')`, where `factor` is 1.
 *
 * @param moments times differ
 * @param factor by how much the variance of Kendall's s grows because each value tells of the next: the interval grows with its root
 * @returns null for fewer than two moments
 * @example theilSen([{ time: 0, value: 1 }, { time: 1, value: 2 }, { time: 2, value: 9 }])?.slope // 4: of 1, 4 and 7
 */
export function theilSen(moments: readonly Moment[], factor = 1): TheilSen | null {
  const slopes = moments.flatMap((later, place) => moments.slice(0, place).map((before) => (later.value - before.value) / (later.time - before.time))).sort((a, b) => a - b)
  const slope = toMedian(slopes)
  if (slope === null) return null
  const deviation = quantile * Math.sqrt(toVarianceOfS(moments.map(({ value }) => value)) * factor)
  const low = Math.max(Math.round((slopes.length - deviation) / 2) - 1, 0)
  const high = Math.min(Math.round((slopes.length + deviation) / 2), slopes.length - 1)
  const rests = moments.map(({ time, value }) => value - slope * time)
  return { slope, intercept: toMedian(rests)!, low: slopes[low]!, high: slopes[high]! }
}
