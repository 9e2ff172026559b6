import { toRatio } from '../domain/amount'

/** An amount, and which share it is of the sum of all groups; null where that is zero. */
export interface Part {
  amount: bigint
  share: number | null
}

/**
 * What each group has of a sum, exactly; the share of each is rounded once.
 *
 * @param amounts none of them negative
 * @example toPartsOfSum([1n, 3n]) // [{ amount: 1n, share: 0.25 }, { amount: 3n, share: 0.75 }]
 */
export function toPartsOfSum(amounts: readonly bigint[]): Part[] {
  const total = sumOf(amounts)
  return amounts.map((amount) => ({ amount, share: total === 0n ? null : toRatio(amount, total) }))
}

/**
 * "For each 100 that were earned": what each group gets of a hundred, in tenths, so that they add up to 100 exactly. What rounding down leaves goes
 * to the largest remainders, of equal ones to the first.
 *
 * @param amounts none of them negative
 * @returns null where nothing was earned
 * @example toEachHundred([1n, 1n, 1n]) // [33.4, 33.3, 33.3]
 */
export function toEachHundred(amounts: readonly bigint[]): number[] | null {
  const total = sumOf(amounts)
  if (total === 0n) return null
  const tenths = amounts.map((amount) => (1000n * amount) / total)
  const left = Number(1000n - sumOf(tenths))
  const remainders = amounts.map((amount, place) => ({ place, remainder: (1000n * amount) % total }))
  remainders.sort((one, other) => (one.remainder > other.remainder ? -1 : one.remainder < other.remainder ? 1 : one.place - other.place))
  for (const { place } of remainders.slice(0, left)) tenths[place]! += 1n
  return tenths.map((tenth) => Number(tenth) / 10)
}

/**
 * The sum of amounts.
 *
 * @example sumOf([1n, 2n]) // 3n
 */
export function sumOf(amounts: readonly bigint[]): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}
