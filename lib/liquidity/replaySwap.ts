import { amount0Between, amount1Between, divideUp } from './positionAmounts'
import type { PoolCore } from './poolCore'
import { rebalancingLoss } from './rebalancingLoss'
import { maxTick, minTick } from './sqrtPriceAtTick'

/** What a pool says after a swap. */
export interface SwapEvent {
  /** What came in of token0 and token1, fees included; negative: what went out */
  amounts: readonly [bigint, bigint]
  sqrtPrice: bigint
  liquidity: bigint
  tick: number
}

const million = 1_000_000n

/**
 * Walks a swap as its contract did (UniswapV3Pool.swap and SwapMath.computeSwapStep of v3-core), from what the pool was before it and what it said
 * after it: growth of fees, the protocol's part, the ticks that were crossed and the liquidity in use become the contract's own, to the unit.
 *
 * A step ends at the next tick in use or at the border of a word of the bitmap. All that reach it have a fee by formula, whatever was asked for;
 * what is left of the amount in is the last step's, which ends at the price that the event names. A price that ends on such a tick has always
 * crossed it; what is then still left was too little to move the price and is a fee at the liquidity behind the tick.
 *
 * @throws Error where what comes out is not what the event says: logs are missing before it
 * @example replaySwap(core, { amounts: [1000n, -987n], sqrtPrice: 79228162514264337593543n, liquidity: 10n ** 18n, tick: -1 })
 */
export function replaySwap(core: PoolCore, swap: SwapEvent): void {
  const start = core.sqrtPrice
  if (start === null) throw new Error('a swap comes before the first price')
  const { ticks, terms } = core
  const { sqrtPrice: end, amounts } = swap
  if (end < ticks.sqrtPrice(minTick) || end >= ticks.sqrtPrice(maxTick)) throw new Error(`no pool has the price ${end}`)
  const down = amounts[0] > 0n || amounts[1] < 0n || (amounts[0] === 0n && amounts[1] === 0n && end < start)
  const [paidIn, paidOut] = down ? tokens : mirrored
  const feePpm = BigInt(terms.feePpm)
  let { tick, liquidity } = core
  let price = start
  let left = amounts[paidIn]
  let fees = 0n
  let out = 0n
  for (;;) {
    const nextTick = ticks.bitmap.next(tick, down)
    const target = ticks.sqrtPrice(nextTick)
    if (down ? target < end : target > end) {
      const [lowest, highest] = end === price ? [tick, tick] : down ? [nextTick, tick] : [tick, nextTick - 1]
      if (swap.tick < lowest || swap.tick > highest) throw new Error(`it ends in another tick than ${swap.tick}`)
      break
    }
    const amountIn = toAmountIn(price, target, liquidity, down)
    const fee = toFee(amountIn, feePpm)
    out += toAmountOut(price, target, liquidity, down)
    left -= amountIn + fee
    fees += fee
    core.earn(paidIn, fee, liquidity)
    if (target !== price) core.lose(rebalancingLoss({ from: price, to: target, end }, terms.quote))
    price = target
    if (ticks.bitmap.has(nextTick)) liquidity += down ? -ticks.cross(nextTick, core.growth) : ticks.cross(nextTick, core.growth)
    tick = down ? nextTick - 1 : nextTick
  }
  const amountIn = toAmountIn(price, end, liquidity, down)
  const fee = left - amountIn
  const byFormula = toFee(amountIn, feePpm)
  // Of an exact amount in, what was too little to move the price is a fee too; the amount out then follows from the price alone.
  const isOther = fee < byFormula || (fee > byFormula && out + toAmountOut(price, end, liquidity, down) !== -amounts[paidOut])
  if (isOther) throw new Error('its amounts do not follow from the price before it')
  core.earn(paidIn, fee, liquidity)
  if (end !== price) core.lose(rebalancingLoss({ from: price, to: end, end }, terms.quote))
  if (liquidity !== swap.liquidity) throw new Error(`it leaves ${swap.liquidity} of liquidity in use, by the logs it is ${liquidity}`)

  fees += fee
  core.sqrtPrice = end
  core.tick = swap.tick
  core.liquidity = liquidity
  core.volume[paidIn] += amounts[paidIn]
  core.fees[paidIn] += fees
  core.amounts[paidIn] += amounts[paidIn] - fees
  core.amounts[paidOut] += amounts[paidOut]
}

// Not inside of the function: there are millions of swaps, and each would make these anew.
const [tokens, mirrored] = [[0, 1], [1, 0]] as const
const toFee = (amountIn: bigint, feePpm: bigint) => divideUp(amountIn * feePpm, million - feePpm)
const toAmountIn = (from: bigint, to: bigint, liquidity: bigint, down: boolean) =>
  down ? amount0Between(to, from, liquidity, 'up') : amount1Between(from, to, liquidity, 'up')
const toAmountOut = (from: bigint, to: bigint, liquidity: bigint, down: boolean) =>
  down ? amount1Between(to, from, liquidity, 'down') : amount0Between(from, to, liquidity, 'down')
