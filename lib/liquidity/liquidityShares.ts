import { toDistribution, type Distribution } from '../domain/distribution'
import type { Currency, PoolState } from '../domain/pool'
import type { ProviderMoney, ProviderResult } from '../domain/provider'
import { toRatio } from '../domain/amount'
import type { PoolValuer } from './poolValuer'

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

/**
 * Which share of the providers' fees went to liquidity that was put in and taken out within one block. Both sums are of the pool's two tokens and
 * are valued at the mark; fees of providers are those of swaps without the protocol's part and without what nobody owns.
 *
 * @returns null where there are no fees yet, or no price to add two tokens up by
 * @example toJustInTimeShare(state, valuer) // 0.25
 */
export function toJustInTimeShare({ fees, protocolFees, unownedFees, justInTimeFees }: PoolState, valuer: Pick<PoolValuer, 'pair' | 'mark'>): number | null {
  const toProviders = (token: 0 | 1) => fees[token] - protocolFees[token] - unownedFees[token]
  const all = valuer.pair([toProviders(0), toProviders(1)], valuer.mark, 'quote')
  const within = valuer.pair(justInTimeFees, valuer.mark, 'quote')
  return all === null || within === null || all <= 0n ? null : toRatio(within, all)
}
