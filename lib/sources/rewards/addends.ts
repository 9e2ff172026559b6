/** So many payments can be tried in every combination. */
const most = 16

/**
 * Which of some amounts add up to a sum, where exactly one choice does.
 *
 * @param amounts above zero
 * @returns their places; null where none or several choices add up to it, or where there are too many to try
 * @example toAddends([5n, 3n, 4n], 9n) // [0, 2]
 * @example toAddends([5n, 5n], 5n) // null: either
 */
export function toAddends(amounts: readonly bigint[], sum: bigint): number[] | null {
  const all = amounts.reduce((total, amount) => total + amount, 0n)
  if (sum === all) return amounts.map((_, place) => place)
  if (sum === 0n) return []
  if (amounts.length > most || sum > all) return null
  const found: number[][] = []
  const search = (place: number, left: bigint, chosen: readonly number[]): void => {
    if (left === 0n) found.push([...chosen])
    if (left <= 0n || place === amounts.length || found.length > 1) return
    search(place + 1, left - amounts[place]!, [...chosen, place])
    search(place + 1, left, chosen)
  }
  search(0, sum, [])
  return found.length === 1 ? found[0]! : null
}
