import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { currencies } from '@/lib/domain/pool'
import type { ProviderResult } from '@/lib/domain/provider'
import { conserves } from './conservation'
import { minus, none, plus, type Pair } from './happenings'
import { loadReckoned, openStory, pools, readIndependently, type Story } from './openStory'
import { reckon, toDayValues } from './reckoning'

let story: Story
beforeAll(async () => {
  story = await openStory()
}, 600_000)
afterAll(() => story?.close())

const distance = (one: Pair, other: Pair) => one.map((amount, token) => Number(amount > other[token]! ? amount - other[token]! : other[token]! - amount))

it('every pool was read', () => {
  expect(story.failures).toEqual([])
})

describe.each(pools)('%s, %s: each provider', (slug, source) => {
  let said: Awaited<ReturnType<typeof loadReckoned>>
  let told: Awaited<ReturnType<typeof readIndependently>>
  /** Whoever had a part in handing an NFT on: what it had earned by then no receipt tells */
  let handed: Set<Address>
  beforeAll(async () => {
    said = await loadReckoned(story.database, slug, source)
    told = await readIndependently(story, story.protocols.find((protocol) => protocol.slug === slug)!, source)
    handed = new Set(told.handOvers.flatMap(({ giver, heir }) => [giver, heir]))
  })
  const sumOf = (account: Address, ...kinds: readonly string[]) =>
    told.providers.get(account)!.deeds.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amounts }) => plus(sum, amounts), none)

  it('is known', () => {
    const did = [...told.providers].filter(([, { deeds, rewards }]) => deeds.length + rewards.length > 0).map(([account]) => account)
    expect(said.results.map(({ account }) => account).sort()).toEqual(did.sort())
    expect(did.length).toBeGreaterThan(20)
    expect(said.reading!.gaps).toEqual([])
  })

  it('put in and took out what its transactions moved, to the wei', () => {
    for (const { account, deposited, withdrawn, feesPaid, given, received } of said.results) {
      expect([account, deposited]).toEqual([account, sumOf(account, 'deposit')])
      if (handed.has(account)) continue
      expect([account, plus(withdrawn, feesPaid)]).toEqual([account, sumOf(account, 'withdrawal', 'fees')])
      expect([account, given, received]).toEqual([account, sumOf(account, 'given'), sumOf(account, 'received')])
    }
  })

  it('earned what was left after what it had taken out, or its part of every swap', () => {
    for (const { account, withdrawn, feesPaid } of said.results) {
      if (handed.has(account)) continue
      // A part of a swap is rounded down when it is paid: once for each payment.
      const payments = source === 'uniswapV2Pair' ? told.providers.get(account)!.deeds.length : 0
      for (const off of [...distance(feesPaid, sumOf(account, 'fees')), ...distance(withdrawn, sumOf(account, 'withdrawal'))]) expect([account, off <= payments ? "right" : off]).toEqual([account, "right"])
    }
  })

  it('gets what it is said to have when it takes everything out, to the wei', () => {
    let some = 0
    for (const { account, principal, feesOwed } of said.results) {
      const held = told.held.get(account)!
      if (source === 'uniswapV2Pair') expect([account, plus(principal, feesOwed)]).toEqual([account, plus(held.principal, held.owed)])
      else {
        expect([account, principal]).toEqual([account, held.principal])
        if (!handed.has(account)) expect([account, feesOwed]).toEqual([account, held.owed])
      }
      if (held.principal[0] > 0n) some += 1
    }
    expect(some).toBeGreaterThan(15)
  })

  it('handed an NFT on for what it was worth, fees of its time included', () => {
    for (const { giver, heir } of told.handOvers) {
      const [from, to] = [giver, heir].map((account) => said.results.find((one) => one.account === account)!) as [ProviderResult, ProviderResult]
      // What it had earned by then counts as the giver's fees, though nothing was paid; the heir, who gets it, has it among what it takes out.
      const counted = minus(from.feesPaid, sumOf(giver, 'fees'))
      expect(counted.every((amount) => amount > 0n)).toBe(true)
      expect(minus(to.withdrawn, sumOf(heir, 'withdrawal'))).toEqual(counted)
      expect(to.received).toEqual(from.given)
      expect(from.given.every((amount, token) => amount > counted[token]!)).toBe(true)
      // All that the pool paid and would pay both of them, less what their liquidity was paid for, is fees of the one or the other.
      const both = [from, to].reduce((sum, { feesPaid, feesOwed }) => plus(sum, plus(feesPaid, feesOwed)), none)
      const heldOwed = [giver, heir].reduce((sum, account) => plus(sum, told.held.get(account)!.owed), none)
      expect(both).toEqual(plus(plus(sumOf(giver, 'fees'), sumOf(heir, 'fees')), heldOwed))
    }
    expect(told.handOvers).toHaveLength(source === 'uniswapV3Pool' ? 1 : 0)
  })

  it('lost to one who rebalances what every swap comes to', () => {
    for (const { account, lossVersusRebalancing } of said.results) {
      const { loss } = told.providers.get(account)!
      expect([account, Math.abs(Number(lossVersusRebalancing) / loss - 1) < 1e-9 ? 'right' : [lossVersusRebalancing, loss]]).toEqual([account, 'right'])
    }
  })

  it('paid the gas of its transactions, got the rewards that moved and is owed what the contract says', () => {
    const token = story.protocols.find((protocol) => protocol.slug === slug)!.token.address
    let some = 0
    for (const { account, gasWei, rewards } of said.results) {
      const provider = told.providers.get(account)!
      const fetched = provider.rewards.reduce((sum, { amount }) => sum + amount, 0n)
      expect([account, gasWei]).toEqual([account, provider.gas.reduce((sum, { wei }) => sum + wei, 0n)])
      const owed = told.held.get(account)!.reward
      if (owed > 0n) some += 1
      expect([account, rewards]).toEqual([account, fetched + owed > 0n ? [{ token, amount: fetched, owed }] : []])
    }
    expect(some > 0).toBe(source === 'uniswapV2Pair')
  })

  it.each(currencies)('made of it what plain reckoning comes to, to a billionth, in %s', (currency) => {
    const { days, dollarsOn } = story
    const { means, wethIsToken0 } = told
    const onDay = (day: number) => toDayValues(currency, { mean: means.get(day)!, dollars: dollarsOn(day), wethIsToken0 })
    for (const { account, money, feesOwed, principal } of said.results) {
      if (handed.has(account)) continue
      const own = money[currency]!
      const held = told.held.get(account)!
      // How a pair's amounts are split into fees and the rest was looked at above.
      const parts = source === 'uniswapV2Pair' ? { principal, owed: feesOwed, reward: held.reward } : held
      const { gross, ...expected } = reckon(told.providers.get(account)!, parts, { values: (block) => onDay(days.dayOf(block)), mark: onDay(days.mark) })
      for (const [part, value] of Object.entries(expected)) {
        const off = Math.abs(Number(own[part as keyof typeof own]) - value)
        expect([account, part, off <= 1e-9 * gross + 10 ? 'right' : { said: Number(own[part as keyof typeof own]), value, gross }]).toEqual([account, part, 'right'])
      }
    }
  })

  conserves(slug, source, () => ({ story, said, told }))
})
