import type { Block } from '../../domain/snapshot'
import { isMonthEnd } from '../../metrics/monthEnds'

/**
 * The last known day of each calendar month, and the very last day: the month that it lies in may not be over.
 *
 * @param days last blocks by UTC day, oldest first
 * @example toMonthEnds(new Map([['2023-01-30', a], ['2023-01-31', b], ['2023-02-01', c]])) // [['2023-01-31', b], ['2023-02-01', c]]
 */
export function toMonthEnds(days: ReadonlyMap<string, Block>): [day: string, block: Block][] {
  const ends = new Map<string, [string, Block]>()
  for (const [day, block] of days) ends.set(day.slice(0, 7), [day, block])
  return [...ends.values()]
}

/**
 * The same of whole months alone.
 *
 * @example toWholeMonths(new Map([['2023-01-30', a], ['2023-01-31', b], ['2023-02-01', c]])) // [['2023-01-31', b]]
 */
export const toWholeMonths = (days: ReadonlyMap<string, Block>): [day: string, block: Block][] => [...days].filter(([day]) => isMonthEnd(day))
