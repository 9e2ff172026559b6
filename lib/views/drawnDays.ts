import type { Point } from '@/lib/domain/chartSpec'
import { toTimestamp } from './day'

const daySeconds = 86_400
/** Above this many days a line has one point a week: more would be finer than it is printed. */
const mostDays = 400

/** The days of a history that are drawn, and how many days lie from one to the next where none is missing. */
export interface DrawnDays<Day> {
  days: readonly Day[]
  step: 1 | 7
}

/**
 * Every day of a short history, every seventh of a long one; always the last.
 *
 * @param history one entry a day, oldest first
 * @param most so many days are drawn singly; fewer where each is drawn many times
 * @example toDrawnDays(historyOfTwoYears).step // 7
 */
export function toDrawnDays<Day>(history: readonly Day[], most: number = mostDays): DrawnDays<Day> {
  const step = history.length > most ? 7 : 1
  return { days: history.filter((_, place) => (history.length - 1 - place) % step === 0), step }
}

/**
 * Days as points of a line. Where days are missing between two there is a gap, never a bridge.
 *
 * @example toDayPoints({ days: [{ day: '1970-01-01' }, { day: '1970-01-04' }], step: 1 }, () => 1)
 * // [{ x: 0, y: 1 }, { x: 86400, y: null }, { x: 259200, y: 1 }]
 */
export function toDayPoints<Day extends { day: string }>({ days, step }: DrawnDays<Day>, valueOf: (day: Day) => number | null): Point[] {
  return days.flatMap((day, place) => {
    const x = toTimestamp(day.day)
    const before = days[place - 1]
    const missing = before !== undefined && x - toTimestamp(before.day) > 1.5 * step * daySeconds
    const gap: Point[] = missing ? [{ x: toTimestamp(before.day) + step * daySeconds, y: null }] : []
    return [...gap, { x, y: valueOf(day) }]
  })
}
