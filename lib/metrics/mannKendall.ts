import { normalTail } from './normalTail'

/** Whether a series rises or falls, one value against each other. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall */
  s: number
  /** Of s, if the order were chance and no value told of the next */
  variance: number
  /** s ÷ all pairs: −1 where every pair falls, 1 where every pair rises */
  tau: number
  /** How likely so much of a trend is by chance, in either direction */
  p: number
}

/**
 * Does a series rise or fall steadily, whatever the shape? The test of Mann (1945) and Kendall (1975) with the correction for equal values and for
 * continuity. The normal approximation is good from ten values on.
 *
 * @param values in the order of time
 * @param factor by how much the variance grows because each value tells of the next, see `toVarianceFactor`
 * @returns p is 1 where nothing can be told: for fewer than two values, or all equal
 * @example mannKendall([1, 2, 3, 4]) // { s: 6, variance: 8.666…, tau: 1, p: 0.0894… }
 */
export function mannKendall(values: readonly number[], factor = 1): MannKendall {
  let s = 0
  for (const [place, later] of values.entries()) for (let before = 0; before < place; before++) s += Math.sign(later - values[before]!)
  const variance = toVarianceOfS(values)
  const pairs = (values.length * (values.length - 1)) / 2
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance * factor)
  return { s, variance, tau: pairs === 0 ? 0 : s / pairs, p: normalTail(z) }
}

/**
 * The variance of Mann and Kendall's s in a series without any order, corrected for equal values: (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18.
 *
 * @example toVarianceOfS([1, 2, 2, 3]) // (4·3·13 − 2·1·9) / 18 = 7.666…
 */
export function toVarianceOfS(values: readonly number[]): number {
  const ties = new Map<number, number>()
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1)
  const weigh = (count: number) => count * (count - 1) * (2 * count + 5)
  return (weigh(values.length) - [...ties.values()].reduce((sum, count) => sum + weigh(count), 0)) / 18
}
