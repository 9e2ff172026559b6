import type { TokenPair } from '../domain/pool'
import type { Address } from '../domain/address'
import type { ProviderHolding, ProviderRange } from '../domain/provider'
import type { Pair } from './pairBook'
import { gainsOf, type Growth } from './shareParcel'
import { growthOf, toPoolShares, type Shareholder, type ShareUnit } from './shareUnit'
import { maxTick, minTick, sqrtPriceAtTick } from './sqrtPriceAtTick'
import { squareRoot } from './squareRoot'
import { addPair, lesserPair, noTokens, subtractPair } from './tokenPair'

/** What stands still while a pair is read: `all` are the shares that a burn would be shared by. */
export function lookAt({ market }: Pair) {
  const { growth, protocolFees, due } = market.look()
  const { reserves, supply } = market
  return { growth, protocolFees, reserves, supply, all: supply + due, liquidity: squareRoot(reserves[0] * reserves[1]) }
}
type Look = ReturnType<typeof lookAt>

/** What burning shares would pay. */
export const payOf = (shares: bigint, { reserves, all }: Pick<Look, 'reserves' | 'all'>): TokenPair => [(shares * reserves[0]) / all, (shares * reserves[1]) / all]

/** Whether a holder is somebody, and has shares that it does not keep for others. */
export const isIn = ({ isNobody, through, parcel }: Shareholder) => !isNobody && !through && parcel.shares > 0n

/** What a holder of a token has at a moment: its part of the pair, and the fees in it: by growth, at most what would be paid. */
function toHolding({ account, parcel, lossBorne }: Shareholder, unit: ShareUnit, growth: Growth, look: Look): ProviderHolding {
  const [fee0, fee1, loss] = gainsOf(parcel, growth)
  const shares = toPoolShares(unit, parcel.shares)
  const paid = payOf(shares, look)
  const owed = lesserPair([fee0, fee1], paid)
  const liquidity = (shares * look.liquidity) / look.all
  return { account, positions: 1, inRange: 1, liquidity, principal: subtractPair(paid, owed), owed, basis: parcel.basis, lossVersusRebalancing: lossBorne + loss }
}

/**
 * What everybody has in a pair: `principal` + `owed` is, to the unit, what `burn` would pay for all its shares, each alone. Who has left stands here
 * too, with its loss versus rebalancing and nothing else, where it bore one. Shares that a contract keeps are those of whoever has its token.
 *
 * @example pairHoldings(pair)[0] // { account: '0xaa…', positions: 1, inRange: 1, liquidity: 10n, principal: [9n, 9n], owed: [1n, 0n], … }
 */
export function pairHoldings(pair: Pair): ProviderHolding[] {
  const look = lookAt(pair)
  const holdings = new Map<Address, ProviderHolding>()
  for (const unit of pair.ledger.units) {
    const growth = growthOf(unit, look.growth)
    for (const holder of unit.inOrder) {
      const { account, lossBorne } = holder
      const gone = { account, positions: 0, inRange: 0, liquidity: 0n, principal: noTokens, owed: noTokens, basis: noTokens, lossVersusRebalancing: lossBorne }
      if (isIn(holder)) join(holdings, toHolding(holder, unit, growth, look))
      else if (lossBorne > 0n && !holder.isNobody) join(holdings, gone)
    }
  }
  return [...holdings.values()]
}

/** Of one account, whatever it has its shares in: together they are one position. */
function join(holdings: Map<Address, ProviderHolding>, one: ProviderHolding): void {
  const known = holdings.get(one.account)
  const isOne = one.positions + (known?.positions ?? 0) > 0 ? 1 : 0
  const joined: ProviderHolding | undefined = known && {
    account: one.account,
    positions: isOne,
    inRange: isOne,
    liquidity: known.liquidity + one.liquidity,
    principal: addPair(known.principal, one.principal),
    owed: addPair(known.owed, one.owed),
    basis: addPair(known.basis, one.basis),
    lossVersusRebalancing: known.lossVersusRebalancing + one.lossVersusRebalancing,
  }
  holdings.set(one.account, joined ?? one)
}

/** Everybody's part of √(reserve0 · reserve1), which lies between all prices that there are. */
export function pairRanges(pair: Pair): ProviderRange[] {
  const [lower, upper] = [sqrtPriceAtTick(minTick), sqrtPriceAtTick(maxTick)]
  return pairHoldings(pair).flatMap(({ account, positions, liquidity }) => (positions > 0 ? [{ account, lower, upper, liquidity }] : []))
}
