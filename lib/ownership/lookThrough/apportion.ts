/**
 * Splits an amount in proportion to weights, by largest remainder (Hamilton's method): everyone gets the whole units of the exact part, and
 * the units that are left go one each to the largest fractions. So the parts add up to the amount, and none is a unit away from exact.
 *
 * @param amount not negative
 * @param weights none negative
 * @param total Σ weights, positive
 * @param compareTied which of two places comes first where their fractions are equal
 * @returns a part for each weight
 * @example apportion(10n, [1n, 1n, 1n], 3n, (i, j) => i - j) // [4n, 3n, 3n]
 */
export function apportion(amount: bigint, weights: readonly bigint[], total: bigint, compareTied: (i: number, j: number) => number): bigint[] {
  // Everyone gets the whole weight: there is nothing to divide.
  if (amount === total) return weights.slice()
  const parts = new Array<bigint>(weights.length)
  const remainders = new Float64Array(weights.length)
  let left = amount
  for (let i = 0; i < weights.length; i++) {
    const product = amount * weights[i]!
    const part = product / total
    parts[i] = part
    left -= part
    remainders[i] = Number(product - part * total)
  }
  if (left > 0n) giveAway(Number(left))
  return parts

  /** Doubles never put two remainders in the wrong order: only those that are equal as doubles are looked at exactly. */
  function giveAway(units: number): void {
    const last = remainders.slice().sort()[remainders.length - units]!
    const tied: number[] = []
    for (let i = 0; i < parts.length; i++) {
      if (remainders[i] === last) tied.push(i)
      else if (remainders[i]! > last) {
        parts[i]!++
        units--
      }
    }
    for (const i of units < tied.length ? inOrder(tied).slice(0, units) : tied) parts[i]!++
  }

  function inOrder(places: readonly number[]): number[] {
    const exact = places.map((place) => ({ place, remainder: (amount * weights[place]!) % total }))
    exact.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : compareTied(a.place, b.place)))
    return exact.map(({ place }) => place)
  }
}
