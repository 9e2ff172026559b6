/** Amounts are followed in units of this part of the smallest unit: what floors take away in all rounds together stays far below one. */
const fineness = 64n

/** So many hand-overs are made at most, some seconds: a circle that lets a thousandth out with each round is followed to its end. */
const mostHandOvers = 20_000_000

/**
 * Where what comes into a large circle of contracts leaves it: handed on again and again, as it happens, until less than one smallest unit is
 * still on its way. Exact elimination grows with the cube of the circle and more; this grows with its edges.
 *
 * @param entries what has come in at each, smallest units
 * @param inside `inside[i][j]` is what i hands on to j; what i hands to itself changes nothing and is not looked at
 * @param out what each hands on to the outside; from somewhere there must be a way out
 * @param most hand-overs; after them what is left counts as staying in the circle
 * @returns weights: how much left at each, and how much never did. All together they are Σ entries, in a finer unit
 * @example handOnInRounds([1n, 0n], [[0n, 1n], [1n, 0n]], [1n, 1n]) // leaving in the proportion 2 to 1, staying 0n
 */
export function handOnInRounds(entries: readonly bigint[], inside: readonly (readonly bigint[])[], out: readonly bigint[], most = mostHandOvers): { leaving: bigint[]; staying: bigint } {
  const edges = inside.map((row, i) => row.flatMap((weight, to) => (weight > 0n && to !== i ? [{ to, weight }] : [])))
  const totals = edges.map((list, i) => list.reduce((sum, { weight }) => sum + weight, out[i]!))
  const held = entries.map((amount) => amount << fineness)
  const leaving = entries.map(() => 0n)
  const everything = held.reduce((sum, amount) => sum + amount, 0n)
  const round = edges.reduce((count, list) => count + list.length, 1)
  let moving = everything
  for (let made = 0; moving >> fineness > 0n && made < most; made += round) {
    for (let i = 0; i < held.length; i++) {
      const amount = held[i]!
      if (amount === 0n || totals[i] === 0n) continue
      let left = amount
      for (const { to, weight } of edges[i]!) {
        const part = (amount * weight) / totals[i]!
        held[to]! += part
        left -= part
      }
      // What the floors leave over goes out with the rest, or waits for the next round.
      if (out[i]! > 0n) {
        leaving[i]! += left
        left = 0n
      }
      held[i] = held[i]! - amount + left
    }
    moving = held.reduce((sum, amount) => sum + amount, 0n)
  }
  return { leaving, staying: moving >> fineness > 0n ? moving : 0n }
}
