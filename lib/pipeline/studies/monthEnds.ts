import type { Block } from '../../domain/snapshot'
import { isMonthEnd } from '../../metrics/monthEnds'

/**
 * The last day of each calendar month that is over, and the very last day: the month that it lies in may go on.
 *
 * @param days last blocks of every UTC day, oldest first
 * @example toMonthEnds(new Map([['2023-01-30', a], ['2023-01-31', b], ['2023-02-01', c]])) // [['2023-01-31', b], ['2023-02-01', c]]
 */
export function toMonthEnds(days: ReadonlyMap<string, Block>): [day: string, block: Block][] {
  const [ends, last] = [toWholeMonths(days), [...days].at(-1)]
  return !last || isMonthEnd(last[0]) ? ends : [...ends, last]
}

/**
 * The same of whole months alone.
 *
 * @example toWholeMonths(new Map([['2023-01-30', a], ['2023-01-31', b], ['2023-02-01', c]])) // [['2023-01-31', b]]
 */
export const toWholeMonths = (days: ReadonlyMap<string, Block>): [day: string, block: Block][] => [...days].filter(([day]) => isMonthEnd(day))
