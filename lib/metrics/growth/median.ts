/**
 * The middle one of some numbers; of an even number of them the mean of the two in the middle.
 *
 * @throws RangeError where there are none
 * @example toMedian([3, 1, 2, 10]) // 2.5
 */
export function toMedian(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('toMedian: there are no values')
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
