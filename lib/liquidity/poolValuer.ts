import { zeroAddress, type Address } from '../domain/address'
import { currencies, type Currency, type PoolDayPrice, type PoolFacts, type TokenPair } from '../domain/pool'
import type { PriceRoutes, PriceTarget, RoutePrice } from './priceRoutes'

/** Something that has no price in a currency on a day, and why. */
export interface PriceGap {
  /** The zero address where ether itself has none, because no wrapped ether is named */
  token: Address
  currency: Currency
  day: string
  price: Extract<RoutePrice, { status: 'unpriced' }>
}

/**
 * What amounts are worth on a day. Amount · price, rounded down once for each amount or pair of amounts that is valued; null where a price that
 * it needs is missing. Nothing is worth nothing, priced or not.
 */
export interface PoolValuer {
  facts: PoolFacts
  /** The block that it was made for: no later price is used */
  at: number
  /** The newest day that ended by then: what is held is valued at its mean. null before the end of the pool's first day */
  mark: string | null
  /** The day whose mean holds for a block: its own, or the mark while its own is not over; null where no day has ended */
  dayOf(blockNumber: number): string | null
  /** The pool's two tokens, by the pool's own price */
  pair(amounts: TokenPair, day: string | null, currency: Currency): bigint | null
  /** Any token: those of the pool by its own price, others by the routes */
  token(token: Address, amount: bigint, day: string | null, currency: Currency): bigint | null
  /** wei, as gas is paid in */
  ether(wei: bigint, day: string | null, currency: Currency): bigint | null
  /** By which pools the pool's quote token is told in a currency; null where it cannot be */
  path(currency: Currency): readonly Address[] | null
  /** What was asked for and could not be priced, each once */
  gaps(): readonly PriceGap[]
}

const one = 1n << 128n

/**
 * Values in a pool's quote token (smallest units), in ether (wei) and in dollars (10⁻¹⁸): the other token goes to the quote token by the pool's
 * own mean, and on to ether and dollars by the routes. The reciprocal of a mean is not the mean of reciprocals: it is used where the quote is token0.
 *
 * @param prices of the pool, in the order of days
 * @param at days that end later are not used
 * @example toPoolValuer({ facts, prices, routes, at: 21_500_000 }).pair([10n ** 18n, 0n], '2026-04-01', 'ether') // 25n * 10n ** 16n
 */
export function toPoolValuer({ facts, prices, routes, at }: { facts: PoolFacts; prices: readonly PoolDayPrice[]; routes: PriceRoutes; at: number }): PoolValuer {
  const days = prices.filter(({ block }) => block <= at)
  const means = new Map(days.map(({ day, mean }) => [day, mean]))
  const mark = days.at(-1)?.day ?? null
  const quote = facts.tokens[facts.quote].address
  const other = facts.tokens[1 - facts.quote]!.address
  const { wrappedEther } = routes.money
  const toTarget = (currency: Currency): PriceTarget | undefined =>
    currency === 'quote' ? quote : currency === 'ether' ? wrappedEther : 'dollar'

  const read = (token: Address, currency: Currency, day: string): RoutePrice => {
    const target = toTarget(currency)
    if (!target) return { status: 'unpriced', reason: 'noRoute', path: [] }
    if (token !== other) return routes.price(token, target, day)
    const mean = means.get(day)
    if (!mean) return { status: 'unpriced', reason: 'noPrice', path: [facts.address], pool: facts.address }
    const onward = routes.price(quote, target, day)
    const path = [facts.address, ...onward.path]
    if (onward.status === 'unpriced') return onward.reason === 'noRoute' ? onward : { ...onward, path }
    return { status: 'ok', path, price: ((facts.quote === 1 ? mean : (one << 128n) / mean) * onward.price) >> 128n }
  }

  const known = new Map<string, bigint | null>()
  const gaps: PriceGap[] = []
  const toPrice = (token: Address, currency: Currency, day: string): bigint | null => {
    const key = `${day}${currency}${token}`
    let found = known.get(key)
    if (found === undefined) {
      const price = read(token, currency, day)
      found = price.status === 'ok' ? price.price : null
      if (price.status === 'unpriced') gaps.push({ token, currency, day, price })
      known.set(key, found)
    }
    return found
  }
  /** A quarter of a million flows ask for the same few thousand days: both tokens of a day at one look. */
  const pairs = new Map<string, Record<Currency, readonly [bigint | null, bigint | null]>>()
  const toPairPrices = (day: string) => {
    let found = pairs.get(day)
    if (!found) {
      const toBoth = (currency: Currency) => [toPrice(facts.tokens[0].address, currency, day), toPrice(facts.tokens[1].address, currency, day)] as const
      found = Object.fromEntries(currencies.map((currency) => [currency, toBoth(currency)])) as Record<Currency, readonly [bigint | null, bigint | null]>
      pairs.set(day, found)
    }
    return found
  }
  const value = (token: Address, amount: bigint, day: string | null, currency: Currency) => {
    if (amount === 0n) return 0n
    const price = day === null ? null : toPrice(token, currency, day)
    return price === null ? null : (amount * price) >> 128n
  }

  return {
    facts,
    at,
    mark,
    dayOf: (blockNumber) => days[firstFrom(days, blockNumber)]?.day ?? (blockNumber <= at ? mark : null),
    pair: (amounts, day, currency) => {
      if (amounts[0] === 0n && amounts[1] === 0n) return 0n
      if (day === null) return null
      const [price0, price1] = toPairPrices(day)[currency]
      return price0 === null || price1 === null ? null : (amounts[0] * price0 + amounts[1] * price1) >> 128n
    },
    token: value,
    ether: (wei, day, currency) => (currency === 'ether' ? wei : value(wrappedEther ?? zeroAddress, wei, day, currency)),
    path: (currency) => {
      const target = toTarget(currency)
      return target ? routes.find(quote, target) : null
    },
    gaps: () => gaps,
  }
}

/** The place of the first day that ends at a block or later. */
function firstFrom(days: readonly PoolDayPrice[], blockNumber: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]!.block < blockNumber) low = middle + 1
    else high = middle
  }
  return low
}
