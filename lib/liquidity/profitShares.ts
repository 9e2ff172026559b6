import { toRatio } from '../domain/amount'
import type { Currency } from '../domain/pool'
import type { ProviderMoney, ProviderResult } from '../domain/provider'
import { sumOf, toEachHundred, toPartsOfSum, type Part } from './partsOfSum'
import { toSizeDeciles, type OfProviders, type PricedProvider } from './sizeDeciles'

/** What a tenth of the providers, by size, had in a pool and made of it. Amounts in the currency that was asked about. */
export interface ProfitShare {
  /** 1 is the smallest tenth, 10 the largest */
  decile: number
  providers: number
  shareOfProviders: number
  /** The smallest and the largest size in it */
  sizes: readonly [bigint, bigint]
  /** The most that each had in at once, at cost */
  size: Part
  /** What they have in at the mark, without fees */
  mark: Part
  fees: Part
  rewards: Part
  /** Fees and rewards, before gas */
  earned: Part
  /** Of each 100 that all earned in fees and rewards; all ten add up to 100. null where nothing was earned */
  ofEachHundred: number | null
  /** What those with a positive net result gained */
  gains: Part
  /** Σ net results, at entry prices */
  net: bigint
  /** How many have a negative net result, and which share of them all that is */
  lost: number
  shareLost: number
  /** The median of net result over size; null where nobody's size is positive */
  medianReturn: number | null
  /** Σ gas over Σ fees of those whose gas is known; null where they have no fees */
  gasOfFees: number | null
}

const positive = (amount: bigint) => (amount > 0n ? amount : 0n)

/**
 * How a pool's profits are shared among its providers, by tenths of them in the order of size.
 *
 * @param currency results that are not known in it are left out
 * @returns ten groups, the smallest first; undefined with fewer than 30 providers
 * @example toProfitShares(results, 'quote') // { status: 'ok', value: [{ decile: 1, providers: 3, … }, …] }
 */
export function toProfitShares(results: readonly ProviderResult[], currency: Currency): OfProviders<readonly ProfitShare[]> {
  const deciles = toSizeDeciles(results, currency)
  if (deciles.status === 'undefined') return deciles
  const groups = deciles.value
  const total = groups.reduce((sum, group) => sum + group.length, 0)
  const toSums = (amount: (money: ProviderMoney) => bigint) => groups.map((group) => sumOf(group.map(({ money }) => amount(money))))
  const partsOf = (amount: (money: ProviderMoney) => bigint) => toPartsOfSum(toSums(amount))
  const [size, mark, fees, rewards] = [partsOf((money) => money.size), partsOf((money) => money.mark), partsOf((money) => money.fees), partsOf((money) => money.rewards)]
  const [earned, gains] = [partsOf((money) => money.fees + money.rewards), partsOf((money) => positive(money.net))]
  const hundred = toEachHundred(earned.map(({ amount }) => amount))
  const net = toSums((money) => money.net)
  return {
    status: 'ok',
    value: groups.map((group, g) => {
      const lost = group.filter(({ money }) => money.net < 0n).length
      return {
        decile: g + 1,
        providers: group.length,
        shareOfProviders: group.length / total,
        sizes: [group[0]!.money.size, group.at(-1)!.money.size],
        size: size[g]!,
        mark: mark[g]!,
        fees: fees[g]!,
        rewards: rewards[g]!,
        earned: earned[g]!,
        ofEachHundred: hundred && hundred[g]!,
        gains: gains[g]!,
        net: net[g]!,
        lost,
        shareLost: lost / group.length,
        medianReturn: toMedianReturn(group),
        gasOfFees: toGasOfFees(group),
      }
    }),
  }
}

function toGasOfFees(group: readonly PricedProvider[]): number | null {
  const known = group.filter(({ money }) => money.gas !== null)
  const fees = sumOf(known.map(({ money }) => money.fees))
  return fees > 0n ? toRatio(sumOf(known.map(({ money }) => money.gas!)), fees) : null
}

/** Of an even number of returns the mean of the two in the middle. */
function toMedianReturn(group: readonly PricedProvider[]): number | null {
  const returns = group.flatMap(({ money }) => (money.size > 0n ? [toRatio(money.net, money.size)] : [])).sort((a, b) => a - b)
  if (returns.length === 0) return null
  const middle = returns.length >> 1
  return returns.length % 2 === 1 ? returns[middle]! : (returns[middle - 1]! + returns[middle]!) / 2
}
