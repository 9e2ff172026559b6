import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { ProviderMoney, ProviderResult } from '@/lib/domain/provider'
import { findBreakEvenSize } from './breakEvenSize'
import { toLossesBySize } from './lossesBySize'
import { toEachHundred } from './partsOfSum'
import { toProfitShares } from './profitShares'
import { toSizeClasses } from './sizeClasses'
import { toSizeDeciles } from './sizeDeciles'

const account = (i: number) => `0x${i.toString(16).padStart(40, '0')}` as Address
const none: ProviderMoney = { deposited: 0n, withdrawn: 0n, fees: 0n, rewards: 0n, gas: 0n, mark: 0n, net: 0n, versusHolding: 0n, impermanentLoss: 0n, versusRebalancing: 0n, size: 0n }

/** Results as far as they are looked at by size. */
const toResult = (money: Partial<ProviderMoney> | null, i: number): ProviderResult => ({
  account: account(i), firstBlock: 0, lastBlock: null, positions: 1, inRange: 1, liquidity: 0n,
  deposited: [0n, 0n], withdrawn: [0n, 0n], received: [0n, 0n], given: [0n, 0n], feesPaid: [0n, 0n], feesOwed: [0n, 0n], principal: [0n, 0n],
  lossVersusRebalancing: 0n, rewards: [], gasWei: 0n,
  money: { quote: money && { ...none, ...money }, ether: null, dollar: null },
})
const valueOf = <Value>(found: { status: 'ok'; value: Value } | { status: 'undefined' }) => {
  if (found.status !== 'ok') throw new Error('undefined')
  return found.value
}
const count = (length: number) => Array.from({ length }, (_, i) => i)

describe('toSizeDeciles', () => {
  it('makes ten groups of counts that differ by one at most, ties by address, and leaves out whoever has no price', () => {
    // 34 of 36 have a price: ⌊g · 34 / 10⌋ is 0, 3, 6, 10, 13, 17, 20, 23, 27, 30, 34.
    const results = count(36).map((i) => toResult(i < 2 ? null : { size: BigInt(Math.floor(i / 2)) }, 100 - i))
    const groups = valueOf(toSizeDeciles(results, 'quote'))
    expect(groups.map((group) => group.length)).toEqual([3, 3, 4, 3, 4, 3, 3, 4, 3, 4])
    // The places 2 and 3 share size 1, at addresses 98 and 97; 4 and 5 share size 2.
    expect(groups[0]!.map(({ result }) => result.account)).toEqual([account(97), account(98), account(95)])
  })

  it('is undefined with 29', () => {
    const results = count(29).map((i) => toResult({ size: 1n }, i))
    for (const find of [toSizeDeciles, toProfitShares, toLossesBySize, findBreakEvenSize, toSizeClasses])
      expect(find(results, 'quote')).toEqual({ status: 'undefined', reason: 'fewProviders' })
    expect(toSizeDeciles([...results, toResult({}, 29)], 'quote').status).toBe('ok')
  })

  it('in classes: the largest tenth, four tenths, half', () => {
    const classOf = valueOf(toSizeClasses(count(30).map((i) => toResult({ size: BigInt(i) }, i)), 'quote'))
    expect([0, 14, 15, 26, 27, 29, 30].map((i) => classOf(account(i)))).toEqual([
      'smallerHalf', 'smallerHalf', 'upperMiddle', 'upperMiddle', 'largestTenth', 'largestTenth', 'unknown',
    ])
  })
})

describe('toProfitShares', () => {
  it('thirty by hand: three in each tenth', () => {
    // Sizes 1 to 30. The tenth g has 3g + 1, 3g + 2, 3g + 3. Fees are the size; the first of each tenth loses 1, the second gains 2, the third gains size.
    const results = count(30).map((i) => {
      const size = BigInt(i + 1)
      return toResult({ size, mark: 2n * size, fees: size, rewards: 1n, gas: 2n, net: [-1n, 2n, size][i % 3]! }, i)
    })
    const shares = valueOf(toProfitShares(results, 'quote'))
    // Of 465 in all: 1 + 2 + 3 = 6, …, 28 + 29 + 30 = 87. Gains: 10 · 2 + (3 + 6 + … + 30 = 165) = 185; the smallest has 2 + 3, the largest 2 + 30.
    expect(shares[0]).toEqual({
      decile: 1, providers: 3, shareOfProviders: 0.1, sizes: [1n, 3n],
      size: { amount: 6n, share: 6 / 465 }, mark: { amount: 12n, share: 6 / 465 }, fees: { amount: 6n, share: 6 / 465 }, rewards: { amount: 3n, share: 0.1 },
      // 9 of 495 are 1.8181… of a hundred: 1.8
      earned: { amount: 9n, share: 9 / 495 }, ofEachHundred: 1.8,
      gains: { amount: 5n, share: 5 / 185 }, net: 4n, lost: 1, shareLost: 1 / 3,
      // −1/1, 2/2, 3/3
      medianReturn: 1, gasOfFees: 1,
    })
    expect(shares[9]).toMatchObject({ decile: 10, sizes: [28n, 30n], fees: { amount: 87n, share: 87 / 465 }, gains: { share: 32 / 185 }, medianReturn: 2 / 29, gasOfFees: 6 / 87 })
  })

  it('tells gas only of those whose gas is known', () => {
    // Of the smallest tenth (fees 1, 2, 3) only the third's gas is known: 3 of 3. Of the next nobody's.
    const shares = valueOf(toProfitShares(count(30).map((i) => toResult({ size: BigInt(i + 1), fees: BigInt(i + 1), gas: i === 2 || i > 5 ? 3n : null }, i)), 'quote'))
    expect(shares.slice(0, 2).map(({ gasOfFees }) => gasOfFees)).toEqual([1, null])
  })

  it('takes the mean of the two in the middle of an even number, leaves out sizes of zero, and divides nothing by zero', () => {
    // Forty: four in a tenth, of which the first has no size. Returns in the second tenth are 4/5, 5/6, 6/7, 7/8: (5/6 + 6/7) / 2.
    const shares = valueOf(toProfitShares(count(40).map((i) => toResult({ size: BigInt(i < 4 ? 0 : i + 1), net: BigInt(i) }, i)), 'quote'))
    expect(shares[0]).toMatchObject({ medianReturn: null, gasOfFees: null, ofEachHundred: null, fees: { amount: 0n, share: null }, shareLost: 0 })
    expect(shares[1]!.medianReturn).toBeCloseTo((5 / 6 + 6 / 7) / 2, 15)
  })

  const money = fc.record({ size: fc.bigInt(0n, 10n ** 24n), fees: fc.bigInt(0n, 10n ** 24n), net: fc.bigInt(-(10n ** 24n), 10n ** 24n), impermanentLoss: fc.bigInt(-(10n ** 24n), 0n) })
  it('tenths add up to what there is, exactly', () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 30, maxLength: 60 }), (list) => {
        const results = list.map(toResult)
        const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n)
        const shares = valueOf(toProfitShares(results, 'quote'))
        expect(sum(shares.map(({ net }) => net))).toBe(sum(list.map(({ net }) => net)))
        expect(sum(shares.map(({ fees }) => fees.amount))).toBe(sum(list.map(({ fees }) => fees)))
        expect(shares.reduce((all, { providers }) => all + providers, 0)).toBe(list.length)
        const hundred = shares.map(({ ofEachHundred }) => ofEachHundred)
        if (hundred[0] !== null) expect(hundred.reduce((all, part) => all! + Math.round(10 * part!), 0)).toBe(1000)
        const losses = valueOf(toLossesBySize(results, 'quote'))
        expect(sum(losses.map(({ netLoss }) => netLoss.amount))).toBe(sum(shares.map(({ gains }) => gains.amount)) - sum(list.map(({ net }) => net)))
        expect(sum(losses.map(({ impermanentLoss }) => impermanentLoss.amount))).toBe(-sum(list.map(({ impermanentLoss }) => impermanentLoss)))
      }),
    )
  })

  it('of each hundred: what is left goes to the largest remainders', () => {
    expect(toEachHundred([1n, 1n, 1n])).toEqual([33.4, 33.3, 33.3])
    // 1/7, 2/7, 4/7 of 1000 are 142.86, 285.71, 571.43: two are left, for the first and the second.
    expect(toEachHundred([1n, 2n, 4n])).toEqual([14.3, 28.6, 57.1])
    expect(toEachHundred([0n, 5n])).toEqual([0, 100])
    expect(toEachHundred([0n, 0n])).toBeNull()
  })
})

describe('toLossesBySize', () => {
  it('tells price falls, impermanent loss and net losses apart', () => {
    // The smallest three: holding made −10 (net −4 less versusHolding 6), −0 and +5. The largest: net 90, versusHolding −10, holding made 100.
    const results = count(30).map((i) => {
      const size = BigInt(i)
      if (i === 0) return toResult({ size, net: -4n, versusHolding: 6n, impermanentLoss: -1n }, i)
      if (i === 1) return toResult({ size, net: -6n, versusHolding: -6n, impermanentLoss: -7n }, i)
      if (i === 29) return toResult({ size, net: 90n, versusHolding: -10n, impermanentLoss: -24n }, i)
      return toResult({ size, net: 5n, versusHolding: 0n }, i)
    })
    const losses = valueOf(toLossesBySize(results, 'quote'))
    expect(losses[0]).toEqual({
      decile: 1, providers: 3, impermanentLoss: { amount: 8n, share: 0.25 }, priceFall: { amount: 10n, share: 1 }, netLoss: { amount: 10n, share: 1 },
    })
    expect(losses[9]).toMatchObject({ impermanentLoss: { amount: 24n, share: 0.75 }, priceFall: { amount: 0n, share: 0 }, netLoss: { amount: 0n } })
  })
})

describe('findBreakEvenSize', () => {
  /** Thirty of sizes 10, 20, … 300: gas is 5, and `earned` says who has fees of 6; the others have 5. */
  const toResults = (earned: (i: number) => boolean, size = (i: number) => BigInt(10 * (i + 1))) =>
    count(30).map((i) => toResult({ size: size(i), gas: 5n, fees: earned(i) ? 4n : 5n, rewards: earned(i) ? 2n : 0n }, i))

  it('is the size from which all earn more than their gas, where there is such a size', () => {
    expect(findBreakEvenSize(toResults((i) => i >= 12), 'quote')).toEqual({
      status: 'ok', value: { size: 130n, smaller: 12, smallerEarned: 0, larger: 18, largerNotEarned: 0 },
    })
  })

  it('is where exceptions are fewest: a lucky small one and an unlucky large one do not move it', () => {
    // At place 12 there are two exceptions (3 and 20); at 3 there would be nine, at 21 nine.
    expect(findBreakEvenSize(toResults((i) => i === 3 || (i >= 12 && i !== 20)), 'quote')).toEqual({
      status: 'ok', value: { size: 130n, smaller: 12, smallerEarned: 1, larger: 18, largerNotEarned: 1 },
    })
  })

  it('does not tell those of one size apart', () => {
    // Sizes in fives. From 12 on they earn it: of the five of size 20 (10 to 14) three did, so that size has two exceptions, size 30 has three.
    expect(findBreakEvenSize(toResults((i) => i >= 12, (i) => BigInt(10 * Math.floor(i / 5))), 'quote')).toEqual({
      status: 'ok', value: { size: 20n, smaller: 10, smallerEarned: 0, larger: 20, largerNotEarned: 2 },
    })
  })

  it('is undefined where all or none earned their gas back', () => {
    expect(findBreakEvenSize(toResults(() => true), 'quote')).toEqual({ status: 'undefined', reason: 'gasAlwaysEarned' })
    expect(findBreakEvenSize(toResults(() => false), 'quote')).toEqual({ status: 'undefined', reason: 'gasNeverEarned' })
    // The small earn it and the large do not: no size has fewer exceptions than to count all as earning it, or none.
    expect(findBreakEvenSize(toResults((i) => i < 10), 'quote')).toEqual({ status: 'undefined', reason: 'gasNeverEarned' })
  })

  it('no other size has fewer exceptions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.bigInt(0n, 20n), fc.boolean()), { minLength: 30, maxLength: 50 }), (list) => {
        const found = findBreakEvenSize(list.map(([size, earned], i) => toResult({ size, gas: 1n, fees: earned ? 2n : 1n }, i)), 'quote')
        const exceptionsAt = (at: bigint) => list.filter(([size, earned]) => (size >= at) !== earned).length
        const sizes = [...new Set(list.map(([size]) => size)), 21n].sort((a, b) => Number(a - b))
        const fewest = Math.min(...sizes.map(exceptionsAt))
        const best = sizes.find((size) => exceptionsAt(size) === fewest)!
        if (found.status === 'ok') expect([found.value.size, found.value.smallerEarned + found.value.largerNotEarned]).toEqual([best, fewest])
        else expect(exceptionsAt(found.reason === 'gasAlwaysEarned' ? 0n : 21n)).toBe(fewest)
      }),
    )
  })
})
