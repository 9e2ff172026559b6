import { currencies, type Currency } from '../../domain/pool'
import type { PoolReading } from '../../domain/poolReading'
import type { ProviderResult } from '../../domain/provider'
import type { PoolStake } from '../../domain/superuser'

const fewestLarge = 10

/**
 * Down to which place are a pool's providers large? The largest tenth, and never fewer than ten; in a pool of fewer than thirty, where ten would be more
 * than a third, the largest third.
 *
 * @example [5, 12, 30, 100, 20_000].map(toLargest) // [2, 4, 10, 10, 2_000]
 */
export const toLargest = (providers: number): number => Math.max(Math.ceil(providers / 10), Math.min(fewestLarge, Math.ceil(providers / 3)))

/**
 * What of providers' results superusers are told from: who had most in at once first, what liquidity is worth at the mark, fees so far.
 *
 * @param results of one pool, in any order
 * @param marks of the same reading
 * @returns by size in the quote token, ties by address; who has none there takes the last place. Where nobody has one, by what they have in now
 * @example toPoolStakes([small, large], marks).map(({ rank, account }) => [rank, account]) // [[1, large.account], [2, small.account]]
 */
export function toPoolStakes(results: readonly ProviderResult[], marks: PoolReading['marks']): PoolStake[] {
  const hasSizes = results.some(({ money }) => money.quote !== null)
  const stakes = results.map(({ account, principal, money }) => {
    const value = inEach((currency) => toValue(principal, marks[currency]))
    return { account, value, fees: inEach((currency) => money[currency]?.fees ?? null), size: hasSizes ? (money.quote?.size ?? null) : value.quote }
  })
  const inOrder = stakes.sort((a, b) => compare(b.size ?? -1n, a.size ?? -1n) || (a.account < b.account ? -1 : 1))
  return inOrder.map(({ size, ...stake }, place) => ({ ...stake, rank: size === null ? inOrder.length : place + 1 }))
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)

const toValue = ([first, second]: ProviderResult['principal'], mark: PoolReading['marks'][Currency]): bigint | null =>
  mark && (first * mark.values[0] + second * mark.values[1]) >> 128n

const inEach = <Value>(of: (currency: Currency) => Value) => Object.fromEntries(currencies.map((currency) => [currency, of(currency)])) as Record<Currency, Value>
