import type { Address } from '../domain/address'
import type { Currency } from '../domain/pool'
import type { ProviderResult } from '../domain/provider'
import { toSizeDeciles, type OfProviders } from './sizeDeciles'

/** The largest tenth of the providers, the four tenths below it, the smaller half, and those whose size is not known in the currency. */
export const sizeClasses = ['largestTenth', 'upperMiddle', 'smallerHalf', 'unknown'] as const
export type SizeClass = (typeof sizeClasses)[number]

/**
 * In which class of size an account is; who is in no result is `unknown`.
 *
 * @returns undefined with fewer than 30 providers, as tenths are
 * @example const classes = toSizeClasses(results, 'quote'); if (classes.status === 'ok') classes.value(account) // 'smallerHalf'
 */
export function toSizeClasses(results: readonly ProviderResult[], currency: Currency): OfProviders<(account: Address) => SizeClass> {
  const deciles = toSizeDeciles(results, currency)
  if (deciles.status === 'undefined') return deciles
  const known = new Map<Address, SizeClass>()
  for (const [decile, group] of deciles.value.entries())
    for (const { result } of group) known.set(result.account, decile === 9 ? 'largestTenth' : decile >= 5 ? 'upperMiddle' : 'smallerHalf')
  return { status: 'ok', value: (account) => known.get(account) ?? 'unknown' }
}
