import { mannKendall, type MannKendall } from './mannKendall'
import { theilSen, type Moment, type TheilSen } from './theilSen'
import { toVarianceFactor } from './varianceFactor'

/** Where a series goes, how fast, and how sure that is. */
export interface Trend extends TheilSen, Pick<MannKendall, 's' | 'tau' | 'p'> {
  /** How many moments it rests on */
  count: number
  /** By how much the variance grew because each value tells of the next; 1 where it does not */
  factor: number
}

/** A trend is taken for one where chance gives as much in at most so many of a hundred series. */
export const trendLevel = 0.05

/**
 * Where does a series go? Slope by Theil and Sen, certainty by Mann and Kendall, both with the variance that Hamed & Rao (1998) correct for values that
 * tell of the next: days and months of a ledger do.
 *
 * @param moments oldest first, evenly spaced but for those that are missing
 * @returns null for fewer than two moments
 * @example toTrend(monthly)?.slope // 0.031 a year, where times are years
 */
export function toTrend(moments: readonly Moment[]): Trend | null {
  const line = theilSen(moments)
  if (!line) return null
  const factor = toVarianceFactor(moments.map(({ time, value }) => value - line.slope * time))
  const { s, tau, p } = mannKendall(moments.map(({ value }) => value), factor)
  return { ...theilSen(moments, factor)!, s, tau, p, factor, count: moments.length }
}

/**
 * Which way a trend goes beyond what chance gives: 1 up, −1 down, 0 where that cannot be told from chance.
 *
 * @example toDirection({ s: -100, p: 0.001 }) // -1
 */
export const toDirection = ({ s, p }: Pick<Trend, 's' | 'p'>): -1 | 0 | 1 => (p >= trendLevel || s === 0 ? 0 : s > 0 ? 1 : -1)
