/**
 * The fewest voters who together have at least so many votes: of a proposal threshold, a quorum, a majority or a veto how few it takes at the
 * protocol's own number. The Nakamoto coefficient (Srinivasan & Lee 2017) in its ≥ form, for an amount. Decided with integers.
 *
 * - proposal threshold: OpenZeppelin's Governor asks for at least it; GovernorBravo and GovernorAlpha for more: add one smallest unit;
 * - quorum: at least it, in all three;
 * - majority of what is usually cast: `quotaAbove(cast, { numerator: 1n, denominator: 2n })`;
 * - veto of a vote with so many in favour: at least as many against, as a tie does not pass.
 *
 * @param votes of each voter, in any order
 * @param amount how many are needed; with 0 or less nobody is
 * @returns null where all together have fewer
 * @example fewestToReach([50n, 30n, 20n], 51n) // 2
 */
export function fewestToReach(votes: readonly bigint[], amount: bigint): number | null {
  if (amount <= 0n) return 0
  let sum = 0n
  for (const [place, each] of toLargestFirst(votes).entries()) {
    sum += each
    if (sum >= amount) return place + 1
  }
  return null
}

/**
 * The minimal quorum of a proposal: the fewest voters who together cast at least half of all that was cast (Falk et al. 2024). At least, not
 * more than: with 50 and 50 it is 1, where the Nakamoto coefficient is 2.
 *
 * @param cast what each voter cast, whichever way
 * @returns null where nothing was cast
 * @example minimalQuorum([50n, 50n]) // 1
 */
export function minimalQuorum(cast: readonly bigint[]): number | null {
  const total = cast.reduce((sum, each) => sum + each, 0n)
  return total === 0n ? null : fewestToReach(cast, (total + 1n) / 2n)
}

const toLargestFirst = (votes: readonly bigint[]): bigint[] => [...votes].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0))
