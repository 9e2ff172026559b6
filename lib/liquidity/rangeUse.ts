import type { ProviderRange, ProviderResult } from '../domain/provider'
import { toDepth, toRoot, type DepthPrice } from './depthBySize'

/** Whose liquidity is in use at the price, and whose waits for it. */
export interface RangeUse {
  /** Providers with at least one position in range, and those whose positions are all out of it */
  providersIn: number
  providersOut: number
  positionsIn: number
  positionsOut: number
  /** What positions in range are worth, and those out of it: doubles, smallest units of the quote token, without fees */
  valueIn: number
  valueOut: number
  /** Share of value in range; null where there is none */
  shareIn: number | null
}

/**
 * How much of a pool's liquidity is in range: by providers and positions (counted) and by value (doubles). A range counts from its lower end up to
 * and without its upper end, as the pool's contract has it; a v2 share is always in range.
 *
 * @example toRangeUse(results, ranges, { price: 2n ** 128n, quote: 1 }).shareIn // 0.7
 */
export function toRangeUse(results: readonly ProviderResult[], ranges: readonly ProviderRange[], { price, quote }: DepthPrice): RangeUse {
  const use = { providersIn: 0, providersOut: 0, positionsIn: 0, positionsOut: 0, valueIn: 0, valueOut: 0 }
  for (const { positions, inRange } of results) {
    if (positions > 0) use[inRange > 0 ? 'providersIn' : 'providersOut']++
    use.positionsIn += inRange
    use.positionsOut += positions - inRange
  }
  const root = toRoot(price)
  for (const range of ranges) {
    const { below, above } = toDepth(range, { root, quote }, [0, Infinity])
    const isIn = Number(range.lower) / 2 ** 96 <= root && root < Number(range.upper) / 2 ** 96
    use[isIn ? 'valueIn' : 'valueOut'] += below + above
  }
  const all = use.valueIn + use.valueOut
  return { ...use, shareIn: all > 0 ? use.valueIn / all : null }
}
