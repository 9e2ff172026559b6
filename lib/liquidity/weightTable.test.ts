import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { maxTick, minTick } from './sqrtPriceAtTick'
import { WeightTable } from './weightTable'

const [ann, bob] = ['a', 'b'].map((digit) => `0x${digit.repeat(40)}` as Address) as [Address, Address]
// √price 2 is between ticks 13,863 and 13,864: 2 · ln 2 / ln 1.0001 = 13,863.6.
const everywhere = { tickLower: minTick, tickUpper: maxTick }
const at = { root: 2, tick: 13_863 }

describe('weigh', () => {
  it('of liquidity at all prices is 2 · L · √price of token1, or 2 · L / √price of token0', () => {
    const table = new WeightTable()
    table.set('1', { owner: ann, ...everywhere, liquidity: 10n })
    expect(table.weigh(at, 1)).toEqual([{ account: ann, value: expect.closeTo(40, 9), inRange: 10 }])
    expect(table.weigh(at, 0)).toEqual([{ account: ann, value: expect.closeTo(10, 9), inRange: 10 }])
  })

  it('of a range that the price has left is all token1 above it, all token0 below it, and not in use', () => {
    const table = new WeightTable()
    // L · (√upper − √1) = 10 · (1.0001^3000 − 1); L · (1/√lower − 1/√upper) · price.
    table.set('1', { owner: ann, tickLower: 0, tickUpper: 6000, liquidity: 10n })
    table.set('2', { owner: bob, tickLower: 20_000, tickUpper: 26_000, liquidity: 10n })
    const [below, above] = [10 * (1.0001 ** 3000 - 1), 40 * (1.0001 ** -10_000 - 1.0001 ** -13_000)]
    expect(table.weigh(at, 1)).toEqual([
      { account: ann, value: expect.closeTo(below, 9), inRange: 0 },
      { account: bob, value: expect.closeTo(above, 9), inRange: 0 },
    ])
    // The upper bound is not inside, the lower one is.
    expect(table.weigh({ root: 1.0001 ** 3000, tick: 6000 }, 1)[0]!.inRange).toBe(0)
    expect(table.weigh({ root: 1, tick: 0 }, 1)[0]!.inRange).toBe(10)
  })

  it('adds up an owner’s positions, as they are after each change', () => {
    const table = new WeightTable()
    const set = (key: number, owner: Address, liquidity: bigint) => table.set(String(key), { owner, ...everywhere, liquidity })
    for (let key = 0; key < 200; key++) set(key, key % 2 === 0 ? ann : bob, 1n)
    set(0, ann, 0n)
    set(199, bob, 0n)
    set(7, bob, 5n)
    set(9, ann, 1n)
    set(1000, ann, 0n)
    // Ann: 100 − 1 + 1 of Bob's; Bob: 100 − 1 + 4 − 1.
    expect(table.weigh(at, 1).map(({ account, inRange }) => [account, inRange])).toEqual([[ann, 100], [bob, 102]])
    for (let key = 0; key < 200; key++) set(key, ann, 0n)
    expect(table.weigh(at, 1)).toEqual([])
  })
})
