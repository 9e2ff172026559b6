import { zeroAddress, type Address } from '../domain/address'
import type { PoolState } from '../domain/pool'
import type { ProviderHolding, ProviderRange } from '../domain/provider'
import type { Pair } from './pairBook'
import type { Amounts } from './positionAmounts'
import type { Shareholder } from './shareLedger'
import { gainsOf, type Growth, type Parcel } from './shareParcel'
import { maxTick, minTick, sqrtPriceAtTick } from './sqrtPriceAtTick'
import { squareRoot } from './squareRoot'

const none: Amounts = [0n, 0n]
const lesser = (one: bigint, other: bigint) => (one < other ? one : other)

/** What stands still while a pair is read. */
function lookAt({ market }: Pair) {
  const { growth, protocolFees, due } = market.look()
  const { reserves, supply } = market
  return { growth, protocolFees, reserves, supply, all: supply + due, liquidity: squareRoot(reserves[0] * reserves[1]) }
}
type Look = ReturnType<typeof lookAt>

/** What burning all shares of a parcel would pay now, and the fees in it: by growth, at most what would be paid. */
function payOf(parcel: Parcel, { growth, reserves, all }: Look): { paid: Amounts; owed: Amounts; loss: bigint } {
  const [fee0, fee1, loss] = gainsOf(parcel, growth)
  const paid: Amounts = [(parcel.shares * reserves[0]) / all, (parcel.shares * reserves[1]) / all]
  return { paid, owed: [lesser(fee0, paid[0]), lesser(fee1, paid[1])], loss }
}

const isIn = ({ isNobody, parcel }: Shareholder) => !isNobody && parcel.shares > 0n

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
    const gone = { account, positions: 0, inRange: 0, liquidity: 0n, principal: none, owed: none, basis: none, lossVersusRebalancing: lossBorne }
    if (!isIn(holder)) return lossBorne > 0n && !holder.isNobody ? [gone] : []
    const { paid, owed, loss } = payOf(parcel, look)
    const principal: Amounts = [paid[0] - owed[0], paid[1] - owed[1]]
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

/**
 * What a pair is. `amounts` is what all shares that somebody has would be paid, less the fees in it. Fees that nobody has are what is left of all:
 * those of shares that are locked or lie in the pair, what rounding leaves, and what is owed above what shares would pay.
 *
 * @example pairState(pair, 7).fees // [3n, 0n]: of which owed to providers, paid to them, the protocol's and nobody's are the parts
 */
export function pairState(pair: Pair, block: number): PoolState {
  const { market, ledger } = pair
  const { growth, protocolFees, reserves, supply, all, liquidity } = lookAt(pair)
  /** What a share would be paid, Q128, rounded down: who has gained less than that per share is owed all of it. */
  const payable = reserves.map((reserve) => (all === 0n ? 0n : (reserve << 128n) / all))
  const owedOf = ({ parcel: { shares, debt } }: Shareholder, token: 0 | 1) => {
    const gained = shares * growth[token] - debt[token]
    const fee = gained >> 128n
    return growth[token] <= payable[token]! || gained <= shares * payable[token]! ? fee : lesser(fee, (shares * reserves[token]) / all)
  }
  let [owed0, owed1] = [0n, 0n]
  for (const holder of ledger.holders()) {
    if (!isIn(holder)) continue
    owed0 += owedOf(holder, 0)
    owed1 += owedOf(holder, 1)
  }
  const owned = supply - ledger.sharesOf(pair.address) - ledger.sharesOf(zeroAddress)
  const worth = (token: 0 | 1) => (all === 0n ? 0n : (owned * reserves[token]) / all)
  const { fees, volume } = market
  const paid = ledger.feesPaid()
  return {
    block,
    price: reserves[0] === 0n || reserves[1] === 0n ? null : (reserves[1] << 128n) / reserves[0],
    amounts: [worth(0) - owed0, worth(1) - owed1],
    liquidity,
    volume,
    fees,
    protocolFees,
    unownedFees: [fees[0] - protocolFees[0] - paid[0] - owed0, fees[1] - protocolFees[1] - paid[1] - owed1],
    justInTimeFees: ledger.justInTimeFees(),
  }
}

/**
 * Opens a scale for a pair: what everybody's shares weigh, in doubles. It is asked for each day of history, and remembers whose shares have not moved.
 *
 * @param quote the token in which values are told
 * @example openPairScale(pair, 1)() // [{ account: '0xaa…', value: 18.2, inRange: 9.1 }]
 */
export function openPairScale(pair: Pair, quote: 0 | 1): () => { account: Address; value: number; inRange: number }[] {
  /** By the place of the holder: its parcel when last weighed, and that in doubles */
  const weighed: Parcel[] = []
  const shares: number[] = []
  const debts: [number[], number[]] = [[], []]
  const weigh = (parcel: Parcel, place: number) => {
    weighed[place] = parcel
    shares[place] = Number(parcel.shares)
    for (const token of [0, 1] as const) debts[token][place] = Number(parcel.debt[token]) / 2 ** 128
  }
  return () => {
    const { growth, reserves, all } = lookAt(pair)
    const [reserve0, reserve1, total] = [Number(reserves[0]), Number(reserves[1]), Number(all)]
    const [growth0, growth1] = [Number(growth[0]) / 2 ** 128, Number(growth[1]) / 2 ** 128]
    const [price0, price1] = quote === 1 ? [reserve1 / reserve0, 1] : [1, reserve0 / reserve1]
    const liquidity = Math.sqrt(reserve0) * Math.sqrt(reserve1)
    const weights: { account: Address; value: number; inRange: number }[] = []
    const holders = pair.ledger.holders()
    for (let place = 0; place < holders.length; place++) {
      const holder = holders[place]!
      if (!isIn(holder)) continue
      if (weighed[place] !== holder.parcel) weigh(holder.parcel, place)
      const own = shares[place]!
      const [paid0, paid1] = [(own / total) * reserve0, (own / total) * reserve1]
      const value0 = within(paid0 - own * growth0 + debts[0][place]!, paid0) * price0
      const value1 = within(paid1 - own * growth1 + debts[1][place]!, paid1) * price1
      weights.push({ account: holder.account, value: value0 + value1, inRange: (own / total) * liquidity })
    }
    return weights
  }
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
