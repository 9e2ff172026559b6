import type { Address } from '../domain/address'
import type { ProviderBook } from './providerBook'
import { isInRange } from './providerPosition'

/**
 * What everybody's liquidity is worth, and how much of it is in use: in doubles, for a pool's concentration on each of thousands of days.
 *
 * @param quote the token that values are told in, in smallest units
 * @example providerWeights(book, 1)[0] // { account: '0xaa…', value: 19.5, inRange: 10 }
 */
export function providerWeights(book: ProviderBook, quote: 0 | 1): { account: Address; value: number; inRange: number }[] {
  const { sqrtPrice, tick } = book.core
  if (sqrtPrice === null) return []
  const root = Number(sqrtPrice) / 2 ** 96
  const price = root * root
  const weights = new Map<Address, { account: Address; value: number; inRange: number }>()
  for (const position of book.positions.values()) {
    if (position.liquidity === 0n || book.isLocked(position)) continue
    const { owner, roots } = position
    const liquidity = Number(position.liquidity)
    const [lower, upper] = roots
    const at = Math.min(Math.max(root, lower), upper)
    // token1 below the price, token0 above it
    const inToken1 = liquidity * (at - lower + (1 / at - 1 / upper) * price)
    const weight = weights.get(owner) ?? { account: owner, value: 0, inRange: 0 }
    weight.value += quote === 1 ? inToken1 : inToken1 / price
    if (isInRange(position, tick)) weight.inRange += liquidity
    weights.set(owner, weight)
  }
  return [...weights.values()]
}
