import type { Address } from '../domain/address'
import type { ProviderHolding, ProviderRange } from '../domain/provider'
import type { ManagedShares } from './managedShares'
import { addPair, noTokens } from './tokenPair'

/** What somebody has of nothing. */
const nothing: Omit<ProviderHolding, 'account'> = { positions: 0, inRange: 0, liquidity: 0n, principal: noTokens, owed: noTokens, basis: noTokens, lossVersusRebalancing: 0n }

/**
 * What several told of what one account has, as one.
 *
 * @example joinHoldings([annsPosition, annsShares])[0]?.positions // 2
 */
export function joinHoldings(holdings: Iterable<ProviderHolding>): ProviderHolding[] {
  const joined = new Map<Address, ProviderHolding>()
  for (const { account, ...part } of holdings) {
    const known = joined.get(account) ?? nothing
    joined.set(account, {
      account,
      positions: known.positions + part.positions,
      inRange: known.inRange + part.inRange,
      liquidity: known.liquidity + part.liquidity,
      principal: addPair(known.principal, part.principal),
      owed: addPair(known.owed, part.owed),
      basis: addPair(known.basis, part.basis),
      lossVersusRebalancing: known.lossVersusRebalancing + part.lossVersusRebalancing,
    })
  }
  return [...joined.values()]
}

/**
 * What a manager has, as it is whose its shares are: all amounts are shared out whole. Whoever has shares has as many positions as the manager.
 *
 * @param holding the manager's own; undefined where it has nothing
 * @example managedHoldings(shares, { account: manager, liquidity: 10n, … }) // [{ account: '0xaa…', liquidity: 7n, … }, { account: '0xbb…', liquidity: 3n, … }]
 */
export function managedHoldings(shares: ManagedShares, holding: Omit<ProviderHolding, 'account'> = nothing): ProviderHolding[] {
  const { positions, inRange, principal, owed } = holding
  const liquidity = shares.byShares(holding.liquidity)
  const [principal0, principal1] = [shares.byShares(principal[0]), shares.byShares(principal[1])]
  const [owed0, owed1] = [shares.byGains(owed[0], 0), shares.byGains(owed[1], 1)]
  const losses = shares.byGains(holding.lossVersusRebalancing, 2)
  return shares.holders.flatMap(({ account, shares: own, basis }, place) => {
    const of: ProviderHolding = {
      account,
      positions: own > 0n ? positions : 0,
      inRange: own > 0n ? inRange : 0,
      liquidity: liquidity[place]!,
      principal: [principal0[place]!, principal1[place]!],
      owed: [owed0[place]!, owed1[place]!],
      basis,
      lossVersusRebalancing: losses[place]!,
    }
    return of.positions === 0 && [...of.principal, ...of.owed, ...of.basis, of.lossVersusRebalancing].every((amount) => amount === 0n) ? [] : [of]
  })
}

/**
 * The same of where a manager's liquidity lies.
 *
 * @example managedRange(shares, { account: manager, lower, upper, liquidity: 10n }) // [{ account: '0xaa…', lower, upper, liquidity: 7n }, …]
 */
export const managedRange = (shares: ManagedShares, range: ProviderRange): ProviderRange[] => {
  const parts = shares.byShares(range.liquidity)
  return shares.holders.flatMap(({ account }, place) => (parts[place]! > 0n ? [{ ...range, account, liquidity: parts[place]! }] : []))
}

/**
 * The same of what its liquidity weighs, in doubles.
 *
 * @example managedWeights(shares, { account: manager, value: 10, inRange: 0 }) // [{ account: '0xaa…', value: 7, inRange: 0 }, …]
 */
export function managedWeights<Weight extends { account: Address; value: number; inRange: number }>(shares: ManagedShares, weight: Weight): Weight[] {
  const held = shares.holders.filter((holder) => holder.shares > 0n)
  const all = Number(held.reduce((sum, holder) => sum + holder.shares, 0n))
  return held.map((holder) => ({ ...weight, account: holder.account, value: (weight.value * Number(holder.shares)) / all, inRange: (weight.inRange * Number(holder.shares)) / all }))
}
