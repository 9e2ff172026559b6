import type { TokenPair } from '../domain/pool'
import type { Range } from './positionAmounts'

/**
 * The fees that one unit of liquidity between two ticks has earned since the pool began, up to a constant that depends on when the ticks
 * were first used: only differences mean anything. Everything wraps at 2²⁵⁶, as in the contract (Tick.getFeeGrowthInside of v3-core).
 *
 * @param global all fees of the pool for each unit of liquidity in use, Q128.128
 * @param outside what each of the two ticks keeps: the fees on its other side
 * @example feeGrowthInside({tickLower: -2, tickUpper: 2}, 0, [15n, 15n], {lower: [2n, 3n], upper: [4n, 1n]}) // [9n, 11n]
 */
export function feeGrowthInside(range: Range, tick: number, global: TokenPair, outside: { lower: TokenPair; upper: TokenPair }): TokenPair {
  const inside = (token: 0 | 1) => growthInside(range, tick, global[token], outside.lower[token], outside.upper[token])
  return [inside(0), inside(1)]
}

/**
 * The same of any one thing that grows for each unit of liquidity in use.
 *
 * @example growthInside({tickLower: -2, tickUpper: 2}, 0, 15n, 2n, 4n) // 9n
 */
export function growthInside({ tickLower, tickUpper }: Range, tick: number, global: bigint, lower: bigint, upper: bigint): bigint {
  const below = tick >= tickLower ? lower : global - lower
  const above = tick < tickUpper ? upper : global - upper
  return BigInt.asUintN(256, global - below - above)
}

/**
 * The fees that liquidity has earned between two readings of `feeGrowthInside`, rounded down as the contract does
 * (Position.update of v3-core and NonfungiblePositionManager of v3-periphery).
 *
 * @example earnedFees(10n, [2n ** 128n, 0n], [2n ** 127n, 0n]) // [5n, 0n]
 */
export function earnedFees(liquidity: bigint, inside: TokenPair, last: TokenPair): TokenPair {
  return [BigInt.asUintN(128, grownBy(liquidity, inside[0], last[0])), BigInt.asUintN(128, grownBy(liquidity, inside[1], last[1]))]
}

/**
 * What liquidity has of something that grew for each unit of it, rounded down.
 *
 * @example grownBy(10n, 2n ** 128n, 2n ** 127n) // 5n
 */
export const grownBy = (liquidity: bigint, inside: bigint, last: bigint): bigint => (BigInt.asUintN(256, inside - last) * liquidity) >> 128n
