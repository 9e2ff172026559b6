import type { Address } from '../domain/address'
import type { PoolDayPrice, PoolFacts } from '../domain/pool'
import type { Money } from '../domain/protocol'

/** A pool with its prices, in the order of days. */
export interface PricedPool {
  facts: Pick<PoolFacts, 'address' | 'tokens'>
  prices: readonly PoolDayPrice[]
}

/**
 * What a smallest unit of one token costs, times 2¹²⁸, and by which pools that is known; or why it is not known: no chain of pools leads there,
 * or one of them has no price that day.
 */
export type RoutePrice =
  | { status: 'ok'; price: bigint; path: readonly Address[] }
  | { status: 'unpriced'; reason: 'noRoute'; path: readonly [] }
  | { status: 'unpriced'; reason: 'noPrice'; path: readonly Address[]; pool: Address }

/** A token, or a dollar in units of 10⁻¹⁸. */
export type PriceTarget = Address | 'dollar'

export interface PriceRoutes {
  money: Money
  /** The pools by which a token's price is told, none where both are the same; null where no chain of pools leads there. */
  find(token: Address, target: PriceTarget): readonly Address[] | null
  /** By the mean price of that day in each pool of the path */
  price(token: Address, target: PriceTarget, day: string): RoutePrice
}

const one = 1n << 128n

/** One pool of a path: which of its tokens is paid for the other. */
interface Step {
  pool: PricedPool
  means: ReadonlyMap<string, bigint>
  from: 0 | 1
}

/**
 * What tokens cost on a day, told by the pools themselves: by the shortest chain of pools from one token to the other, of several equally short
 * ones by that whose pools stand first. A token of `money.dollars` is a dollar, all of them are the same, and dollars go on to ether by the dollar
 * pool. Means of a chain's pools are multiplied as fractions (against its direction, the reciprocal of the mean) and rounded down once.
 *
 * @param pools those that are followed, in the order in which they are to be preferred
 * @param dollarPool where wrapped ether is traded for a dollar; it is preferred to all others
 * @example toPriceRoutes({ pools: [tokenEther], dollarPool: etherDollar, money }).price(token, 'dollar', '2026-04-01')
 * // { status: 'ok', price: …, path: [tokenEther, etherDollar] }
 */
export function toPriceRoutes({ pools, dollarPool, money }: { pools: readonly PricedPool[]; dollarPool: PricedPool | null; money: Money }): PriceRoutes {
  const dollars = new Set(money.dollars)
  const toNode = (token: PriceTarget): PriceTarget => (token !== 'dollar' && dollars.has(token) ? 'dollar' : token)
  const known = [...(dollarPool ? [dollarPool] : []), ...pools.filter(({ facts }) => facts.address !== dollarPool?.facts.address)].map((pool) => ({
    pool,
    means: new Map(pool.prices.map(({ day, mean }) => [day, mean])),
  }))
  const decimals = new Map(known.flatMap(({ pool }) => pool.facts.tokens.map((token) => [token.address, token.decimals] as const)))
  const paths = new Map<string, readonly Step[] | null>()

  /** Breadth first, pools in their order: the first path that arrives is the shortest, and of those the first. */
  const search = (start: PriceTarget, goal: PriceTarget): readonly Step[] | null => {
    const found = new Map<PriceTarget, readonly Step[]>([[start, []]])
    for (const [node, path] of found) {
      if (node === goal) return path
      for (const { pool, means } of known)
        for (const from of [0, 1] as const) {
          const there = toNode(pool.facts.tokens[1 - from]!.address)
          if (toNode(pool.facts.tokens[from].address) === node && !found.has(there)) found.set(there, [...path, { pool, means, from }])
        }
    }
    return null
  }
  const toSteps = (token: Address, target: PriceTarget) => {
    const key = `${token}>${target}`
    let steps = paths.get(key)
    if (steps === undefined) paths.set(key, (steps = search(toNode(token), toNode(target))))
    return steps
  }
  /** Units of 10⁻¹⁸ dollars for a smallest unit, where all dollars are one; null where no pool tells a dollar's decimals. */
  const toScale = (token: PriceTarget): readonly [bigint, bigint] | null => {
    if (token === 'dollar' || toNode(token) !== 'dollar') return [1n, 1n]
    const digits = decimals.get(token)
    return digits === undefined ? null : [10n ** BigInt(Math.max(0, 18 - digits)), 10n ** BigInt(Math.max(0, digits - 18))]
  }

  return {
    money,
    find: (token, target) => toSteps(token, target)?.map(({ pool }) => pool.facts.address) ?? null,
    price: (token, target, day) => {
      if (token === target) return { status: 'ok', price: one, path: [] }
      const steps = toSteps(token, target)
      const [begin, end] = [toScale(token), toScale(target)]
      if (!steps || !begin || !end) return { status: 'unpriced', reason: 'noRoute', path: [] }
      const path = steps.map(({ pool }) => pool.facts.address)
      let [numerator, denominator] = [begin[0] * end[1], begin[1] * end[0]]
      for (const { pool, means, from } of steps) {
        const mean = means.get(day)
        if (!mean) return { status: 'unpriced', reason: 'noPrice', path, pool: pool.facts.address }
        // A path may come in by one dollar and go on by another: between steps all of them are counted in 10⁻¹⁸.
        const [paid, got] = [toScale(pool.facts.tokens[from].address)!, toScale(pool.facts.tokens[1 - from]!.address)!]
        numerator *= (from === 0 ? mean : one) * paid[1] * got[0]
        denominator *= (from === 0 ? one : mean) * paid[0] * got[1]
      }
      return { status: 'ok', price: (numerator << 128n) / denominator, path }
    },
  }
}
