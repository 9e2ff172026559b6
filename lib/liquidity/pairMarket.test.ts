import { describe, expect, it } from 'vitest'
import { openPairMarket } from './pairMarket'

/** A pair with as many shares, whose swap takes it from one state to another. */
function trade(quote: 0 | 1, supply: bigint, before: readonly [bigint, bigint], paidIn: readonly [bigint, bigint], after: readonly [bigint, bigint]) {
  const market = openPairMarket(3000, quote)
  market.sync(before)
  market.addSupply(supply)
  market.sync(after)
  market.swap(paidIn)
  return market
}
const units = (growth: bigint, supply: bigint) => Number(growth * supply) / 2 ** 128

describe('loss versus rebalancing', () => {
  const step = (quote: 0 | 1) => units(trade(quote, 4_194_304n, [8_388_608n, 2_097_152n], [1_000_000n, 0n], [9_388_608n, 1_874_379n]).settle()[2], 4_194_304n)
  it('is L · (√Pb − √Pa)² / √Pa in token1, and mirrored in token0', () => {
    // L = 2²², √Pa = ½, √Pb = 0.446815367…: 2²² · 0.053184632…² / ½
    expect(step(1)).toBeCloseTo(23_728.0595, 3)
    // √Qa = 2, √Qb = 2.238060891…: y · 0.238060891…² = 2²¹ · 0.056672988…
    expect(step(0)).toBeCloseTo(118_851.8701, 3)
  })
  it('is none where there was no price, or nobody had shares', () => {
    expect(trade(1, 10n, [0n, 5n], [7n, 0n], [7n, 4n]).settle()[2]).toBe(0n)
    expect(trade(1, 0n, [5n, 5n], [2n, 0n], [7n, 4n]).settle()).toEqual([0n, 0n, 0n])
  })
})

describe('fees', () => {
  it('are 0.3 % of both sides rounded down, by share in Q128 rounded down', () => {
    // 1,999 · 0.003 = 5.997; 334 · 0.003 = 1.002: 5 and 1, over 3 shares 1.66… and 0.33….
    const market = trade(1, 3n, [10_000n, 10_000n], [1_999n, 334n], [11_000n, 10_100n])
    expect([market.fees, market.volume]).toEqual([[5n, 1n], [1_999n, 334n]])
    expect(market.settle().slice(0, 2)).toEqual([(5n * 2n ** 128n) / 3n, (2n ** 128n) / 3n])
  })

  it('are the protocol’s by one sixth from the first time on that it takes, until it does not', () => {
    // √(14,400 · 10,000) = 12,000, before it 10,000: 10,000 · 2,000 / (5 · 12,000 + 10,000) = 285 shares.
    const market = trade(1, 10_000n, [10_000n, 10_000n], [0n, 0n], [10_000n, 10_000n])
    market.remember()
    market.sync([14_400n, 10_000n])
    market.swap([4_400n, 0n])
    expect(market.look()).toMatchObject({ due: 0n, protocolFees: [0n, 0n] })
    // 0.3 % of 4,400 are 13: 2 for the protocol, 11 over 10,000 shares.
    expect(market.settleProtocol(true, market.reserves)[0]).toBe((11n * 2n ** 128n) / 10_000n)
    expect(market.look().protocolFees).toEqual([2n, 0n])
    market.addSupply(285n)
    market.remember()
    market.sync([18_800n, 10_000n])
    market.swap([4_400n, 0n])
    // √(18,800 · 10,000) = 13,711: 10,285 · 1,711 / (5 · 13,711 + 12,000) = 218.4….
    expect(market.look()).toMatchObject({ due: 218n, protocolFees: [4n, 0n] })
    market.settle()
    expect(market.look().protocolFees).toEqual([4n, 0n])
    // It could take 218 and takes none: what was set aside goes back to the shares.
    const growth = market.settleProtocol(false, market.reserves)
    expect(market.look()).toMatchObject({ due: 0n, protocolFees: [2n, 0n] })
    expect(growth[0]).toBe((11n * 2n ** 128n) / 10_000n + (11n * 2n ** 128n) / 10_285n + (2n * 2n ** 128n) / 10_285n)
  })

  it('say nothing of the switch where √k has not grown by enough for one share of the protocol’s', () => {
    const market = trade(1, 10_000n, [10_000n, 10_000n], [0n, 0n], [10_000n, 10_000n])
    market.remember()
    market.settleProtocol(true, market.reserves)
    market.settleProtocol(false, market.reserves)
    market.sync([14_400n, 10_000n])
    expect(market.look().due).toBe(285n)
  })
})
