import type { TokenPair } from '../domain/pool'
import type { ProviderHolding, ProviderRange } from '../domain/provider'
import type { Pair } from './pairBook'
import type { Shareholder } from './shareLedger'
import { gainsOf, type Parcel } from './shareParcel'
import { maxTick, minTick, sqrtPriceAtTick } from './sqrtPriceAtTick'
import { squareRoot } from './squareRoot'
import { noTokens } from './tokenPair'

const lesser = (one: bigint, other: bigint) => (one < other ? one : other)

/** What stands still while a pair is read: `all` are the shares that a burn would be shared by. */
export function lookAt({ market }: Pair) {
  const { growth, protocolFees, due } = market.look()
  const { reserves, supply } = market
  return { growth, protocolFees, reserves, supply, all: supply + due, liquidity: squareRoot(reserves[0] * reserves[1]) }
}
type Look = ReturnType<typeof lookAt>

/** What burning all shares of a parcel would pay now, and the fees in it: by growth, at most what would be paid. */
function payOf(parcel: Parcel, { growth, reserves, all }: Look): { paid: TokenPair; owed: TokenPair; loss: bigint } {
  const [fee0, fee1, loss] = gainsOf(parcel, growth)
  const paid: TokenPair = [(parcel.shares * reserves[0]) / all, (parcel.shares * reserves[1]) / all]
  return { paid, owed: [lesser(fee0, paid[0]), lesser(fee1, paid[1])], loss }
}

/** Whether a holder is somebody, and has shares. */
export const isIn = ({ isNobody, parcel }: Shareholder) => !isNobody && parcel.shares > 0n

/**
 * What everybody has in a pair: `principal` + `owed` is, to the unit, what `burn` would pay for all its shares, each alone. Who has left stands here
 * too, with its loss versus rebalancing and nothing else, where it bore one.
 *
 * @example pairHoldings(pair)[0] // { account: '0xaa…', positions: 1, inRange: 1, liquidity: 10n, principal: [9n, 9n], owed: [1n, 0n], … }
 */
export function pairHoldings(pair: Pair): ProviderHolding[] {
  const look = lookAt(pair)
  return pair.ledger.holders().flatMap((holder): ProviderHolding[] => {
    const { account, parcel, lossBorne } = holder
    const gone = { account, positions: 0, inRange: 0, liquidity: 0n, principal: noTokens, owed: noTokens, basis: noTokens, lossVersusRebalancing: lossBorne }
    if (!isIn(holder)) return lossBorne > 0n && !holder.isNobody ? [gone] : []
    const { paid, owed, loss } = payOf(parcel, look)
    const principal: TokenPair = [paid[0] - owed[0], paid[1] - owed[1]]
    const liquidity = (parcel.shares * look.liquidity) / look.all
    return [{ account, positions: 1, inRange: 1, liquidity, principal, owed, basis: parcel.basis, lossVersusRebalancing: lossBorne + loss }]
  })
}

/** Everybody's part of √(reserve0 · reserve1), which lies between all prices that there are. */
export function pairRanges(pair: Pair): ProviderRange[] {
  const look = lookAt(pair)
  const [lower, upper] = [sqrtPriceAtTick(minTick), sqrtPriceAtTick(maxTick)]
  return pair.ledger
    .holders()
    .filter(isIn)
    .map(({ account, parcel }) => ({ account, lower, upper, liquidity: (parcel.shares * look.liquidity) / look.all }))
}
