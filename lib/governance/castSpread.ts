import { toRatio } from '@/lib/domain/amount'
import { fewestToReach } from './thresholds'

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
 * @param cast what each voter cast, smallest units
 * @returns null where nothing was
 * @example toCastSpread([50n, 30n, 20n]) // { hhi: 0.38, nakamoto50: 2 }
 */
export function toCastSpread(cast: readonly bigint[]): CastSpread | null {
  const total = cast.reduce((sum, each) => sum + each, 0n)
  if (total === 0n) return null
  return { hhi: toRatio(cast.reduce((sum, each) => sum + each * each, 0n), total * total), nakamoto50: fewestToReach(cast, total / 2n + 1n)! }
}
