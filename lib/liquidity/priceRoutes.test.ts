import { describe, expect, it } from 'vitest'
import { zeroAddress, type Address } from '@/lib/domain/address'
import type { PoolFacts } from '@/lib/domain/pool'
import { toPoolValuer } from './poolValuer'
import { toPriceRoutes, type PricedPool } from './priceRoutes'

const name = (letter: string) => `0x${letter.repeat(40)}` as Address
const [token, ether, usdc, dai, lost] = [name('1'), name('e'), name('c'), name('d'), name('9')]
const one = 2n ** 128n
const decimals: Record<Address, number> = { [usdc]: 6 }
const day = '2026-04-01'

/** A pool of two tokens on one day, in smallest units of token1 for one of token0, as a fraction. */
const pool = (address: Address, tokens: [Address, Address], [numerator, denominator]: [bigint, bigint], quote: 0 | 1 = 1): PricedPool & { facts: PoolFacts } => ({
  facts: {
    source: 'any', chainId: 1, address, name: address, firstBlock: 0, contracts: {}, feePpm: 3000, quote,
    tokens: [{ address: tokens[0], symbol: '', decimals: decimals[tokens[0]] ?? 18 }, { address: tokens[1], symbol: '', decimals: decimals[tokens[1]] ?? 18 }],
  },
  prices: [{ day, block: 100, mean: (one * numerator) / denominator, close: one }],
})

// One ether is 2048 dollars: 2048 · 10⁶ units of USDC for 10¹⁸ wei. One token is a quarter of an ether.
const dollarPool = pool(name('a'), [usdc, ether], [10n ** 18n, 2048n * 10n ** 6n])
const tokenEther = pool(name('b'), [token, ether], [1n, 4n])
const money = { wrappedEther: ether, dollars: [usdc, dai] }
const routes = toPriceRoutes({ pools: [tokenEther], dollarPool, money })

/** What so many smallest units are worth. */
const worth = (amount: bigint, from: Address, to: Address | 'dollar', at = routes) => {
  const found = at.price(from, to, day)
  return found.status === 'ok' ? { value: (amount * found.price) >> 128n, path: found.path } : found
}

describe('toPriceRoutes', () => {
  it('tells a token in ether by its pool, and in dollars through the dollar pool', () => {
    expect(worth(8n * 10n ** 18n, token, ether)).toEqual({ value: 2n * 10n ** 18n, path: [name('b')] })
    // 8 tokens are 2 ether are 4096 dollars. The pool's price is 10¹⁸/2048000000 · 2¹²⁸, rounded down by less than 2⁻¹²⁸: against its direction the
    // value is too high by less than one part in 10³⁰, which does not show in 22 digits.
    expect(worth(8n * 10n ** 18n, token, 'dollar')).toEqual({ value: 4096n * 10n ** 18n, path: [name('b'), name('a')] })
    expect(worth(2048n * 10n ** 6n, usdc, ether)).toEqual({ value: 10n ** 18n, path: [name('a')] })
  })

  it('takes each of the dollars for a dollar, counted in its own decimals', () => {
    expect(worth(3n * 10n ** 6n, usdc, 'dollar')).toEqual({ value: 3n * 10n ** 18n, path: [] })
    // No pool tells how many decimals DAI has; with one it goes on through the dollar pool as USDC does: 4096 DAI are 2 ether.
    expect(worth(1n, dai, 'dollar')).toEqual({ status: 'unpriced', reason: 'noRoute', path: [] })
    const withDai = toPriceRoutes({ pools: [pool(name('f'), [token, dai], [512n, 1n])], dollarPool, money })
    expect(worth(4096n * 10n ** 18n, dai, ether, withDai)).toEqual({ value: 2n * 10n ** 18n, path: [name('a')] })
    expect(worth(8n * 10n ** 18n, token, ether, withDai)).toEqual({ value: 2n * 10n ** 18n, path: [name('f'), name('a')] })
    expect(worth(5n * 10n ** 6n, usdc, dai, withDai)).toEqual({ value: 5n * 10n ** 18n, path: [] })
  })

  it('takes the shortest way, of equally short ones that of the pool that stands first', () => {
    const second = pool(name('7'), [token, ether], [1n, 2n])
    const direct = pool(name('8'), [token, usdc], [10n ** 6n, 10n ** 18n])
    expect(toPriceRoutes({ pools: [second, tokenEther], dollarPool, money }).find(token, ether)).toEqual([name('7')])
    expect(toPriceRoutes({ pools: [tokenEther, second], dollarPool, money }).find(token, ether)).toEqual([name('b')])
    expect(toPriceRoutes({ pools: [tokenEther, direct], dollarPool, money }).find(token, 'dollar')).toEqual([name('8')])
  })

  it('says what is missing: a way, or a price on it', () => {
    expect(routes.price(lost, ether, day)).toEqual({ status: 'unpriced', reason: 'noRoute', path: [] })
    expect(toPriceRoutes({ pools: [tokenEther], dollarPool: null, money }).find(token, 'dollar')).toBeNull()
    const late = { ...dollarPool, prices: [] }
    expect(toPriceRoutes({ pools: [tokenEther], dollarPool: late, money }).price(token, 'dollar', day)).toEqual({
      status: 'unpriced', reason: 'noPrice', path: [name('b'), name('a')], pool: name('a'),
    })
  })
})

describe('toPoolValuer', () => {
  const prices = [
    { day: '2026-03-31', block: 50, mean: one / 2n, close: one },
    { day, block: 100, mean: one / 4n, close: one },
    { day: '2026-04-02', block: 150, mean: one, close: one },
  ]
  const valuer = toPoolValuer({ facts: tokenEther.facts, prices, routes, at: 149 })

  it('values both tokens in the quote token, in ether and in dollars, rounding once', () => {
    // 5 tokens at 1/4 and 1 ether: 2.25 ether, 4608 dollars. 3 units at 1/4 are 0, with 1 unit of the quote 1.75: 1.
    const amounts = [5n * 10n ** 18n, 10n ** 18n] as const
    expect([valuer.pair(amounts, day, 'quote'), valuer.pair(amounts, day, 'ether')]).toEqual([225n * 10n ** 16n, 225n * 10n ** 16n])
    expect(valuer.pair(amounts, day, 'dollar')).toBe(4608n * 10n ** 18n)
    expect([valuer.pair([3n, 0n], day, 'quote'), valuer.pair([3n, 1n], day, 'quote'), valuer.pair([0n, 0n], null, 'quote')]).toEqual([0n, 1n, 0n])
    expect(valuer.path('dollar')).toEqual([name('a')])
  })

  it('uses no price of a day that ended later, and the newest for a day that is not over', () => {
    expect(valuer.mark).toBe(day)
    expect([0, 50, 51, 100, 101, 149, 150].map(valuer.dayOf)).toEqual(['2026-03-31', '2026-03-31', day, day, day, day, null])
    expect(toPoolValuer({ facts: tokenEther.facts, prices, routes, at: 49 }).dayOf(49)).toBeNull()
  })

  it('tells gas in a quote token that is a dollar, and rewards by the routes', () => {
    const inDollars = pool(name('f'), [usdc, token], [10n ** 18n, 512n * 10n ** 6n], 0)
    const other = toPoolValuer({ facts: inDollars.facts, prices: inDollars.prices, routes, at: 100 })
    // One token is 512 USDC, the quote being token0; an ether of gas is 2048 USDC. Both prices are reciprocals of 10¹²/512 and 10¹²/2048, which no
    // power of two is a multiple of: rounded down, and so is what they are multiplied with, by one unit.
    expect(other.pair([10n ** 6n, 10n ** 18n], day, 'quote')).toBe(513n * 10n ** 6n - 1n)
    expect(other.ether(10n ** 18n, day, 'quote')).toBe(2048n * 10n ** 6n - 1n)
    expect(other.ether(7n, null, 'ether')).toBe(7n)
    expect(valuer.token(usdc, 2048n * 10n ** 6n, day, 'ether')).toBe(10n ** 18n)
  })

  it('has no price for ether where no wrapped ether is named, but in ether itself', () => {
    const bare = toPoolValuer({ facts: tokenEther.facts, prices, routes: toPriceRoutes({ pools: [tokenEther], dollarPool: null, money: { dollars: [] } }), at: 149 })
    expect([bare.ether(7n, day, 'ether'), bare.ether(7n, day, 'quote'), bare.ether(0n, day, 'quote'), bare.pair([1n, 0n], day, 'ether')]).toEqual([7n, null, 0n, null])
    expect(bare.gaps().map(({ token, currency }) => [token, currency])).toEqual([[zeroAddress, 'quote'], ...(['ether', 'dollar'] as const).flatMap((currency) => [[token, currency], [ether, currency]])])
  })

  it('gives null for what has no price, and says each gap once', () => {
    const dry = toPoolValuer({ facts: tokenEther.facts, prices, routes: toPriceRoutes({ pools: [tokenEther], dollarPool: null, money }), at: 149 })
    expect([dry.pair([1n, 1n], day, 'dollar'), dry.pair([1n, 0n], day, 'dollar'), dry.token(lost, 1n, day, 'quote')]).toEqual([null, null, null])
    expect(dry.gaps().map(({ token, currency, price }) => [token, currency, price.reason])).toEqual([
      [token, 'dollar', 'noRoute'], [ether, 'dollar', 'noRoute'], [lost, 'quote', 'noRoute'],
    ])
  })
})
