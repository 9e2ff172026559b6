/**
 * P values as natural logarithms, corrected for there being many: Bonferroni. Each is multiplied by how many there are, at most to 1. Whoever calls a
 * corrected value of at most 1 % a finding is wrong in any of them with at most 1 %.
 *
 * Same as R's `p.adjust(p, 'bonferroni')`.
 *
 * @example bonferroni([Math.log(0.01), Math.log(0.6)]).map(Math.exp) // [0.02, 1]
 */
export const bonferroni = (logarithms: readonly number[]): number[] => logarithms.map((logarithm) => Math.min(0, logarithm + Math.log(logarithms.length)))

/**
 * P values as natural logarithms, corrected for there being many: Benjamini & Hochberg (1995). The i-th smallest of m is multiplied by m/i, and never
 * stands above a larger one. Of what is called a finding at 1 % at most 1 % are none, on average.
 *
 * Same as R's `p.adjust(p, 'BH')`.
 *
 * @returns in the order that they came in
 * @example benjaminiHochberg([0.01, 0.02, 0.03].map(Math.log)).map(Math.exp) // [0.03, 0.03, 0.03]
 */
export function benjaminiHochberg(logarithms: readonly number[]): number[] {
  const corrected = new Array<number>(logarithms.length)
  const order = logarithms.map((_, place) => place).sort((a, b) => logarithms[b]! - logarithms[a]!)
  let least = 0
  for (const [larger, place] of order.entries()) {
    least = Math.min(least, logarithms[place]! + Math.log(logarithms.length / (logarithms.length - larger)))
    corrected[place] = least
  }
  return corrected
}
