import type { BadMonths, ClassMonth, DeepestFall, PricedMonth } from '../../domain/badMonths'
import { fewestHolders, holderClassIds, type MonthHoldings } from '../../domain/holderClass'
import { toDeepestFall } from './deepestFall'
import { none, toClasses } from './toClasses'

/** What a whole token cost in a month: on average, and on its last day; null where no pool says so. */
export interface MonthPrice {
  month: string
  mean: number | null
  end: number | null
}

/** What is kept of the end of the month before. */
interface Before {
  amounts: Float64Array
  classes: Uint8Array
  holders: number
  end: number | null
}

const toEmpty = (): ClassMonth => ({ accounts: 0, gone: 0, held: 0, gaveUp: 0, cost: 0, lost: 0, gained: 0, underWater: 0 })

/**
 * What happens to holders by size while the price moves, month by month: who leaves, who gives up how much, and below which cost. A token costs its owner
 * the mean price of the month in which it came, whichever way it came; what was held before the first price costs that. Of what an account gives up each
 * token has cost the mean of all it had.
 *
 * @param prices of every month that will be added, in order
 * @example const months = openBadMonths(prices); for await (const month of walk) months.add(month); months.end().months[3].classes[3].gone // 12
 */
export function openBadMonths(prices: readonly MonthPrice[]): { add(month: MonthHoldings): void; end(): Pick<BadMonths, 'months' | 'fall'> } {
  const months: PricedMonth[] = []
  const window = toDeepestFall(prices)
  let cost = new Float64Array(0)
  let priced: number | null = null
  let before: Before | null = null
  let peak: Before | null = null
  let fall: DeepestFall | null = null
  let nth = -1
  return {
    add({ month, amounts, names }) {
      nth++
      const { mean, end } = prices[nth]!
      const { classes, holders } = toClasses({ amounts, names })
      if (cost.length < amounts.length) cost = widen(cost, amounts.length)
      const price: number | null = mean ?? priced
      if (price !== null && priced === null) for (let account = 0; account < amounts.length; account++) cost[account] = amounts[account]! * price
      else if (price !== null && before) {
        const rows = moveOn(before, amounts, cost, price)
        if (before.end !== null && end !== null && before.holders >= fewestHolders) months.push({ month, change: end / before.end - 1, classes: rows })
      }
      priced = price
      before = { amounts, classes, holders, end }
      if (window?.peak === nth && holders >= fewestHolders) peak = before
      if (window?.trough === nth && peak) fall = { from: prices[window.peak]!.month, to: month, change: window.change, classes: followPeak(peak, amounts) }
    },
    end: () => ({ months, fall }),
  }
}

/** What a month did to each class; costs become those of its end. */
function moveOn({ amounts: had, classes, end }: Before, amounts: Float64Array, cost: Float64Array, price: number): ClassMonth[] {
  const rows = holderClassIds.map(toEmpty)
  for (let account = 0; account < amounts.length; account++) {
    const [held, now] = [had[account] ?? 0, amounts[account]!]
    const change = now - held
    const paid = cost[account]!
    if (change > 0) cost[account] = paid + change * price
    if (change < 0) cost[account] = now > 0 ? (paid * now) / held : 0
    const place = classes[account] ?? none
    if (place === none) continue
    const row = rows[place - 1]!
    row.accounts++
    row.held += held
    row.cost += paid
    if (end !== null && paid > held * end) row.underWater++
    if (now <= 0) row.gone++
    if (change >= 0) continue
    const result = -change * (price - paid / held)
    row.gaveUp -= change
    row.lost += Math.max(0, -result)
    row.gained += Math.max(0, result)
  }
  return rows
}

function followPeak({ amounts: had, classes }: Before, amounts: Float64Array): DeepestFall['classes'] {
  const rows = holderClassIds.map(() => ({ accounts: 0, gone: 0, held: 0, after: 0 }))
  for (const [account, place] of classes.entries()) {
    if (place === none) continue
    const row = rows[place - 1]!
    row.accounts++
    row.held += had[account]!
    row.after += amounts[account]!
    if (amounts[account]! <= 0) row.gone++
  }
  return rows
}

function widen(column: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(length)
  wider.set(column)
  return wider
}
