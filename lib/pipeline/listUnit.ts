import type { Token } from '../domain/protocol'
import type { HolderList } from '../lists/holderList'

/** What an amount of a list counts: whole tokens with decimals, or the smallest unit (wei). */
export type ListUnit = 'token' | 'smallest'

/**
 * How a list's amounts become smallest units of a token. Whole tokens or smallest units: a list with decimal places counts tokens. Integers count the
 * smallest unit where, read as whole tokens, they would come to more than the token's known supply, and tokens where, read as smallest units, they
 * would be next to nothing of it.
 *
 * @param unit as somebody said; worked out where null
 * @param supply of the token, in smallest units; null where unknown
 * @throws Error where the unit cannot be told; the result throws one for an amount that is finer than the token's decimals
 * @example toSmallestUnits(list, uni, { unit: null, supply })(15n) // 1_500_000_000_000_000_000n, where the list has one decimal place
 */
export function toSmallestUnits(list: HolderList, { decimals, symbol }: Pick<Token, 'decimals' | 'symbol'>, known: { unit: ListUnit | null; supply: bigint | null }): (amount: bigint) => bigint {
  const unit = known.unit ?? toUnit(list, decimals, known.supply)
  return (amount) => scale(amount, unit === 'smallest' ? 0 : decimals, list.decimals, symbol)
}

function toUnit(list: HolderList, decimals: number, supply: bigint | null): ListUnit {
  if (list.decimals > 0 || decimals === 0) return 'token'
  const sum = list.claims.reduce((total, { amount }) => total + amount, 0n)
  if (supply !== null && sum * 10n ** BigInt(decimals) > supply * 2n) return 'smallest'
  if (supply !== null && sum * 1_000_000n < supply) return 'token'
  throw new Error('All amounts are integers: whole tokens, or the smallest unit (wei)? Say which with --unit token or --unit smallest.')
}

function scale(amount: bigint, decimals: number, places: number, symbol: string): bigint {
  if (places <= decimals) return amount * 10n ** BigInt(decimals - places)
  const divisor = 10n ** BigInt(places - decimals)
  if (amount % divisor !== 0n) throw new Error(`An amount has ${places} decimal places, ${symbol} has ${decimals}: this is no list of ${symbol}.`)
  return amount / divisor
}
