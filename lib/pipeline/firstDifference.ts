/**
 * The first block in which two tellings of the same differ, both in the chain's order; null where they tell the same.
 *
 * @param isSame asked of what stands at the same place of both, in the same block
 * @example toFirstDifference([{ blockNumber: 3 }], [{ blockNumber: 2 }, { blockNumber: 3 }], () => true) // 2
 */
export function toFirstDifference<Told extends { blockNumber: number }>(ours: readonly Told[], theirs: readonly Told[], isSame: (one: Told, other: Told) => boolean): number | null {
  for (let nth = 0; nth < Math.max(ours.length, theirs.length); nth += 1) {
    const [one, other] = [ours[nth], theirs[nth]]
    if (one && other && one.blockNumber === other.blockNumber && isSame(one, other)) continue
    return Math.min(one?.blockNumber ?? Infinity, other?.blockNumber ?? Infinity)
  }
  return null
}
