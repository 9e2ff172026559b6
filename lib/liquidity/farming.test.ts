import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toFarmingDeciles, type StakerCost } from './farming'

const yearSeconds = 31_557_600n
/** The nth staker has n staked for a year. */
const toStaker = (nth: number, facts: Partial<StakerCost> = {}): StakerCost => ({
  account: `0x${String(nth).padStart(40, '0')}` as Address, peak: BigInt(nth), stake: 0n, stakeSeconds: BigInt(nth) * yearSeconds, rewards: 0n, payments: 1, gasWei: 5n, gasInRewards: 1n, ...facts,
})
const toMany = (count: number, facts?: (nth: number) => Partial<StakerCost>) => Array.from({ length: count }, (_, place) => toStaker(place + 1, facts?.(place + 1)))

describe('rewards by size of stake', () => {
  it('are undefined of fewer than 30, and of 30 where one never staked', () => {
    expect(toFarmingDeciles(toMany(29))).toEqual({ status: 'undefined', reason: 'fewStakers' })
    expect(toFarmingDeciles(toMany(30, (nth) => (nth === 30 ? { peak: 0n } : {})))).toEqual({ status: 'undefined', reason: 'fewStakers' })
  })

  it('give a tenth of the stakers each its rewards, gas and return over a year', () => {
    const farming = toFarmingDeciles(toMany(30, (nth) => ({ rewards: nth > 27 ? 29n : 1n })).reverse())
    if (farming.status !== 'ok') throw new Error(farming.reason)
    expect(farming.deciles.map(({ stakers }) => stakers)).toEqual(Array.from({ length: 10 }, () => 3))
    // 1 + 2 + 3 staked for a year; 1 each is a half of it, and gas, worth 1 each, eats all.
    expect(farming.deciles[0]).toEqual({ decile: 1, stakers: 3, peak: 6n, stakeSeconds: 6n * yearSeconds, rewards: 3n, gasWei: 15n, gasInRewards: 3n, beforeGas: 0.5, afterGas: 0 })
    // 28 + 29 + 30 = 87 for a year earn 87: 1; less 3 of gas 84 / 87.
    expect(farming.deciles[9]).toMatchObject({ decile: 10, peak: 87n, rewards: 87n, beforeGas: 1 })
    expect(farming.deciles[9]!.afterGas).toBeCloseTo(84 / 87, 12)
  })

  it('spread what does not divide by ten, and ties by address', () => {
    const farming = toFarmingDeciles(toMany(34, () => ({ peak: 7n })))
    if (farming.status !== 'ok') throw new Error(farming.reason)
    // ⌊34 g / 10⌋: they begin at 0, 3, 6, 10, 13, 17, 20, 23, 27 and 30.
    expect(farming.deciles.map(({ stakers }) => stakers)).toEqual([3, 3, 4, 3, 4, 3, 3, 4, 3, 4])
    expect(farming.deciles.reduce((sum, { peak }) => sum + peak, 0n)).toBe(34n * 7n)
  })

  it('count in what the stake is worth where that is known, and say null where gas is not', () => {
    const stakers = toMany(30, (nth) => ({ rewards: 3n, ...(nth === 1 ? { gasInRewards: null, gasWei: null } : {}) }))
    const farming = toFarmingDeciles(stakers, { rewards: 3n, stake: 2n })
    if (farming.status !== 'ok') throw new Error(farming.reason)
    // 6 staked for a year, each worth 1.5: 9 earned on 9.
    expect(farming.deciles[0]).toMatchObject({ beforeGas: 1, afterGas: null, gasWei: null, gasInRewards: null })
    // 4 + 5 + 6 = 15, worth 22.5, earn 9 and cost 3: 6 / 22.5.
    expect(farming.deciles[1]!.afterGas).toBeCloseTo(6 / 22.5, 12)
    const idle = toFarmingDeciles(toMany(30, () => ({ stakeSeconds: 0n })))
    expect(idle.status === 'ok' && idle.deciles[0]!.beforeGas).toBeNull()
  })
})
