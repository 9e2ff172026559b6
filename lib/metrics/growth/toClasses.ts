import { holderClassIds, type MonthHoldings } from '../../domain/holderClass'

/** The class of an account as a number: 0 holds nothing, then 1 and on as in `holderClassIds`. */
export const [none, ten, tenth, half, small] = [0, 1, 2, 3, 4] as const

/** How many numbers there are. */
export const classCount = holderClassIds.length + 1

/**
 * In which class every account is: of n holders the ten largest; the rest of the largest tenth, ⌈n/10⌉; the rest of the larger half, ⌈n/2⌉; the others.
 * Equal amounts stand in the order of their addresses.
 *
 * @returns by account; 0 for who holds nothing
 * @example toClasses({ amounts: Float64Array.of(0, 5, 7), names: ['0x1', '0x2', '0x3'] }).classes // Uint8Array [0, 1, 1]
 */
export function toClasses({ amounts, names }: Pick<MonthHoldings, 'amounts' | 'names'>): { classes: Uint8Array; holders: number } {
  const order = Uint32Array.from({ length: amounts.length }, (_, account) => account).filter((account) => amounts[account]! > 0)
  order.sort((one, other) => amounts[other]! - amounts[one]! || (names[one]! < names[other]! ? -1 : 1))
  const holders = order.length
  const ends = [10, Math.ceil(holders / 10), Math.ceil(holders / 2), holders]
  const classes = new Uint8Array(amounts.length)
  let place = 0
  for (const [nth, end] of ends.entries()) for (; place < Math.min(end, holders); place++) classes[order[place]!] = nth + 1
  return { classes, holders }
}
