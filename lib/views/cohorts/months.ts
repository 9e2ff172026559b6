import { toRatio } from '@/lib/domain/amount'
import type { CohortMonth } from '@/lib/domain/cohorts'
import type { Point } from '@/lib/domain/chartSpec'
import { toTimestamp } from '../day'

/** More than so many days between two month ends, and one between them is missing. */
const longestMonth = 45 * 86_400

/**
 * Month ends as points of a line. Where one is missing between two there is a gap, never a bridge.
 *
 * @param months oldest first
 * @example toMonthPoints([{ day: '1970-01-31' }], () => 1) // [{ x: 2592000, y: 1 }]
 */
export function toMonthPoints<Month extends { day: string }>(months: readonly Month[], valueOf: (month: Month) => number | null): Point[] {
  return months.flatMap((month, place) => {
    const x = toTimestamp(month.day)
    const before = months[place - 1]
    const from = before ? toTimestamp(before.day) : x
    return [...(x - from > longestMonth ? [{ x: from + longestMonth / 2, y: null }] : []), { x, y: valueOf(month) }]
  })
}

/**
 * What is held by those of whom it is known when they came: what shares by arrival are taken of, smallest units.
 *
 * @example toDated({ cohorts: [3n, 2n] }) // 5n
 */
export const toDated = ({ cohorts }: Pick<CohortMonth, 'cohorts'>): bigint => cohorts.reduce((sum, amount) => sum + amount, 0n)

/**
 * A part of a whole; null of nothing.
 *
 * @example toPart(1n, 4n) // 0.25
 */
export const toPart = (part: bigint, whole: bigint): number | null => (whole > 0n ? toRatio(part, whole) : null)
