import type { UndefinedReason } from '../domain/metric'
import type { Currency } from '../domain/pool'
import type { ProviderMoney, ProviderResult } from '../domain/provider'

/** A provider whose result is known in the currency that is asked about. */
export interface PricedProvider {
  result: ProviderResult
  money: ProviderMoney
}

/** Something that needs enough providers, or why there is none. */
export type OfProviders<Value> = { status: 'ok'; value: Value } | { status: 'undefined'; reason: UndefinedReason }

/** Fewer would leave a tenth of them with less than three. */
export const fewestProviders = 30

/**
 * Providers whose result is known in a currency, smallest size first, ties by address: the order of everything that is told by size.
 *
 * @example toPriced(results, 'quote').length // at most results.length
 */
export function toPriced(results: readonly ProviderResult[], currency: Currency): PricedProvider[] {
  const priced = results.flatMap((result) => {
    const money = result.money[currency]
    return money ? [{ result, money }] : []
  })
  return priced.sort(bySize)
}

function bySize(one: PricedProvider, other: PricedProvider): number {
  const [size, otherSize] = [one.money.size, other.money.size]
  return size < otherSize ? -1 : size > otherSize ? 1 : one.result.account < other.result.account ? -1 : 1
}

/**
 * Providers in ten groups by size (the most that each had in at once, at cost), the smallest tenth first. Of n providers the group g of 0 to 9 has
 * those at the places from ⌊g·n/10⌋ up to and without ⌊(g + 1)·n/10⌋: counts differ by one at most.
 *
 * @returns undefined with fewer than 30 whose result is known in that currency
 * @example toSizeDeciles(results, 'quote') // { status: 'ok', value: [[…], …] }, ten groups
 */
export function toSizeDeciles(results: readonly ProviderResult[], currency: Currency): OfProviders<readonly (readonly PricedProvider[])[]> {
  const priced = toPriced(results, currency)
  if (priced.length < fewestProviders) return { status: 'undefined', reason: 'fewProviders' }
  const start = (group: number) => Math.floor((group * priced.length) / 10)
  return { status: 'ok', value: Array.from({ length: 10 }, (_, group) => priced.slice(start(group), start(group + 1))) }
}
