import { half } from '@/lib/domain/ballot'
import { toPowerIndices } from '@/lib/governance/powerIndices'
import { quotaAbove } from '@/lib/governance/quota'
import { askOnce } from '../askOnce'

/** Power is counted for so many, which takes a second or two: of a thousand it would take minutes. */
const mostCounted = 150
/** An answer is 150 numbers: those of many protocols and lenses may be kept. */
const kept = 100

/** The power of the largest delegates, in their order. */
export interface PowerOfLargest {
  method: 'exact' | 'sampled'
  /** Banzhaf, normalised */
  banzhaf: readonly number[]
}

/**
 * How much the largest delegates decide where a majority of all votes wins and everybody else stays away.
 *
 * @param votes largest first, none 0
 * @returns null where these have no majority together
 */
export async function countPowerOfLargest(votes: readonly bigint[]): Promise<PowerOfLargest | null> {
  const sum = (some: readonly bigint[]) => some.reduce((total, one) => total + one, 0n)
  const largest = votes.slice(0, mostCounted)
  const quota = quotaAbove(sum(votes), half)
  if (largest.length === 0 || sum(largest) < quota) return null
  return askOnce('powerOfLargest', [quota, ...largest].join(), async () => {
    const { method, voters } = toPowerIndices(largest, quota, 1)
    return { method, banzhaf: voters.map(({ banzhaf }) => banzhaf) }
  }, kept)
}
