import { expect, it } from 'vitest'
import type { LossShare } from '@/lib/liquidity/lossesBySize'
import { lossesBySize } from './lossesBySize'

const toShare = (decile: number, [left, impermanent, fall]: readonly [number | null, number | null, number | null]): LossShare => {
  const part = (share: number | null) => ({ amount: share === null ? 0n : BigInt(share * 100), share })
  return { decile, providers: 3, netLoss: part(left), impermanentLoss: part(impermanent), priceFall: part(fall) }
}

it('says who bore what was left of losses, the largest tenth on top', () => {
  // The smaller half bore 0.05 each, the largest tenth a half, the ninth a quarter.
  const shares = Array.from({ length: 10 }, (_, place) => toShare(place + 1, [place < 5 ? 0.05 : place === 9 ? 0.5 : place === 8 ? 0.25 : 0, 0.1, null]))
  const chart = lossesBySize(shares, 'WETH/USDC', ['note'], 'en')
  expect(chart.sentence).toBe('Of what was lost after everything that was earned, the largest tenth of providers bore 50.0% and the smaller half 25.0%.')
  expect(chart.x.categories?.[0]).toBe('Largest tenth')
  expect(chart.series.map(({ id, points }) => [id, points[0]!.y, points[9]!.y])).toEqual([['netLoss', 0.5, 0.05], ['impermanentLoss', 0.1, 0.1], ['priceFall', null, null]])
  expect(chart.notes.at(-1)).toBe('note')
})

it('says so where nobody is left with a loss', () => {
  expect(lossesBySize(Array.from({ length: 10 }, (_, place) => toShare(place + 1, [null, 0.1, 0.1])), 'WETH/USDC', [], 'de').sentence).toBe('Niemandem ist ein Verlust geblieben.')
})
