import type { ClassMonth, PricedMonth } from '../../domain/badMonths'
import { holderClassIds, type HolderClass } from '../../domain/holderClass'

/** The worst months are so large a part of all, rounded down. */
const worstPart = 4

/**
 * In which months did the price fall most? A quarter of all, those with the deepest falls; months in which it did not fall are none. Of equal falls the
 * earlier.
 *
 * @returns in the order of time
 * @example toWorstMonths(months).map(({ month }) => month) // ['2025-02', '2025-06', '2025-11']
 */
export function toWorstMonths(months: readonly PricedMonth[]): PricedMonth[] {
  const falls = months.filter(({ change }) => change < 0).sort((a, b) => a.change - b.change || (a.month < b.month ? -1 : 1))
  return falls.slice(0, Math.floor(months.length / worstPart)).sort((a, b) => (a.month < b.month ? -1 : 1))
}

/**
 * Some months of some classes together: sums over both.
 *
 * @example sumClasses(worst, ['ten', 'tenth']).gone // 3
 */
export function sumClasses(months: readonly PricedMonth[], classes: readonly HolderClass[]): ClassMonth {
  const sum: ClassMonth = { accounts: 0, gone: 0, held: 0, gaveUp: 0, cost: 0, lost: 0, gained: 0, underWater: 0 }
  for (const month of months)
    for (const one of classes) {
      const row = month.classes[holderClassIds.indexOf(one)]!
      for (const part of Object.keys(sum) as (keyof ClassMonth)[]) sum[part] += row[part]
    }
  return sum
}

/**
 * A part of something; null where there is nothing.
 *
 * @example toRate(3, 12) // 0.25
 */
export const toRate = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
