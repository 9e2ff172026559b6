import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { depthDistances, toDepth, toDepthBySize } from './depthBySize'
import { toLiquidityShares } from './liquidityShares'
import { positionAmounts } from './positionAmounts'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as Address
const q96 = 2n ** 96n
const money = (mark: bigint, fees: bigint) => ({ mark, fees }) as ProviderMoney
const toResult = (i: number, quote: ProviderMoney | null, liquidity: bigint, positions = 1, inRange = 1) =>
  ({ account: account(i), liquidity, positions, inRange, money: { quote, ether: null, dollar: null } }) as unknown as ProviderResult

describe('toLiquidityShares', () => {
  it('orders by value, by liquidity in use, by fees; who has nothing is not counted, who has no price only where none is needed', () => {
    const shares = toLiquidityShares([toResult(1, money(5n, 0n), 0n), toResult(2, money(7n, 3n), 9n), toResult(3, null, 11n), toResult(4, money(0n, 4n), 0n)], 'quote')
    expect([shares.value.accounts, shares.inRange.accounts, shares.fees.accounts]).toEqual([
      [account(2), account(1)], [account(3), account(2)], [account(4), account(2)],
    ])
    expect([shares.value.total, shares.inRange.total, shares.fees.total, shares.unpriced]).toEqual([12n, 20n, 7n, 1])
  })
})

describe('toDepth', () => {
  it('over all prices is what the position is worth, as the pool would pay it', () => {
    for (const [tickLower, tickUpper, tick] of [[-600, 600, 60], [60, 600, 0], [-600, -60, 0], [-887_220, 887_220, -5000]] as const) {
      const liquidity = 10n ** 24n
      const sqrtPrice = sqrtPriceAtTick(tick)
      const [amount0, amount1] = positionAmounts({ tickLower, tickUpper, liquidity }, { sqrtPrice, tick })
      const root = Number(sqrtPrice) / 2 ** 96
      const { below, above } = toDepth({ lower: sqrtPriceAtTick(tickLower), upper: sqrtPriceAtTick(tickUpper), liquidity }, { root, quote: 1 }, [0, Infinity])
      expect(Math.abs(below - Number(amount1)) / 1e24).toBeLessThan(1e-12)
      expect(Math.abs(above - Number(amount0) * root * root) / 1e24).toBeLessThan(1e-12)
    }
  })
})

describe('toDepthBySize', () => {
  // Price 4: root 2. A spans all prices; B lies from 4 up to 4.84 (roots 2 and 2.2); C lies below, from 1 to 2.25 (roots 1 and 1.5).
  const ranges = [
    { account: account(1), lower: 0n, upper: 2n ** 160n, liquidity: 1000n },
    { account: account(2), lower: 2n * q96, upper: (22n * q96) / 10n, liquidity: 5000n },
    { account: account(3), lower: q96, upper: (3n * q96) / 2n, liquidity: 700n },
  ]
  const price = { price: 4n * 2n ** 128n, quote: 1 } as const
  const classOf = (one: Address) => (one === account(1) ? 'large' : 'small')
  const bands = toDepthBySize(ranges, price, ['large', 'small'], classOf)

  it('by hand at 50 % and at 1 %', () => {
    // From 2 to 6, roots 1.41421356 and 2.44948974. A: 1000 · (2 − 1.41421356) = 585.786; 1000 · (1/2 − 1/2.44948974) · 4 = 367.007.
    // B: 5000 · (1/2 − 1/2.2) · 4 = 909.091, all of it. C: 700 · (1.5 − 1.41421356) = 60.0505 below.
    const half = bands.at(-1)!
    expect(half.distance).toBe(0.5)
    expect(half.classes[0]).toMatchObject({ class: 'large', below: expect.closeTo(585.786, 3), above: expect.closeTo(367.007, 3) })
    expect(half.classes[1]).toMatchObject({ class: 'small', below: expect.closeTo(60.0505, 4), above: expect.closeTo(909.091, 3) })
    expect(half.classes[0]!.share).toBeCloseTo(952.793 / 1921.9345, 6)
    // To 3.96 and 4.04, roots 1.98997487 and 2.00997512: A has 1000 · 0.01002513 and 4000 · (1/2 − 0.49751859) = 9.92562, B five times that, C nothing.
    const near = bands[0]!
    expect([near.total.below, near.total.above]).toEqual([expect.closeTo(10.02513, 4), expect.closeTo(6 * 9.92562, 3)])
  })

  it('grows with the band, and shares add up to one', () => {
    expect(bands.map(({ distance }) => distance)).toEqual([...depthDistances])
    for (const [i, { total, classes }] of bands.entries()) {
      expect(total.below + total.above).toBeGreaterThan(bands[i - 1] ? bands[i - 1]!.total.below + bands[i - 1]!.total.above : 0)
      expect(classes.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(1, 12)
    }
  })

  it('told in token0 it is the same over the price, and nothing has no share', () => {
    const [first] = toDepthBySize(ranges, { ...price, quote: 0 }, ['large', 'small'], classOf)
    expect(first!.total.below).toBeCloseTo(bands[0]!.total.below / 4, 10)
    expect(first!.total.above).toBeCloseTo(bands[0]!.total.above / 4, 10)
    expect(toDepthBySize([], price, ['large'], () => 'large')[0]).toEqual({ distance: 0.01, classes: [{ class: 'large', below: 0, above: 0, share: null }], total: { below: 0, above: 0 } })
  })
})
