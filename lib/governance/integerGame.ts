/** A game that wins and loses like the given one, with weights small enough to count by; where they had to be rounded, with a measure of it. */
export interface IntegerGame {
  /** in the order given; 0 where a weight is too small for the grid */
  weights: number[]
  /** a coalition wins with at least so much */
  quota: number
  total: number
  /**
   * How far rounding can lift and lower a coalition's sum at most. A coalition that the two games judge differently has a sum above
   * `quota − ½ − lowered` and below `quota − ½ + lifted`. Both 0: the games are the same.
   */
  lifted: number
  lowered: number
}

/**
 * Brings a game onto a grid of about so many steps. What divides all weights is divided out first; a game that fits then stays as it is.
 *
 * A coalition wins iff its sum is above q − ½, which no sum is equal to. The grid is laid so that this mark falls in the middle between two
 * steps, at k + ½: what rounding lifts and lowers a sum by is then judged alike on both sides. Weights go to the nearest step.
 *
 * @param weights positive
 * @param quota above 0, at most the sum
 * @param steps how large the sum of all weights may be, about
 * @example toIntegerGame([50n * 10n ** 18n, 49n * 10n ** 18n, 10n ** 18n], 51n * 10n ** 18n, 1000) // weights [50, 49, 1], quota 51
 */
export function toIntegerGame(weights: readonly bigint[], quota: bigint, steps: number): IntegerGame {
  const divisor = weights.reduce(toGreatestCommonDivisor, 0n)
  const exact = weights.map((weight) => weight / divisor)
  const needed = (quota + divisor - 1n) / divisor
  const sum = exact.reduce((all, weight) => all + weight, 0n)
  if (sum <= BigInt(steps)) return toGame(exact.map(Number), Number(needed), 0, 0)
  const place = (needed * BigInt(steps)) / sum
  const [numerator, denominator] = [2n * (place > 1n ? place : 1n) - 1n, 2n * needed - 1n]
  let [lifted, lowered] = [0, 0]
  const rounded = exact.map((weight) => {
    const nearest = (2n * weight * numerator + denominator) / (2n * denominator)
    const error = Number(nearest * denominator - weight * numerator) / Number(denominator)
    if (error > 0) lifted += error
    else lowered -= error
    return Number(nearest)
  })
  return toGame(rounded, Number((numerator + 1n) / 2n), lifted, lowered)
}

const toGame = (weights: number[], quota: number, lifted: number, lowered: number): IntegerGame => ({
  weights,
  quota,
  total: weights.reduce((sum, weight) => sum + weight, 0),
  lifted,
  lowered,
})

function toGreatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
