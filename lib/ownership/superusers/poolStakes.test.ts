import { expect, it } from 'vitest'
import type { Address } from '../../domain/address'
import type { ProviderMoney, ProviderResult } from '../../domain/provider'
import { toLargest, toPoolStakes } from './poolStakes'

const account = (index: number): Address => `0x${index.toString(16).padStart(40, '0')}`
const nothing = { deposited: 0n, withdrawn: 0n, fees: 0n, rewards: 0n, gas: 0n, mark: 0n, net: 0n, versusHolding: 0n, impermanentLoss: 0n, versusRebalancing: 0n, size: 0n } satisfies ProviderMoney
const result = (index: number, size: bigint | null, fees = 0n): ProviderResult => ({
  account: account(index), firstBlock: 1, lastBlock: null, positions: 1, inRange: 1, liquidity: 1n, deposited: [0n, 0n], withdrawn: [0n, 0n], received: [0n, 0n], given: [0n, 0n],
  feesPaid: [0n, 0n], feesOwed: [0n, 0n], principal: [10n, 4n], lossVersusRebalancing: 0n, rewards: [], gasWei: null,
  money: { quote: size === null ? null : { ...nothing, size, fees }, ether: null, dollar: null },
})

it('orders providers by what they had in at once, and values what they have at the mark', () => {
  // One smallest unit of the first token is worth three of the quote, one of the second is itself: 10 · 3 + 4 · 1.
  const marks = { quote: { values: [3n << 128n, 1n << 128n] as const, path: [] }, ether: null, dollar: null }
  const stakes = toPoolStakes([result(3, null), result(2, 5n, 7n), result(4, 9n), result(1, 5n)], marks)
  expect(stakes.map(({ account: one, rank }) => [one, rank])).toEqual([[account(4), 1], [account(1), 2], [account(2), 3], [account(3), 4]])
  expect(stakes[2]).toMatchObject({ value: { quote: 34n, ether: null, dollar: null }, fees: { quote: 7n, ether: null, dollar: null } })
})

it('without any size, orders them by what they have in now; without that either, nobody is before another', () => {
  const [small, large] = [result(1, null), { ...result(2, null), principal: [11n, 4n] as const }]
  const marks = { quote: { values: [3n << 128n, 1n << 128n] as const, path: [] }, ether: null, dollar: null }
  expect(toPoolStakes([small, large], marks).map(({ account: one, rank }) => [one, rank])).toEqual([[account(2), 1], [account(1), 2]])
  expect(toPoolStakes([small, large], { quote: null, ether: null, dollar: null }).map(({ rank }) => rank)).toEqual([2, 2])
})

it('large are the largest tenth, or ten, or of few the largest third', () => {
  expect([1, 5, 12, 29, 30, 100, 101, 20_000].map(toLargest)).toEqual([1, 2, 4, 10, 10, 10, 11, 2_000])
})
