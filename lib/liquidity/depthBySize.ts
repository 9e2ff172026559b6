import type { Address } from '../domain/address'
import type { ProviderRange } from '../domain/provider'

/** The pool's price as doubles take it. */
export interface DepthPrice {
  /** Smallest units of token1 for one of token0, times 2¹²⁸ */
  price: bigint
  /** Which token values are told in */
  quote: 0 | 1
}

/** Tokens between two prices, valued at the pool's price in smallest units of the quote token. */
export interface Depth {
  /** What buys token0 as its price falls: all token1 */
  below: number
  /** What sells token0 as its price rises: all token0 */
  above: number
}

/** How much liquidity of a class of providers lies within a distance of the price. */
export interface BandDepth<Class extends string> {
  /** 0.02 is from 2 % below the price to 2 % above it */
  distance: number
  /** In the order in which classes were given */
  classes: readonly ({ class: Class; share: number | null } & Depth)[]
  total: Depth
}

/** How far from the price depth is told. */
export const depthDistances = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5] as const

/** √ of a price times 2¹²⁸, as a double. */
export const toRoot = (price: bigint) => Math.sqrt(Number(price)) / 2 ** 64

/**
 * What liquidity between two prices would pay, with the positions' own formulae (Adams et al. 2021, Uniswap v3 Core, 6.29 and 6.30), for the part of
 * its range that lies in a band around the price: token1 from the lower end up to the price, token0 from the price to the upper end, valued at the
 * price. Doubles throughout: right to about 14 digits, which no transaction rests on.
 *
 * @param band roots of the prices at its ends
 * @example toDepth({ lower: 0n, upper: 2n ** 160n, liquidity: 1000n }, { root: 1, quote: 1 }, [0.9, 1.1])
 * // { below: 100, above: 90.9… }: 1000 · (1 − 0.9) and 1000 · (1 − 1/1.1)
 */
export function toDepth(range: Omit<ProviderRange, 'account'>, { root, quote }: { root: number; quote: 0 | 1 }, band: readonly [number, number]): Depth {
  const [lower, upper, liquidity] = [Number(range.lower) / 2 ** 96, Number(range.upper) / 2 ** 96, Number(range.liquidity)]
  const [from, to] = [Math.max(lower, band[0]), Math.min(upper, band[1])]
  const token1 = Math.max(0, liquidity * (Math.min(to, root) - from))
  const token0 = Math.max(0, liquidity * (1 / Math.max(from, root) - 1 / to))
  const price = root * root
  return quote === 1 ? { below: token1, above: token0 * price } : { below: token1 / price, above: token0 }
}

/**
 * How much of a pool's liquidity lies near the price, by who provides it: the value of the tokens that would be traded until the price has moved so
 * far. A band of 10 % is from 0.9 to 1.1 times the price of token0 in token1.
 *
 * @param classOf the class of an account, one of `classes`
 * @returns one band for each distance, the nearest first; shares are of below and above together, null where nothing lies in the band
 * @example toDepthBySize(ranges, { price, quote: 1 }, ['top', 'rest'], (account) => (large.has(account) ? 'top' : 'rest'))[0]?.total.below
 */
export function toDepthBySize<Class extends string>(
  ranges: readonly ProviderRange[],
  { price, quote }: DepthPrice,
  classes: readonly Class[],
  classOf: (account: Address) => Class,
): BandDepth<Class>[] {
  const root = toRoot(price)
  return depthDistances.map((distance) => {
    const band = [root * Math.sqrt(1 - distance), root * Math.sqrt(1 + distance)] as const
    const sums = new Map<Class, Depth>(classes.map((each) => [each, { below: 0, above: 0 }]))
    const total: Depth = { below: 0, above: 0 }
    for (const range of ranges) {
      const { below, above } = toDepth(range, { root, quote }, band)
      for (const sum of [sums.get(classOf(range.account))!, total]) {
        sum.below += below
        sum.above += above
      }
    }
    const all = total.below + total.above
    return {
      distance,
      classes: classes.map((each) => {
        const { below, above } = sums.get(each)!
        return { class: each, below, above, share: all > 0 ? (below + above) / all : null }
      }),
      total,
    }
  })
}
