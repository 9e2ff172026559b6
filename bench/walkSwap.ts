import type { PoolCore } from '@/lib/liquidity/poolCore'
import { amount0Between, amount1Between, divideUp } from '@/lib/liquidity/positionAmounts'
import type { SwapEvent } from '@/lib/liquidity/replaySwap'

/** What a swap that stops at a price would log, step by step as the contract takes them. The price is to be no tick's. */
export function walkSwap(core: PoolCore, end: bigint): SwapEvent {
  const { ticks, terms } = core
  const fee = BigInt(terms.feePpm)
  let { tick, liquidity } = core
  let price = core.sqrtPrice!
  const down = end < price
  let [paid, out] = [0n, 0n]
  const step = (target: bigint) => {
    const [lower, upper] = down ? [target, price] : [price, target]
    const amountIn = down ? amount0Between(lower, upper, liquidity, 'up') : amount1Between(lower, upper, liquidity, 'up')
    paid += amountIn + divideUp(amountIn * fee, 1_000_000n - fee)
    out += down ? amount1Between(lower, upper, liquidity, 'down') : amount0Between(lower, upper, liquidity, 'down')
    price = target
  }
  for (;;) {
    const next = ticks.bitmap.next(tick, down)
    const target = ticks.sqrtPrice(next)
    if (down ? target < end : target > end) break
    step(target)
    if (ticks.bitmap.has(next)) liquidity += down ? -ticks.get(next)!.net : ticks.get(next)!.net
    tick = down ? next - 1 : next
  }
  step(end)
  return { amounts: down ? [paid, -out] : [-out, paid], sqrtPrice: end, liquidity, tick: toTick(core, end) }
}

function toTick({ ticks }: PoolCore, sqrtPrice: bigint): number {
  let tick = Math.floor(Math.log(Number(sqrtPrice) / 2 ** 96) / Math.log(Math.sqrt(1.0001)))
  while (ticks.sqrtPrice(tick) > sqrtPrice) tick -= 1
  while (ticks.sqrtPrice(tick + 1) <= sqrtPrice) tick += 1
  return tick
}
