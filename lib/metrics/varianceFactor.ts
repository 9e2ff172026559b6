/** Beyond so many standard errors a correlation counts: 5 %, on both sides. */
const significance = 1.959963984540054

/**
 * By how much the variance of Mann and Kendall's s grows because each value of a series tells of the next: n/n* of Hamed & Rao (1998), from the
 * autocorrelation of the ranks of what is left without the trend. Only correlations that stand out at 5 % count. A factor below 1, as of a series that
 * swings to and fro, counts as 1: no series is to look surer for it.
 *
 * @param residuals the series without its trend, evenly spaced
 * @returns at least 1; 1 for fewer than four values, and where all are equal
 * @example toVarianceFactor([5, 1, 3, 2, 4]) // 1: nothing stands out
 */
export function toVarianceFactor(residuals: readonly number[]): number {
  const n = residuals.length
  if (n < 4) return 1
  const ranks = toRanks(residuals)
  const mean = (n + 1) / 2
  const spread = ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0)
  if (spread === 0) return 1
  let sum = 0
  for (let lag = 1; lag < n; lag++) {
    let together = 0
    for (let place = lag; place < n; place++) together += (ranks[place]! - mean) * (ranks[place - lag]! - mean)
    const correlation = together / spread
    if (Math.abs(correlation) > significance / Math.sqrt(n)) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation
  }
  return Math.max(1, 1 + (2 / (n * (n - 1) * (n - 2))) * sum)
}

/** Places from 1 by size; equal values share the mean of theirs. */
function toRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Array<number>(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++
    for (let place = from; place <= to; place++) ranks[order[place]!] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}
