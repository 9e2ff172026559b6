/** Up to this many different amounts, each is tried as the beginning of the tail. */
const mostCandidates = 1000

/**
 * Where the tail of a list may begin: the sizes of the tails that are tried, longest first. Each ends with the last of equal amounts,
 * so that no tail cuts equals apart.
 * All of them when there are at most 1,000 different amounts; otherwise 1,000 sizes in geometric progression from 1 to n, so that the top
 * is searched as finely as the bottom. The whole list is always among them.
 *
 * @param values amounts or their logarithms, largest first
 * @example candidateTails(Float64Array.of(9, 4, 4, 1)) // [4, 3, 1]
 */
export function candidateTails(values: Float64Array): number[] {
  const endsEquals = (size: number) => values[size - 1] !== values[size]
  const sizes: number[] = []
  for (let size = values.length; size > 0 && sizes.length <= mostCandidates; size--) if (endsEquals(size)) sizes.push(size)
  if (sizes.length <= mostCandidates) return sizes
  let smallest = 1
  while (!endsEquals(smallest)) smallest++
  const chosen: number[] = []
  for (let i = mostCandidates - 1; i >= 0; i--) {
    let size = Math.max(smallest, Math.floor(values.length ** (i / (mostCandidates - 1))))
    // Among equals whose end was found already: thousands may hold the same.
    if (size >= (chosen.at(-1) ?? Infinity)) continue
    while (!endsEquals(size)) size--
    chosen.push(size)
  }
  return chosen
}
