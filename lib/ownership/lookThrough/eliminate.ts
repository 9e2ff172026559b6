/**
 * Where what comes into a circle of contracts leaves it, however often it goes round before: the limit of handing on for ever, exactly.
 *
 * With A the weights inside, x those that lead out and D = diag(x + ΣA), a unit that comes in at k leaves at m in the proportion
 * (D − A)⁻¹[k, m] · x[m], an absorbing Markov chain (Kemeny & Snell, Finite Markov Chains, 1960, chapter 3). The matrix is inverted in
 * integers by E. Bareiss's elimination, whose divisions leave no remainder (Math. Comp. 22, 1968), in the place where it stands. Numbers grow
 * with the circle: twenty contracts that all hold each other take hundredths of a second, forty half a second, eighty half a minute.
 *
 * @param inside `inside[i][j]` is what i hands on to j; what i hands to itself changes nothing and is not looked at
 * @param out what each hands on to the outside: from each there must be a way out
 * @returns `exits[k][m]`; each row adds up to `total`
 * @example eliminate([[0n, 1n], [1n, 0n]], [1n, 1n]) // { exits: [[2n, 1n], [1n, 2n]], total: 3n }
 */
export function eliminate(inside: readonly (readonly bigint[])[], out: readonly bigint[]): { exits: bigint[][]; total: bigint } {
  const rows = inside.map((row, i) => toReduced(row, i, out[i]!))
  const matrix = rows.map(({ row }) => row)
  let previous = 1n
  for (let pivotAt = 0; pivotAt < matrix.length; pivotAt++) {
    const pivotRow = matrix[pivotAt]!
    const pivot = pivotRow[pivotAt]!
    for (let i = 0; i < matrix.length; i++) {
      if (i === pivotAt) continue
      const row = matrix[i]!
      const factor = row[pivotAt]!
      for (let j = 0; j < row.length; j++) if (j !== pivotAt) row[j] = (pivot * row[j]! - factor * pivotRow[j]!) / previous
      row[pivotAt] = -factor
    }
    pivotRow[pivotAt] = previous
    previous = pivot
  }
  return { exits: matrix.map((row) => row.map((value, m) => value * rows[m]!.out)), total: previous }
}

/** A row of D − A and its way out, without what all its weights have in common: it would only make every number longer. */
function toReduced(weights: readonly bigint[], own: number, out: bigint): { row: bigint[]; out: bigint } {
  const others = weights.map((weight, j) => (j === own ? 0n : weight))
  const common = others.reduce(gcd, out)
  const row = others.map((weight) => -weight / common)
  row[own] = others.reduce((sum, weight) => sum + weight, out) / common
  return { row, out: out / common }
}

const gcd = (a: bigint, b: bigint): bigint => {
  while (b > 0n) [a, b] = [b, a % b]
  return a
}
