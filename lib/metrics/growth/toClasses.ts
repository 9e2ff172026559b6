import type { MonthHoldings } from '../../domain/holderClass'

/** The class of an account as a number: 0 holds nothing, then 1 and on as in `holderClassIds`. */
export const [none, ten, tenth, half, small] = [0, 1, 2, 3, 4] as const

/** In which class every account is, and how many have a class at all. */
interface Classed {
  classes: Uint8Array
  holders: number
}

/** Who follows a month need not be alone with it: all of them ask the same. */
const known = new WeakMap<Float64Array, Classed>()

/**
 * In which class every account is: of n holders the ten largest; the rest of the largest tenth, ⌈n/10⌉; the rest of the larger half, ⌈n/2⌉; the others.
 * Equal amounts stand in the order of their addresses.
 *
 * @param month is not to be changed afterwards: what was told of its amounts is remembered for as long as they live
 * @returns by account; 0 for who holds nothing
 * @example toClasses({ amounts: Float64Array.of(0, 5, 7), names: ['0x1', '0x2', '0x3'] }).classes // Uint8Array [0, 1, 1]
 */
export function toClasses(month: Pick<MonthHoldings, 'amounts' | 'names'>): Classed {
  const found = known.get(month.amounts) ?? classify(month)
  known.set(month.amounts, found)
  return found
}

function classify({ amounts, names }: Pick<MonthHoldings, 'amounts' | 'names'>): Classed {
  const order = Uint32Array.from({ length: amounts.length }, (_, account) => account).filter((account) => amounts[account]! > 0)
  order.sort((one, other) => amounts[other]! - amounts[one]! || (names[one]! < names[other]! ? -1 : 1))
  const holders = order.length
  const ends = [10, Math.ceil(holders / 10), Math.ceil(holders / 2), holders]
  const classes = new Uint8Array(amounts.length)
  let place = 0
  for (const [nth, end] of ends.entries()) for (; place < Math.min(end, holders); place++) classes[order[place]!] = nth + 1
  return { classes, holders }
}
