import type { Address } from '../domain/address'
import type { PoolState, TokenPair } from '../domain/pool'
import type { ProviderHolding, ProviderRange } from '../domain/provider'
import { joinHoldings } from './managedReading'
import { positionAmounts } from './positionAmounts'
import type { ProviderBook } from './providerBook'
import { isInRange, type ProviderPosition } from './providerPosition'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'
import { addPair, isNothing, noTokens, subtractPair } from './tokenPair'

/**
 * What everybody has in a Uniswap v3 pool: `principal` is what `burn` would pay for all liquidity, `owed` the fees that `collect` would pay with it,
 * each NFT alone. Who has left stands here too where it bore a loss versus rebalancing, with nothing else.
 *
 * @example providerHoldings(book)[0] // { account: '0xaa…', positions: 1, inRange: 1, liquidity: 10n, principal: [9n, 9n], owed: [1n, 0n], … }
 */
export function providerHoldings(book: ProviderBook): ProviderHolding[] {
  const { sqrtPrice, tick } = book.core
  if (sqrtPrice === null) return []
  const holdings: ProviderHolding[] = []
  for (const position of ownedPositions(book)) {
    const { owner, liquidity, basis } = position
    const owed = book.feesOwedTo(position)
    if (liquidity === 0n && isNothing(owed)) continue
    const isUsed = liquidity > 0n && isInRange(position, tick)
    const counted = { positions: liquidity > 0n ? 1 : 0, inRange: isUsed ? 1 : 0, liquidity: isUsed ? liquidity : 0n }
    holdings.push({ account: owner, ...counted, principal: positionAmounts(position, { sqrtPrice, tick }), owed, basis, lossVersusRebalancing: book.lossOf(position) })
  }
  for (const [account, lossVersusRebalancing] of book.losses)
    holdings.push({ account, positions: 0, inRange: 0, liquidity: 0n, principal: noTokens, owed: noTokens, basis: noTokens, lossVersusRebalancing })
  return joinHoldings(holdings)
}

/**
 * Between which prices everybody's liquidity lies. What stands under the manager's own name without an NFT is there too: it is traded against,
 * though nobody can take it out.
 *
 * @example providerRanges(book)[0] // { account: '0xaa…', lower: 79228162514264337593543950336n, upper: …, liquidity: 10n }
 */
export function providerRanges(book: ProviderBook): ProviderRange[] {
  return [...book.positions.values()]
    .filter(({ liquidity }) => liquidity > 0n)
    .map(({ owner, tickLower, tickUpper, liquidity }) => ({ account: owner, lower: sqrtPriceAtTick(tickLower), upper: sqrtPriceAtTick(tickUpper), liquidity }))
}

/**
 * What everybody's liquidity is worth in the quote token's smallest units, and how much of it is in use: in doubles, for concentration day by day.
 *
 * @example providerWeights(book)[0] // { account: '0xaa…', value: 19.5, inRange: 10 }
 */
export function providerWeights({ core, weights }: ProviderBook): { account: Address; value: number; inRange: number }[] {
  return core.sqrtPrice === null ? [] : weights.weigh({ root: Number(core.sqrtPrice) / 2 ** 96, tick: core.tick }, core.terms.quote)
}

/** Up to so many positions each one's fees are reckoned whenever a state is asked. Of more, that would take longer than a day's swaps. */
const fewPositions = 256

/**
 * What a Uniswap v3 pool is. `unownedFees` is what is left when the protocol's and all providers' fees are taken from all: fees of liquidity under the
 * manager's own name, and what the contracts round off. Of more than 256 positions, what they round off for each that is open (less than one unit) is
 * not in it: fees that were not reckoned yet are then rounded down once for all of them. `amounts` is what came in as liquidity and by swaps, less what
 * went out: what positions are worth, and what the pool rounded in its favour: some units for
 * each step of a swap, and at extreme prices what one unit of the √price is worth.
 *
 * @param block what it is called
 * @example poolState(book, 7).liquidity // 10n
 */
export function poolState(book: ProviderBook, block: number): PoolState {
  const { sqrtPrice, liquidity, volume, fees, protocolEarned, amounts } = book.core
  return {
    block,
    price: sqrtPrice === null ? null : toPrice(sqrtPrice),
    amounts: [...amounts],
    liquidity,
    volume: [...volume],
    fees: [...fees],
    protocolFees: [...protocolEarned],
    unownedFees: subtractPair(subtractPair(fees, protocolEarned), book.positions.size > fewPositions ? sharedFees(book) : singleFees(book)),
    justInTimeFees: book.justInTimeFees,
  }
}

/** Fees of all providers, paid out and owed, one by one. */
function singleFees(book: ProviderBook): TokenPair {
  return [...ownedPositions(book)].reduce((sum: TokenPair, position) => addPair(sum, book.feesOwedTo(position)), book.feesPaid)
}

/**
 * The same in one: what was reckoned, and of all that went to liquidity in use what was not reckoned yet.
 *
 * @example sharedFees(book) // [7n, 0n], at most one unit for each open position more than singleFees
 */
export function sharedFees(book: ProviderBook): TokenPair {
  const { core, reckonedGrowth, reckonedFees } = book
  const open = subtractPair(core.distributed, reckonedGrowth)
  const toShared = (token: 0 | 1) => {
    const nobodys = book.locked.map((position) => BigInt.asUintN(256, core.inside(position)[token] - position.last[token]) * position.liquidity)
    return reckonedFees[token] + ((open[token] - nobodys.reduce((sum, each) => sum + each, 0n)) >> 128n)
  }
  return [toShared(0), toShared(1)]
}

/**
 * Token1 for token0 in smallest units, times 2¹²⁸.
 *
 * @param sqrtPrice in Q64.96
 * @example toPrice(2n ** 96n) // 2n ** 128n
 */
export const toPrice = (sqrtPrice: bigint): bigint => (sqrtPrice * sqrtPrice) >> 64n

function* ownedPositions(book: ProviderBook): Generator<ProviderPosition> {
  for (const position of book.positions.values()) if (!book.isLocked(position)) yield position
}
