import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import type { ProviderMoney, ProviderResult } from '../domain/provider'
import { countProviders, toEarningsBySize } from './earningsBySize'

const toAccount = (place: number): Address => `0x${place.toString(16).padStart(40, '0')}`
const toResult = (place: number, money: Pick<ProviderMoney, 'size' | 'fees' | 'rewards' | 'net'> | null): ProviderResult => ({
  account: toAccount(place), firstBlock: 1, lastBlock: null, positions: 1, inRange: 1, liquidity: 0n, deposited: [0n, 0n], withdrawn: [0n, 0n], received: [0n, 0n], given: [0n, 0n], feesPaid: [0n, 0n], feesOwed: [0n, 0n], principal: [0n, 0n],
  lossVersusRebalancing: 0n, rewards: [], gasWei: null,
  money: { quote: null, ether: null, dollar: money && { deposited: 0n, withdrawn: 0n, gas: null, mark: 0n, versusHolding: 0n, impermanentLoss: 0n, versusRebalancing: 0n, ...money } },
})
/** Providers 1 to n with their number as size; they earn as much, half of it in rewards. */
const upTo = (count: number) => Array.from({ length: count }, (_, place) => toResult(place + 1, { size: BigInt(place + 1), fees: BigInt(place + 1), rewards: BigInt(place + 1), net: BigInt(place) - 2n }))

it('has the largest tenth and the smaller half, with what each had in and earned', () => {
  // 1 to 30: 465 in all. 28 + 29 + 30 = 87, 1 to 15 = 120, the rest 258. Earned is twice the size; net is −2, −1 for the first two, and 0 or more after.
  const found = toEarningsBySize([upTo(30)], 'dollar')!
  expect(found.largestTenth).toEqual({ providers: 3, provided: { amount: 87n, share: 87 / 465 }, earned: { amount: 174n, share: 87 / 465 }, medianEarned: 58n, lost: 0 })
  expect(found.smallerHalf).toEqual({ providers: 15, provided: { amount: 120n, share: 120 / 465 }, earned: { amount: 240n, share: 120 / 465 }, medianEarned: 16n, lost: 2 / 15 })
  // 16 to 27: twelve, the middle between 21 and 22.
  expect(found.upperMiddle).toMatchObject({ providers: 12, earned: { amount: 516n }, medianEarned: 43n })
})

it('an account in two pools is one provider; what has no price is left out', () => {
  const second = [toResult(1, { size: 1000n, fees: 7n, rewards: 0n, net: 5n }), toResult(99, null)]
  const found = toEarningsBySize([upTo(30), second], 'dollar')!
  expect(countProviders([upTo(30), second], 'dollar')).toBe(30)
  // It is the largest now, with 1 + 1000 and 2 + 7; 29 and 30 are the others of the largest tenth, the smaller half are 2 to 16.
  expect(found.largestTenth).toMatchObject({ provided: { amount: 1060n }, earned: { amount: 127n }, medianEarned: 58n })
  expect(found.smallerHalf).toMatchObject({ provided: { amount: 135n }, lost: 1 / 15 })
})

it('with 29 there are no tenths, and none in a currency without prices', () => {
  expect(toEarningsBySize([upTo(29)], 'dollar')).toBeNull()
  expect(toEarningsBySize([upTo(30)], 'ether')).toBeNull()
  expect(countProviders([upTo(29)], 'dollar')).toBe(29)
})
