import type { Address } from '../domain/address'
import type { PoolDayPrice, PoolToken } from '../domain/pool'
import type { PoolMark } from '../domain/poolReading'
import type { Money } from '../domain/protocol'
import type { PricedPool } from './priceRoutes'

/** A price of ether in dollars that is known: what a pool's tokens are worth in both on one day. */
export interface KnownDollars {
  day: string
  ether: Pick<PoolMark, 'values'>
  dollar: Pick<PoolMark, 'values'>
}

/** A logarithm that is so near to a whole number is one. */
const near = 1e-6
const etherDecimals = 18

/**
 * The pool that tells ether in dollars, from its prices alone: which of its tokens is ether, and how many decimals its dollar has, follows from one day on
 * which both are known. It is followed for its prices, and nothing else is kept of it.
 *
 * @returns null where that day has no price in it, or both of its tokens could be ether
 * @example toDollarPool(address, prices, { day: '2026-04-01', ether, dollar }, money)?.facts.tokens[1].decimals // 6
 */
export function toDollarPool(address: Address, prices: readonly PoolDayPrice[], known: KnownDollars, { wrappedEther, dollars }: Money): PricedPool | null {
  const mean = prices.find(({ day }) => day === known.day)?.mean
  const [dollar] = dollars
  const place = known.ether.values[0] > known.ether.values[1] ? 0 : 1
  if (!mean || !wrappedEther || !dollar || known.ether.values[place] === 0n) return null
  // Units of 10⁻¹⁸ dollars for one wei.
  const worth = Number(known.dollar.values[place]) / Number(known.ether.values[place])
  const price = Number(mean) / 2 ** 128
  const found = [price, 1 / price].flatMap((unitsOfDollar, nth) => {
    const digits = Math.log10(worth / unitsOfDollar)
    const whole = Math.round(digits)
    return Math.abs(digits - whole) < near && whole >= 0 && whole <= etherDecimals ? [{ nth, decimals: etherDecimals - whole }] : []
  })
  const [one] = found
  if (!one || found.length > 1) return null
  const ether: PoolToken = { address: wrappedEther, symbol: 'WETH', decimals: etherDecimals }
  const other: PoolToken = { address: dollar, symbol: 'USD', decimals: one.decimals }
  return { facts: { address, tokens: one.nth === 0 ? [ether, other] : [other, ether] }, prices }
}
