/**
 * A price as a v3 pool writes it: √(token1 / token0) in Q64.96, of amounts in smallest units. To the precision of a double.
 *
 * @example toSqrtPrice(1) // 2n ** 96n
 */
export const toSqrtPrice = (price: number): bigint => BigInt(Math.round(Math.sqrt(price) * 2 ** 96))

/** The price that a v3 pool writes as √(token1 / token0) in Q64.96. */
export const fromSqrtPrice = (sqrtPrice: bigint): number => (Number(sqrtPrice) / 2 ** 96) ** 2

/** The tick at or below a price, to the precision of a double. */
export const toTick = (price: number): number => Math.floor(Math.log(price) / Math.log(1.0001))
