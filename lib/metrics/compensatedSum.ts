/**
 * Adds doubles without losing the small ones beside the large ones: the error does not grow with the number of terms.
 *
 * @see Neumaier, A. (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54(1), 39–51
 * @returns 0 for no terms
 * @example compensatedSum(Float64Array.of(1, 1e100, 1, -1e100)) // 2; the plain loop gives 0
 */
export function compensatedSum(terms: Float64Array): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!
    const next = sum + term
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return sum + lost
}
