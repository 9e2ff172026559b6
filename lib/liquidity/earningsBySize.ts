import { toMedianAmount } from '../domain/medianAmount'
import { toRatio } from '../domain/amount'
import type { Address } from '../domain/address'
import type { Currency } from '../domain/pool'
import type { ProviderResult } from '../domain/provider'
import { toPartsOfSum, type Part } from './partsOfSum'
import { fewestProviders } from './sizeDeciles'

/** What some of the providers put in and made of it. */
export interface SizeGroup {
  providers: number
  /** The most that each had in at once, at cost */
  provided: Part
  /** Fees and rewards, before gas */
  earned: Part
  /** What the one in the middle earned; of an even number the mean of the two there, rounded down */
  medianEarned: bigint
  /** Which share of them has a negative net result, at entry prices and after gas where it is known */
  lost: number
}

/** Large and small providers side by side. */
export interface EarningsBySize {
  largestTenth: SizeGroup
  /** The four tenths below it */
  upperMiddle: SizeGroup
  smallerHalf: SizeGroup
}

interface Provider {
  account: Address
  size: bigint
  earned: bigint
  net: bigint
}

/**
 * The providers of some pools together by what they put in: an account in several pools is one provider, with the sums of its sizes and earnings.
 * Groups are tenths as everywhere: of n providers the smaller half are the first ⌊5n/10⌋, the largest tenth those from place ⌊9n/10⌋ on.
 *
 * @param pools results of each; those that are not known in the currency are left out
 * @returns null with fewer than 30 providers
 * @example toEarningsBySize([results], 'dollar')?.largestTenth.earned.share // 0.62
 */
export function toEarningsBySize(pools: readonly (readonly ProviderResult[])[], currency: Currency): EarningsBySize | null {
  const providers = toProviders(pools, currency)
  const count = providers.length
  if (count < fewestProviders) return null
  const [half, nine] = [Math.floor((5 * count) / 10), Math.floor((9 * count) / 10)]
  const groups = [providers.slice(0, half), providers.slice(half, nine), providers.slice(nine)]
  const partsOf = (amount: (provider: Provider) => bigint) => toPartsOfSum(groups.map((group) => group.reduce((sum, provider) => sum + amount(provider), 0n)))
  const [provided, earned] = [partsOf(({ size }) => size), partsOf((provider) => provider.earned)]
  const [smallerHalf, upperMiddle, largestTenth] = groups.map((group, place): SizeGroup => ({
    providers: group.length,
    provided: provided[place]!,
    earned: earned[place]!,
    medianEarned: toMedianAmount(group.map((provider) => provider.earned))!,
    lost: toRatio(BigInt(group.filter(({ net }) => net < 0n).length), BigInt(group.length)),
  }))
  return { largestTenth: largestTenth!, upperMiddle: upperMiddle!, smallerHalf: smallerHalf! }
}

/**
 * Over how many providers of some pools together that is told.
 *
 * @example countProviders([results, others], 'dollar') // 512
 */
export const countProviders = (pools: readonly (readonly ProviderResult[])[], currency: Currency): number => toProviders(pools, currency).length

/** Smallest size first, ties by address. */
function toProviders(pools: readonly (readonly ProviderResult[])[], currency: Currency): Provider[] {
  const all = new Map<Address, Provider>()
  for (const results of pools) for (const { account, money } of results) {
    const own = money[currency]
    if (!own) continue
    const { size, earned, net } = all.get(account) ?? { size: 0n, earned: 0n, net: 0n }
    all.set(account, { account, size: size + own.size, earned: earned + own.fees + own.rewards, net: net + own.net })
  }
  return [...all.values()].sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : a.account < b.account ? -1 : 1))
}
