import { zeroAddress, type Address } from '../domain/address'
import type { PoolState } from '../domain/pool'
import type { Pair } from './pairBook'
import { isIn, lookAt } from './pairReading'
import { openParcelTable } from './parcelTable'
import { emptyParcel } from './shareParcel'
import { growthOf, toPoolShares, type ShareUnit } from './shareUnit'

/** What a pair is asked for each day of history. */
export interface PairDays {
  /**
   * What it is. `amounts` is what all shares that somebody has would be paid, less the fees in it. Fees that nobody has are what is left of all: those of
   * shares that are locked or lie in the pair, what rounding leaves, and what is owed above what shares would be paid.
   */
  state(block: number): PoolState
  /** What everybody's shares weigh without their fees, in smallest units of the quote token, and their part of L; an account may stand there twice */
  weights(): { account: Address; value: number; inRange: number }[]
}

/** So much is a whole where parts of it are told in doubles. */
const fine = 1n << 100n

/**
 * Opens a pair for days: shares that have not moved since the last are not looked at again.
 *
 * @param quote the token in which values are told
 * @example openPairDays(pair, 1).state(7).fees // [3n, 0n]
 */
export function openPairDays(pair: Pair, quote: 0 | 1): PairDays {
  const { market, ledger } = pair
  const tables = new Map(ledger.units.map((unit) => [unit, openParcelTable()]))
  /** One token with its table, and how many of the pair's shares stand behind each. */
  const fill = (unit: ShareUnit) => {
    const table = tables.get(unit)!
    const holders = unit.inOrder
    for (let place = 0; place < holders.length; place++) table.set(place, isIn(holders[place]!) ? holders[place]!.parcel : emptyParcel)
    return { unit, table, holders, each: unit.wrapped ? Number(toPoolShares(unit, fine)) / 2 ** 100 : 1 }
  }
  /** Shares that nobody has: locked, lying in the pair, and kept for nobody. */
  const isNobodys = ({ wrapped }: ShareUnit) => wrapped?.supply === 0n
  const unowned = () =>
    ledger.units.reduce((sum, unit) => (isNobodys(unit) ? sum + toPoolShares(unit.wrapped!.asset, unit.wrapped!.behind.parcel.shares) : sum), ledger.sharesOf(pair.address) + ledger.sharesOf(zeroAddress))

  return {
    state: (block) => {
      const { growth, protocolFees, reserves, supply, all, liquidity } = lookAt(pair)
      const filled = ledger.units.map(fill)
      const owedOf = (token: 0 | 1) =>
        filled.reduce((sum, { unit, table, each }) => {
          const behind = unit.wrapped ? { toShares: (amount: bigint) => toPoolShares(unit, amount), each } : undefined
          return sum + table.owed(token, growthOf(unit, growth)[token], { reserve: reserves[token], all, behind })
        }, 0n)
      const [owed0, owed1] = [owedOf(0), owedOf(1)]
      const owned = supply - unowned()
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
      const look = lookAt(pair)
      const { reserves, all } = look
      const [reserve0, reserve1, total] = [Number(reserves[0]), Number(reserves[1]), Number(all)]
      const [price0, price1] = quote === 1 ? [reserve1 / reserve0, 1] : [1, reserve0 / reserve1]
      const liquidity = Math.sqrt(reserve0) * Math.sqrt(reserve1)
      const weights: { account: Address; value: number; inRange: number }[] = []
      for (const { unit, table, holders, each } of ledger.units.map(fill)) {
        const growth = growthOf(unit, look.growth)
        const [growth0, growth1] = [Number(growth[0]) / 2 ** 128, Number(growth[1]) / 2 ** 128]
        const { shares, debts } = table
        for (let place = 0; place < holders.length; place++) {
          const own = shares[place]!
          if (own === 0) continue
          const part = (own * each) / total
          const value0 = within(part * reserve0 - own * growth0 + debts[0][place]!, part * reserve0) * price0
          const value1 = within(part * reserve1 - own * growth1 + debts[1][place]!, part * reserve1) * price1
          weights.push({ account: holders[place]!.account, value: value0 + value1, inRange: part * liquidity })
        }
      }
      return weights
    },
  }
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, value))
