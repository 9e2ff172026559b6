import type { TokenPair } from '../domain/pool'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'

/** Where a Uniswap v3 pool's price stands. */
export interface Price {
  /** √(token1 / token0) in Q64.96, smallest units */
  sqrtPrice: bigint
  tick: number
}

/** Liquidity between two ticks. */
export interface Range {
  tickLower: number
  tickUpper: number
}

export type Rounding = 'up' | 'down'

/**
 * How much of token0 lies in liquidity between two prices: L · (1/√a − 1/√b), rounded as the pool's contract rounds it
 * (SqrtPriceMath.getAmount0Delta of v3-core): up for what it takes, down for what it pays.
 *
 * @param lower √price in Q64.96, above 0, at most `upper`
 * @example amount0Between(2n ** 96n, 2n ** 97n, 10n ** 18n, 'down') // 500000000000000000n
 */
export function amount0Between(lower: bigint, upper: bigint, liquidity: bigint, rounding: Rounding): bigint {
  const numerator = (liquidity << 96n) * (upper - lower)
  return rounding === 'up' ? divideUp(divideUp(numerator, upper), lower) : numerator / upper / lower
}

/**
 * How much of token1 lies in liquidity between two prices: L · (√b − √a), rounded as the pool's contract rounds it
 * (SqrtPriceMath.getAmount1Delta of v3-core).
 *
 * @example amount1Between(2n ** 96n, 2n ** 97n, 10n ** 18n, 'down') // 1000000000000000000n
 */
export function amount1Between(lower: bigint, upper: bigint, liquidity: bigint, rounding: Rounding): bigint {
  const product = liquidity * (upper - lower)
  return rounding === 'up' ? divideUp(product, 2n ** 96n) : product >> 96n
}

/**
 * A quotient, rounded up.
 *
 * @example divideUp(7n, 2n) // 4n
 */
export const divideUp = (numerator: bigint, denominator: bigint): bigint => (numerator + denominator - 1n) / denominator

/**
 * What a position's liquidity is worth at a price, without fees: below its range all in token0, above it all in token1, inside it both.
 * Rounded down it is, to the smallest unit, what the pool's `burn` pays; rounded up, what its `mint` takes.
 *
 * @example positionAmounts({tickLower: -60, tickUpper: 60, liquidity: 10n ** 18n}, {sqrtPrice: 2n ** 96n, tick: 0})
 * // [2995354955910780n, 2995354955910780n]
 */
export function positionAmounts(
  { tickLower, tickUpper, liquidity }: Range & { liquidity: bigint },
  { sqrtPrice, tick }: Price,
  rounding: Rounding = 'down',
): TokenPair {
  const lower = sqrtPriceAtTick(tickLower)
  const upper = sqrtPriceAtTick(tickUpper)
  if (tick < tickLower) return [amount0Between(lower, upper, liquidity, rounding), 0n]
  if (tick >= tickUpper) return [0n, amount1Between(lower, upper, liquidity, rounding)]
  return [amount0Between(sqrtPrice, upper, liquidity, rounding), amount1Between(lower, sqrtPrice, liquidity, rounding)]
}
