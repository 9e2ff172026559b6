import { zeroAddress, type Address } from '../domain/address'
import type { PoolState } from '../domain/pool'
import type { Pair } from './pairBook'
import { isIn, lookAt } from './pairReading'
import { openParcelTable } from './parcelTable'
import { emptyParcel } from './shareParcel'

/** What a pair is asked for each day of history. */
export interface PairDays {
  /**
   * What it is. `amounts` is what all shares that somebody has would be paid, less the fees in it. Fees that nobody has are what is left of all: those of
   * shares that are locked or lie in the pair, what rounding leaves, and what is owed above what shares would be paid.
   */
  state(block: number): PoolState
  /** What everybody's shares weigh without their fees, in smallest units of the quote token, and their part of L */
  weights(): { account: Address; value: number; inRange: number }[]
}

/**
 * Opens a pair for days: shares that have not moved since the last are not looked at again.
 *
 * @param quote the token in which values are told
 * @example openPairDays(pair, 1).state(7).fees // [3n, 0n]
 */
export function openPairDays(pair: Pair, quote: 0 | 1): PairDays {
  const { market, ledger } = pair
  const table = openParcelTable()
  const fill = () => {
    const holders = ledger.holders()
    for (let place = 0; place < holders.length; place++) table.set(place, isIn(holders[place]!) ? holders[place]!.parcel : emptyParcel)
    return holders
  }

  return {
    state: (block) => {
      fill()
      const { growth, protocolFees, reserves, supply, all, liquidity } = lookAt(pair)
      const [owed0, owed1] = [table.owed(0, growth[0], { reserve: reserves[0], all }), table.owed(1, growth[1], { reserve: reserves[1], all })]
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
    },
    weights: () => {
      const holders = fill()
      const { growth, reserves, all } = lookAt(pair)
      const [reserve0, reserve1, total] = [Number(reserves[0]), Number(reserves[1]), Number(all)]
      const [growth0, growth1] = [Number(growth[0]) / 2 ** 128, Number(growth[1]) / 2 ** 128]
      const [price0, price1] = quote === 1 ? [reserve1 / reserve0, 1] : [1, reserve0 / reserve1]
      const liquidity = Math.sqrt(reserve0) * Math.sqrt(reserve1)
      const { shares, debts } = table
      const weights: { account: Address; value: number; inRange: number }[] = []
      for (let place = 0; place < holders.length; place++) {
        const own = shares[place]!
        if (own === 0) continue
        const part = own / total
        const value0 = within(part * reserve0 - own * growth0 + debts[0][place]!, part * reserve0) * price0
        const value1 = within(part * reserve1 - own * growth1 + debts[1][place]!, part * reserve1) * price1
        weights.push({ account: holders[place]!.account, value: value0 + value1, inRange: part * liquidity })
      }
      return weights
    },
  }
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
