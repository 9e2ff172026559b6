import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { currencies, type PoolDayPrice, type PoolFacts, type TokenPair } from '@/lib/domain/pool'
import type { ProviderFlow, ProviderHolding, RewardPayment } from '@/lib/domain/provider'
import { toPoolValuer } from './poolValuer'
import { positionAmounts } from './positionAmounts'
import { toPriceRoutes } from './priceRoutes'
import { toProviderResults, type GasPayment } from './providerResults'
import { sqrtPriceAtTick } from './sqrtPriceAtTick'

const name = (letter: string) => `0x${letter.repeat(40)}` as Address
const [token, ether, usdc, ann, ben] = [name('1'), name('e'), name('c'), name('a'), name('b')]
const one = 2n ** 128n
const toFacts = (address: Address, tokens: [Address, Address]): PoolFacts => ({
  source: 'any', chainId: 1, address, name: address, firstBlock: 0, contracts: {}, feePpm: 3000, quote: 1,
  tokens: [{ address: tokens[0], symbol: '', decimals: 18 }, { address: tokens[1], symbol: '', decimals: 18 }],
})

/** Days of ten blocks: price of a token in ether by day, times 2¹²⁸; an ether is always two dollars. */
const toValuerAt = (prices: readonly bigint[], at: number, withDollars = true) => {
  const toPrices = (list: readonly bigint[]): PoolDayPrice[] =>
    list.map((mean, i) => ({ day: `2026-04-${String(i + 1).padStart(2, '0')}`, block: 10 * i + 9, mean, close: mean }))
  const pool = { facts: toFacts(name('f'), [token, ether]), prices: toPrices(prices) }
  const dollarPool = withDollars ? { facts: toFacts(name('d'), [ether, usdc]), prices: toPrices(prices.map(() => 2n * one)) } : null
  const routes = toPriceRoutes({ pools: [pool], dollarPool, money: { wrappedEther: ether, dollars: [usdc] } })
  return toPoolValuer({ ...pool, routes, at })
}

const toValuer = (means: readonly bigint[], at = 10 * means.length - 1, withDollars = true) => toValuerAt(means.map((mean) => mean * one), at, withDollars)

let logs = 0
const flow = (kind: ProviderFlow['kind'], blockNumber: number, amounts: TokenPair, basis: TokenPair = amounts, account = ann): ProviderFlow => ({
  account, blockNumber, logIndex: logs++, kind, amounts, basis: kind === 'fees' ? [0n, 0n] : basis,
})
const holding = (account: Address, values: Partial<ProviderHolding>): ProviderHolding => ({
  account, positions: 0, inRange: 0, liquidity: 0n, principal: [0n, 0n], owed: [0n, 0n], basis: [0n, 0n], lossVersusRebalancing: 0n, ...values,
})
const free = (account = ann): GasPayment => ({ account, blockNumber: 0, wei: 0n })

describe('toProviderResults', () => {
  it('a v2 position while the price goes from 1 to 4: 20 % less than held, 2√4/(1 + 4) − 1', () => {
    // 100 and 100 at 1; at 4, 50 and 200: 400 where holding gives 500. 6 of fees, 2 of gas, 5 of loss versus rebalancing.
    const [result] = toProviderResults({
      valuer: toValuer([1n, 4n]),
      flows: [flow('deposit', 3, [100n, 100n])],
      holdings: [holding(ann, { positions: 1, inRange: 1, liquidity: 100n, principal: [50n, 200n], owed: [1n, 2n], basis: [100n, 100n], lossVersusRebalancing: 5n })],
      // 3 were paid at 1, one more is owed and counts at the mark of 4.
      rewards: [{ contract: name('5'), account: ann, token, amount: 3n, blockNumber: 4, logIndex: 0 }],
      owed: [{ account: ann, token, amount: 1n }],
      gas: [{ account: ann, blockNumber: 3, wei: 2n }],
    })
    const money = { deposited: 200n, withdrawn: 0n, fees: 6n, rewards: 7n, gas: 2n, mark: 400n, net: 211n, versusHolding: -89n, impermanentLoss: -100n, versusRebalancing: 6n, size: 200n }
    expect(result).toMatchObject({ firstBlock: 3, lastBlock: null, gasWei: 2n, rewards: [{ token, amount: 3n, owed: 1n }], feesOwed: [1n, 2n], money: { quote: money, ether: money } })
    // An ether is two dollars: everything twice.
    expect(result?.money.dollar).toEqual(Object.fromEntries(Object.entries(money).map(([part, value]) => [part, 2n * value])))
    expect(Number(result!.money.quote!.impermanentLoss) / 500).toBeCloseTo((2 * Math.sqrt(4)) / (1 + 4) - 1, 15)
  })

  it('values what is taken out on the day it is, against its share of what was put in', () => {
    // In at 1: 100 and 100. Half out at 4: 25 and 100 are 200, its basis of 50 and 50 would be 250: −50. The rest at 9, on the last day:
    // 50/3 and 150 of 50 and 50: 16 · 9 + 150 = 294 against 500: −206. Fees of 7 and 1 on the second day: 29.
    const [result] = toProviderResults({
      valuer: toValuer([1n, 4n, 9n]),
      flows: [flow('deposit', 0, [100n, 100n]), flow('withdrawal', 10, [25n, 100n], [50n, 50n]), flow('fees', 10, [7n, 1n])],
      holdings: [holding(ann, { positions: 1, principal: [16n, 150n], basis: [50n, 50n] })],
      rewards: [],
      owed: [],
      gas: [free()],
    })
    expect(result?.money.quote).toEqual({
      deposited: 200n, withdrawn: 200n, fees: 29n, rewards: 0n, gas: 0n, mark: 294n, net: 323n, versusHolding: -227n, impermanentLoss: -256n, versusRebalancing: 29n, size: 200n,
    })
    // Holding alone: 50 and 50 sold at 4 are 250, 50 and 50 at 9 are 500, for 200: 550, and 323 − (−227) = 550.
  })

  it('size is what was in at once at cost: what ends takes its share of the cost with it', () => {
    // 100 in at 1 token = 1: cost 100. At 4, half of the basis out: cost 50. Then 60 tokens at 4: 240 more, 290 in at once. All out: nothing.
    const [result] = toProviderResults({
      valuer: toValuer([1n, 4n, 9n]),
      flows: [
        flow('deposit', 0, [0n, 100n]),
        flow('withdrawal', 11, [0n, 50n], [0n, 50n]),
        flow('deposit', 12, [60n, 0n]),
        flow('withdrawal', 20, [60n, 50n]),
        flow('deposit', 21, [20n, 20n]),
        flow('withdrawal', 22, [20n, 20n]),
      ],
      holdings: [],
      rewards: [],
      owed: [],
      gas: [free()],
    })
    // The last deposit is 200, at a cost of 0 before it.
    expect(result?.money.quote).toMatchObject({ size: 290n, deposited: 540n, withdrawn: 50n + 590n + 200n })
    expect(result).toMatchObject({ lastBlock: 22, positions: 0 })
  })

  it('a position that is handed on: its fees are the giver’s and count once', () => {
    // Ann puts 100 in and gives on a position of 90 with 15 of fees: 105 for 100. Ben has 105 in, of which he takes out the 90 and the 15.
    const [fees, given, received] = [flow('fees', 5, [0n, 15n]), flow('given', 5, [0n, 105n], [0n, 100n]), flow('received', 5, [0n, 105n], undefined, ben)]
    const log = logs++
    const handed = [fees, given, received].map((each) => ({ ...each, logIndex: log }))
    for (const order of [handed, [handed[2]!, handed[1]!, handed[0]!]]) {
      const results = toProviderResults({
        valuer: toValuer([1n]),
        flows: [flow('deposit', 1, [0n, 100n]), ...order, flow('withdrawal', 6, [0n, 105n], undefined, ben)],
        holdings: [],
        rewards: [],
      owed: [],
        gas: [free(ann), free(ben)],
      })
      expect(results.map(({ account, money: { quote } }) => [account, quote?.withdrawn, quote?.fees, quote?.net, quote?.versusHolding])).toEqual([
        [ben, 105n, 0n, 0n, 0n],
        [ann, 90n, 15n, 5n, 5n],
      ])
    }
    // Fees of a log of their own take nothing away.
    const apart = toProviderResults({ valuer: toValuer([1n]), flows: [fees, given], holdings: [], rewards: [], owed: [], gas: [free()] })
    expect(apart[0]?.money.quote).toMatchObject({ withdrawn: 105n, fees: 15n })
  })

  it('a currency is null for whoever touched something without a price in it; whose gas is not known has results before gas', () => {
    const reward: RewardPayment = { contract: name('5'), account: ben, token: name('7'), amount: 1n, blockNumber: 1, logIndex: 0 }
    const results = toProviderResults({
      valuer: toValuer([1n], 9, false),
      flows: [flow('deposit', 1, [1n, 1n]), flow('deposit', 1, [1n, 1n], undefined, ben), flow('deposit', 1, [9n, 9n], undefined, name('2')), flow('deposit', 1, [9n, 9n], undefined, name('3'))],
      holdings: [],
      rewards: [reward],
      owed: [],
      gas: [free(), free(ben), free(name('2')), { account: name('2'), blockNumber: 1, wei: null }, free(name('8'))],
    })
    // Ann: no dollars. Ben: a reward that nothing prices. 2: a receipt is missing; 3: nothing is told of its gas. 8 only paid gas and is nobody here.
    // Of sizes 9 + 9 at a price of 1 first, ties by address.
    expect(results.map(({ account, gasWei, money }) => [account, gasWei, ...currencies.map((currency) => money[currency] && [money[currency].gas, money[currency].net])])).toEqual([
      [name('2'), null, [null, -18n], [null, -18n], null],
      [name('3'), null, [null, -18n], [null, -18n], null],
      [ann, 0n, [0n, -2n], [0n, -2n], null],
      [ben, 0n, null, null, null],
    ])
    expect(toProviderResults({ valuer: toValuer([1n], 8), flows: [flow('deposit', 1, [1n, 1n])], holdings: [], rewards: [], owed: [], gas: [free()] })[0]?.money.quote).toBeNull()
  })
})

const amount = fc.bigInt(0n, 10n ** 24n)
const pair = fc.tuple(amount, amount)
const accounts = [ann, ben, name('2'), name('3')]
const story = fc.record({
  means: fc.array(fc.bigInt(1n, 10_000n), { minLength: 3, maxLength: 3 }),
  steps: fc.array(fc.record({ who: fc.nat(3), block: fc.nat(29), kind: fc.nat(2), amounts: pair, part: fc.bigInt(0n, 100n), wei: amount }), { maxLength: 40 }),
  left: fc.array(fc.record({ principal: pair, owed: pair }), { minLength: 4, maxLength: 4 }),
})

/** Flows whose basis adds up, as a book gives them. */
function toRecord({ means, steps, left }: typeof story extends fc.Arbitrary<infer Story> ? Story : never) {
  const basis = accounts.map((): TokenPair => [0n, 0n])
  const flows = [...steps].sort((a, b) => a.block - b.block).map(({ who, block, kind, amounts, part }) => {
    const before = basis[who]!
    const ended: TokenPair = [(before[0] * part) / 100n, (before[1] * part) / 100n]
    if (kind === 0) basis[who] = [before[0] + amounts[0], before[1] + amounts[1]]
    if (kind === 1) basis[who] = [before[0] - ended[0], before[1] - ended[1]]
    return flow((['deposit', 'withdrawal', 'fees'] as const)[kind]!, block, amounts, kind === 0 ? amounts : ended, accounts[who])
  })
  const holdings = accounts.map((account, i) => holding(account, { positions: 1, ...left[i]!, basis: basis[i]! }))
  const gas = [...accounts.map(free), ...steps.map(({ who, block, wei }) => ({ account: accounts[who]!, blockNumber: block, wei }))]
  const rewards = steps.map(({ who, block, wei }) => ({ contract: name('5'), account: accounts[who]!, token, amount: wei, blockNumber: block, logIndex: 0 }))
  const owed = steps.map(({ who, wei }) => ({ account: accounts[who]!, token, amount: 2n * wei }))
  return { valuer: toValuer(means), flows, holdings, gas, rewards, owed }
}

/** One v3 position, put in at one tick and held to another, each the only price of its day. */
const holdPosition = (range: { tickLower: number; tickUpper: number; liquidity: bigint }, ticks: readonly [number, number]) => {
  const at = (tick: number) => ({ sqrtPrice: sqrtPriceAtTick(tick), tick })
  const [paid, principal] = [positionAmounts(range, at(ticks[0]), 'up'), positionAmounts(range, at(ticks[1]))]
  const valuer = toValuerAt(ticks.map((tick) => sqrtPriceAtTick(tick) ** 2n >> 64n), 19)
  const [result] = toProviderResults({ valuer, flows: [flow('deposit', 0, paid)], holdings: [holding(ann, { positions: 1, principal, basis: paid })], rewards: [], owed: [], gas: [free()] })
  return { lost: result!.money.quote!.impermanentLoss, held: valuer.pair(paid, valuer.mark, 'quote')! }
}

describe('positions of Uniswap v3', () => {
  it('in a range from 1/r to r times the price lose 1/(1 − 1/√r) times what a v2 position loses', () => {
    // Put in at price 1 and held to k, a v2 position loses 2√k/(1 + k) − 1 of 1 + k, what was put in for each unit of liquidity. The range needs
    // (1 + k)/√r less of that, which lies beyond its ends and loses nothing: the same loss, of (1 + k)(1 − 1/√r). r = 1.0001^13863, k = 1.0001^6931.
    const range = { tickLower: -13863, tickUpper: 13863, liquidity: 10n ** 24n }
    const { lost, held } = holdPosition(range, [0, 6931])
    const [r, k] = [1.0001 ** 13863, 1.0001 ** 6931]
    expect(Number(lost) / Number(held)).toBeCloseTo(((2 * Math.sqrt(k)) / (1 + k) - 1) / (1 - 1 / Math.sqrt(r)), 9)
  })

  it('never gain against holding by what prices do, at the prices of the moment', () => {
    const tick = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(tick, fc.integer({ min: 1, max: 50_000 }), tick, tick, fc.bigInt(1n, 10n ** 30n), (tickLower, width, from, to, liquidity) => {
        // Amounts and values are each rounded once, and a price is rounded down.
        expect(holdPosition({ tickLower, tickUpper: tickLower + width, liquidity }, [from, to]).lost <= 1n).toBe(true)
      }),
    )
  })
})

describe('laws of results', () => {
  it('parts add up to the unit: net, versus holding, and what holding would have made', () => {
    fc.assert(
      fc.property(story, (told) => {
        const record = toRecord(told)
        for (const { account, money } of toProviderResults(record))
          for (const currency of currencies) {
            const { deposited, withdrawn, fees, rewards, gas, mark, net, versusHolding, impermanentLoss, versusRebalancing, size } = money[currency]!
            expect(net).toBe(withdrawn + fees + rewards + mark - deposited - gas!)
            expect(versusHolding).toBe(impermanentLoss + fees + rewards - gas!)
            expect(versusRebalancing).toBe(fees + rewards - gas!)
            expect(size <= deposited).toBe(true)
            // Prices are whole here, so nothing is rounded: holding is worth what the basis was when it ended, less what it cost.
            const { valuer, flows, holdings } = record
            const own = flows.filter((each) => each.account === account)
            const ended = own.filter(({ kind }) => kind === 'withdrawal').reduce((sum, each) => sum + valuer.pair(each.basis, valuer.dayOf(each.blockNumber), currency)!, 0n)
            const left = valuer.pair(holdings.find((each) => each.account === account)!.basis, valuer.mark, currency)!
            expect(net - versusHolding).toBe(ended + left - deposited)
          }
      }),
    )
  })

  it('over all providers: what each part is of one who did it all', () => {
    fc.assert(
      fc.property(story, (told) => {
        const record = toRecord(told)
        const sum = (list: readonly bigint[]) => list.reduce((a, b) => a + b, 0n)
        const addPairs = (list: readonly TokenPair[]): TokenPair => [sum(list.map(([a]) => a)), sum(list.map(([, b]) => b))]
        const { holdings } = record
        const together = {
          ...record,
          flows: record.flows.map((each) => ({ ...each, account: ann })),
          holdings: [holding(ann, { principal: addPairs(holdings.map((each) => each.principal)), owed: addPairs(holdings.map((each) => each.owed)), basis: addPairs(holdings.map((each) => each.basis)) })],
          gas: record.gas.map((each) => ({ ...each, account: ann })),
          rewards: record.rewards.map((each) => ({ ...each, account: ann })),
          owed: record.owed.map((each) => ({ ...each, account: ann })),
        }
        const [all] = toProviderResults(together)
        for (const part of ['deposited', 'withdrawn', 'fees', 'rewards', 'gas', 'mark', 'net', 'versusHolding', 'impermanentLoss', 'versusRebalancing'] as const)
          expect(sum(toProviderResults(record).map(({ money }) => money.dollar![part]!))).toBe(all!.money.dollar![part])
      }),
    )
  })
})
