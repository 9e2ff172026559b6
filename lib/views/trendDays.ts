import type { Locale } from '@/lib/domain/text'
import { leastMonths, toTrendMonths, type MeasuredDay } from '@/lib/metrics/monthlyTrends'
import { toDrawnDays } from './drawnDays'

/** The days that a trend is told of, and how far apart they are. */
export interface TrendDays<Day> {
  days: readonly Day[]
  step: 'month' | 'week' | 'day'
}

/** How far apart the moments are, and why, as a chart's note. */
export const trendStepNotes = {
  en: {
    month: 'One point for the end of each month, from the first at which 50 hold something.',
    week: `One point a week: there are fewer than ${leastMonths} month ends at which 50 hold something, too few for a claim about years.`,
    day: `Every day: there are fewer than ${leastMonths} month ends at which 50 hold something, too few for a claim about years.`,
    method: 'Slope: the median over all pairs of points (Theil 1950; Sen 1968). Chance: test of Mann and Kendall. Both corrected for points that resemble the one before (Hamed & Rao 1998).',
  },
  de: {
    month: 'Ein Punkt für das Ende jedes Monats, ab dem ersten, an dem 50 etwas halten.',
    week: `Ein Punkt je Woche: Es gibt weniger als ${leastMonths} Monatsenden, an denen 50 etwas halten, zu wenige für eine Aussage über Jahre.`,
    day: `Jeder Tag: Es gibt weniger als ${leastMonths} Monatsenden, an denen 50 etwas halten, zu wenige für eine Aussage über Jahre.`,
    method: 'Steigung: Median über alle Paare von Punkten (Theil 1950; Sen 1968). Zufall: Test nach Mann und Kendall. Beides darum berichtigt, dass ein Punkt dem vorigen ähnelt (Hamed & Rao 1998).',
  },
} as const satisfies Record<Locale, Record<TrendDays<never>['step'] | 'method', string>>

/**
 * The ends of months where there are two years of them, as for the claim; else every day or week that is kept, so that a young token's is seen too.
 *
 * @param history one entry a day, oldest first, with `holders` among its metrics
 * @example toTrendDays(historyOfFiveYears).step // 'month'
 */
export function toTrendDays<Day extends MeasuredDay>(history: readonly Day[]): TrendDays<Day> {
  const months = toTrendMonths(history)
  if (months.length >= leastMonths) return { days: months, step: 'month' }
  const { days, step } = toDrawnDays(history)
  return { days, step: step === 1 ? 'day' : 'week' }
}
