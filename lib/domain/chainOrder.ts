/**
 * Which of two logs comes first on the chain: for `sort`.
 *
 * @example [{ blockNumber: 7, logIndex: 2 }, { blockNumber: 7, logIndex: 1 }].sort(inChainOrder)[0]?.logIndex // 1
 */
export const inChainOrder = (one: { blockNumber: number; logIndex: number }, other: { blockNumber: number; logIndex: number }): number =>
  one.blockNumber - other.blockNumber || one.logIndex - other.logIndex
