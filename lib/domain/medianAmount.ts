/**
 * The middle of some amounts; of an even number of them the mean of the two in the middle, without its fraction.
 *
 * @returns null for none
 * @example toMedianAmount([1n, 9n, 4n, 2n]) // 3n
 */
export function toMedianAmount(amounts: readonly bigint[]): bigint | null {
  const sorted = [...amounts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  if (sorted.length === 0) return null
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2n
}
