/** How much one voter decides, each from 0 to 1. */
export interface VotingPower {
  /** Banzhaf (1965), absolute (Penrose 1946): the share of all ways in which the others can vote that leave it to this voter. */
  banzhafAbsolute: number
  /** Banzhaf, normalised: the same, as a share of the sum over all voters. */
  banzhaf: number
  /** Shapley & Shubik (1954): the share of all orders of voters in which this one turns a losing coalition into a winning one. */
  shapleyShubik: number
}

/**
 * All three from the two that do not need each other.
 *
 * @param banzhafAbsolute of each voter
 * @param shapleyShubik of each voter
 * @example toVotingPower([0.75, 0.25, 0.25], [2 / 3, 1 / 6, 1 / 6])[0]!.banzhaf // 0.6
 */
export function toVotingPower(banzhafAbsolute: readonly number[], shapleyShubik: readonly number[]): VotingPower[] {
  const sum = banzhafAbsolute.reduce((all, one) => all + one, 0)
  return banzhafAbsolute.map((one, i) => ({ banzhafAbsolute: one, banzhaf: sum === 0 ? 0 : one / sum, shapleyShubik: shapleyShubik[i]! }))
}
