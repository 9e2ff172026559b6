import type { Rivalry, ShareMonth } from '@/lib/domain/competition'
import type { Point } from '@/lib/domain/chartSpec'
import { toTimestamp } from '../day'

/**
 * The last day of a month.
 *
 * @example toLastDay('2024-02') // '2024-02-29'
 */
export const toLastDay = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

/** Months since the year 0: one more than the month before. */
const toCount = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/**
 * Months as points of a line, each at its last day. Where months are missing between two there is a gap, never a bridge.
 *
 * @example toMonthPoints([{ month: '2024-01', hhi: 0.5, … }, { month: '2024-04', hhi: 0.6, … }], ({ hhi }) => hhi).map(({ y }) => y) // [0.5, null, 0.6]
 */
export function toMonthPoints(path: readonly ShareMonth[], valueOf: (month: ShareMonth) => number): Point[] {
  return path.flatMap((month, place) => {
    const before = path[place - 1]
    const x = toTimestamp(toLastDay(month.month))
    const missing = before !== undefined && toCount(month.month) - toCount(before.month) > 1
    return [...(missing ? [{ x: x - 86_400, y: null }] : []), { x, y: valueOf(month) }]
  })
}

/**
 * The protocols of a rivalry by their share of the last twelve months, the largest first, by their places.
 *
 * @example toOrder({ path: [{ shares: [0.2, 0.8], … }], … }) // [1, 0]
 */
export function toOrder({ protocols, path }: Pick<Rivalry, 'protocols' | 'path'>): number[] {
  const last = path.at(-1)?.shares ?? []
  return protocols.map((_, place) => place).sort((a, b) => (last[b] ?? 0) - (last[a] ?? 0) || a - b)
}
