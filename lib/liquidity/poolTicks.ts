import { growthInside } from './feeGrowth'
import type { Range } from './positionAmounts'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'
import { TickBitmap } from './tickBitmap'

/** What grows for each unit of liquidity in use, Q128.128, wrapping at 2²⁵⁶: fees in token0, fees in token1, loss versus rebalancing. */
export type Growth = readonly [fees0: bigint, fees1: bigint, loss: bigint]

/** A tick that bounds positions. */
interface Tick {
  /** Liquidity of all positions that it bounds; above 0 */
  gross: bigint
  /** What liquidity in use grows by where the price rises past it */
  net: bigint
  /** What has grown on its other side, since it was first used */
  outside: Growth
}

const none: Growth = [0n, 0n, 0n]

/** The ticks of a Uniswap v3 pool that are in use, as its contract keeps them (Tick of v3-core). */
export class PoolTicks {
  readonly bitmap: TickBitmap
  readonly #ticks = new Map<number, Tick>()
  readonly #prices = new Map<number, bigint>()

  constructor(spacing: number) {
    this.bitmap = new TickBitmap(spacing)
  }

  get(tick: number): Tick | undefined {
    return this.#ticks.get(tick)
  }

  /** √price of a tick, reckoned once: swaps come to the same ticks again and again. */
  sqrtPrice(tick: number): bigint {
    const known = this.#prices.get(tick)
    if (known !== undefined) return known
    const price = sqrtPriceAtTick(tick)
    this.#prices.set(tick, price)
    return price
  }

  /** Liquidity comes into a range or goes; what the pool has grown by so far counts as grown below a tick that is used anew. */
  update({ tickLower, tickUpper }: Range, liquidity: bigint, current: number, global: Growth): void {
    for (const [tick, sign] of [[tickLower, 1n], [tickUpper, -1n]] as const) {
      const known = this.#ticks.get(tick)
      if (!known) {
        this.#ticks.set(tick, { gross: liquidity, net: sign * liquidity, outside: tick <= current ? global : none })
        this.bitmap.flip(tick)
      } else {
        known.gross += liquidity
        known.net += sign * liquidity
      }
    }
  }

  /** Ticks that bound nothing any more are forgotten: only after what grew inside was read, as the contract does. */
  clear({ tickLower, tickUpper }: Range): void {
    for (const tick of [tickLower, tickUpper]) {
      if (this.#ticks.get(tick)?.gross !== 0n) continue
      this.#ticks.delete(tick)
      this.bitmap.flip(tick)
    }
  }

  /** The price passes a tick that is in use. @returns its net liquidity */
  cross(tick: number, global: Growth): bigint {
    const crossed = this.#ticks.get(tick)!
    const { outside } = crossed
    crossed.outside = [
      BigInt.asUintN(256, global[0] - outside[0]),
      BigInt.asUintN(256, global[1] - outside[1]),
      BigInt.asUintN(256, global[2] - outside[2]),
    ]
    return crossed.net
  }

  /** What has grown inside a range since it began to be used. */
  inside(range: Range, current: number, global: Growth): Growth {
    const lower = this.#ticks.get(range.tickLower)?.outside ?? none
    const upper = this.#ticks.get(range.tickUpper)?.outside ?? none
    const of = (what: 0 | 1 | 2) => growthInside(range, current, global[what], lower[what], upper[what])
    return [of(0), of(1), of(2)]
  }
}
