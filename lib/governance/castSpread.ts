import { toDistribution } from '@/lib/domain/distribution'
import type { Vote } from '@/lib/domain/proposal'
import { hhi } from '../metrics/hhi'
import { nakamoto50 } from '../metrics/nakamoto50'

/** How few hands cast what was cast at one proposal. */
export interface CastSpread {
  /** 0 to 1 */
  hhi: number
  /** The fewest voters with strictly more than half of what was cast */
  nakamoto50: number
}

/**
 * How concentrated what was cast is, whichever way: every voter for itself, nobody left out. HHI and Nakamoto as `lib/metrics` defines them, on
 * what each voter cast.
 *
 * @param votes each voter once
 * @returns null where nothing was cast
 * @example toCastSpread([{ voter: a, votes: 50n }, { voter: b, votes: 30n }, { voter: c, votes: 20n }]) // { hhi: 0.38, nakamoto50: 2 }
 */
export function toCastSpread(votes: readonly Pick<Vote, 'voter' | 'votes'>[]): CastSpread | null {
  const cast = toDistribution(votes.map(({ voter, votes: amount }) => ({ account: voter, amount })))
  const [spread, half] = [hhi.measure(cast), nakamoto50.measure(cast)]
  return spread.status === 'ok' && half.status === 'ok' ? { hhi: spread.value, nakamoto50: half.value } : null
}
