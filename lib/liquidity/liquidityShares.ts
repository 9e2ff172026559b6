import { toDistribution, type Distribution } from '../domain/distribution'
import type { Currency } from '../domain/pool'
import type { ProviderMoney, ProviderResult } from '../domain/provider'

/** A pool's liquidity as distributions, each for every metric there is. */
export interface LiquidityShares {
  /** By what each has in at the mark, without fees */
  value: Distribution
  /** By liquidity in use at the price */
  inRange: Distribution
  /** By fees earned, paid out or not: of those who have left too */
  fees: Distribution
  /** Whose value and fees are not known in the currency: they are in `inRange` alone */
  unpriced: number
}

/**
 * How concentrated a pool's liquidity is, and what it earned: who has how much of the value, of the liquidity that trades at the price, of the fees.
 * Whoever has nothing is not counted.
 *
 * @example toLiquidityShares(results, 'quote').value.count // how many have something in
 */
export function toLiquidityShares(results: readonly ProviderResult[], currency: Currency): LiquidityShares {
  const by = (part: (money: ProviderMoney) => bigint) =>
    toDistribution(results.flatMap(({ account, money }) => (money[currency] ? [{ account, amount: part(money[currency]) }] : [])))
  return {
    value: by((money) => money.mark),
    inRange: toDistribution(results.map(({ account, liquidity }) => ({ account, amount: liquidity }))),
    fees: by((money) => money.fees),
    unpriced: results.filter(({ money }) => money[currency] === null).length,
  }
}
