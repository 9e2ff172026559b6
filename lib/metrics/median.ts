/**
 * The value in the middle; of an even number of values the mean of the two in the middle.
 *
 * @returns null for no values
 * @example toMedian([3, 1, 10]) // 3
 */
export function toMedian(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.floor(sorted.length / 2)]!]
  return (low + high) / 2
}
