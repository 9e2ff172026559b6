import { describe, expect, it } from 'vitest'
import type { PoolFacts } from '@/lib/domain/pool'
import type { PoolDay, PoolReading } from '@/lib/domain/poolReading'
import { findBreakEvenSize } from '@/lib/liquidity/breakEvenSize'
import { toProfitShares } from '@/lib/liquidity/profitShares'
import { measureNetResults } from '@/lib/metrics/netResults'
import { toMetric } from '@/lib/metrics/registry'
import { toProvider } from '@/tests/publishedMarkets'
import { breakEvenSentence, breakEvenSize } from './breakEvenSize'
import { toReasonSentence } from './decileWords'
import { gainsLorenz } from './gainsLorenz'
import { liquidityOverTime } from './liquidityOverTime'
import { toMarketNotes, toPoolName } from './marketBasis'
import { formatMoney, toMoneyCell, toMoneyUnit } from './money'
import { poolFacts, poolFactsSentence, toPoolFacts } from './poolFacts'
import { poolOverTime, toValuedDays } from './poolOverTime'
import { profitResults, profitResultsNotes, profitResultsSentence, toRankedResults } from './profitResults'
import { profitsByDecile, profitsHeadline, profitsSentence } from './profitsByDecile'
import { profitShareTable } from './profitShareTable'
import { returnsByDecile } from './returnsByDecile'

const accountAt = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as const
const facts: PoolFacts = {
  source: 'uniswapV3Pool', chainId: 1, address: accountAt(0xd4), name: 'Pool', firstBlock: 1, contracts: {}, feePpm: 3000, quote: 1,
  tokens: [{ address: accountAt(0xa1), symbol: 'WETH', decimals: 18 }, { address: accountAt(0xc3), symbol: 'USDC', decimals: 6 }],
}
const dollars = toMoneyUnit(facts, 'dollar')
const quote = toMoneyUnit(facts, 'quote')
const one = 1n << 128n
const state = { block: 100, price: 2n * one, amounts: [10_000_000n, 5_000_000n], liquidity: 1n, volume: [0n, 0n], fees: [1_000_000n, 0n], protocolFees: [0n, 0n], unownedFees: [0n, 0n], justInTimeFees: [250_000n, 0n] } as const
const ok = (value: number) => ({ status: 'ok', value }) as const
const reading: PoolReading = {
  block: { number: 21_500_000, hash: `0x${'1'.repeat(64)}`, timestamp: 1_775_044_800 }, markDay: '2026-03-31', state, gaps: [{ subject: 'ether', reason: 'no followed pool' }],
  marks: { quote: { values: [2n * one, one], path: [facts.address] }, ether: null, dollar: { values: [2n * one, one], path: [facts.address, accountAt(0xe5)] } },
  concentration: { providers: 12, inRangeProviders: 7, byValue: { hhi: ok(0.5) }, byInRange: { hhi: ok(0.7) } },
}
const seen = { facts, reading, currency: 'dollar', displayAddress: (address: string) => address } as const
/** (n + 1)² · 100 units each, 5 % fees, gas 2, every third loses a tenth by prices, the others gain 2 %. */
const thirty = Array.from({ length: 30 }, (_, place) => toProvider(place, accountAt(place + 1)))
const resultWords = { unit: quote, nameOf: (account: string) => (account === accountAt(30) ? 'Whale' : null), display: (account: string) => account }

describe('money', () => {
  it('is told in the way of its language', () => {
    expect([formatMoney(-1_234_500_000_000_000_000_000n, dollars, 'en'), formatMoney(-1_234_500_000_000_000_000_000n, dollars, 'de')]).toEqual(['-$1,235', '-1.235\u00a0$'])
    expect([formatMoney(1_500_000n, quote, 'de'), formatMoney(10n ** 17n, toMoneyUnit(facts, 'ether'), 'en')]).toEqual(['1,5\u00a0USDC', '0.1\u00a0ETH'])
    // Less than a cent, and less than nothing by as little.
    expect([formatMoney(10n ** 9n, dollars, 'en'), toMoneyCell(-1n, dollars, 'de').text, toMoneyCell(0n, dollars, 'en').text]).toEqual(['<$0.01', '>-0,01', '0'])
    expect([toMoneyCell(null, dollars, 'de').text, toMoneyCell(1_500_000n, quote, 'en')]).toEqual(['ohne Preis', { value: '1.5', text: '1.5' }])
  })
  it('says what it rests on', () => {
    expect([toPoolName(facts, 'de'), toPoolName({ ...facts, source: 'other' }, 'en')]).toEqual(['WETH/USDC 0,3\u00a0% v3', 'WETH/USDC 0.3%'])
    expect(toMarketNotes(seen, 'en')).toEqual([
      'Block 21,500,000, 1 Apr 2026, 12:00 UTC.',
      'Money is told in dollars. What went in or out is valued at the mean price of its day, what is still in at that of 31 Mar 2026. Prices: this pool’s own (WETH/USDC 0.3% v3), then pool 0x0000…00e5.',
      'Approvals and failed transactions are not in it: no log tells of them.',
      'Missing: ether: no followed pool',
    ])
    expect(toMarketNotes({ ...seen, currency: 'ether' }, 'de')[1]).toBe('Von diesem Pool führt kein Weg von Preisen zu Ether.')
  })
})

describe('tenths', () => {
  const shares = toProfitShares(thirty, 'quote')
  const told = shares.status === 'ok' ? shares.value : []
  // Sizes are 100 · n² for n of 1 to 30: together 100 · 9,455. Fees are 5 % of each. The largest three: 784 + 841 + 900 = 2,525 of 9,455, 26.7 %;
  // the smaller fifteen: 1,240 of 9,455, 13.1 %.
  it('of each hundred', () => {
    const [largest, ...others] = profitsByDecile(told, 'WETH/USDC', [], 'en').series[0]!.points
    expect(largest).toEqual({ x: 0, y: 2525 / 9455 })
    expect(others).toHaveLength(9)
    expect(profitsSentence(told, 'en')).toMatch(/^Of every 100 paid in fees and rewards the largest tenth of providers earned 26\.7, the smaller half together 13\.1\./)
    expect(profitsHeadline(told, 1 / 3, 'en')).toBe('The largest tenth of providers earned 26.7 of every 100 paid in fees and rewards; 33.3% of all have less than by holding what they put in.')
    expect(profitsSentence(told, 'de')).toMatch(/^Von je 100 an Gebühren und Belohnungen verdiente das größte Zehntel der Anbieter 26,7, die kleinere Hälfte zusammen 13,1\./)
  })
  // By place 0 to 29 those at 0, 3, 6, … lose 10 % − 5 % and their gas, 10 of 30. The others make 7 % less gas of 2: place 1 has 400, 28 − 2.
  it('who lost, and what was usual', () => {
    const chart = returnsByDecile(told, 'WETH/USDC', [], 'en')
    // Places 27, 28, 29: −5 % and twice 7 %, less 2 of 84,100 and of 90,000; the one in the middle is that of 84,100.
    expect(chart.series[0]!.points[0]!.y).toBeCloseTo(0.07 - 2 / 84_100, 12)
    expect(chart.series[1]!.points.map(({ y }) => y)).toEqual(Array.from({ length: 10 }, () => 1 / 3))
    expect(chart.sentence).toMatch(/^33\.3% of providers \(10 of 30\) have a loss at entry prices\./)
    // Nobody was rewarded: there is no column of it.
    const table = profitShareTable(told, quote, 'de')
    expect(table.columns.map(({ id }) => id)).not.toContain('rewards')
    expect(table.rows[0]!.slice(0, 3).map(({ text }) => text)).toEqual(['Größtes Zehntel', '3', '78.400\u00a0USDC–90.000\u00a0USDC'])
  })
  it('are not told of fewer than thirty', () => {
    const few = toProfitShares(thirty.slice(1), 'quote')
    expect(few.status === 'undefined' && toReasonSentence(few.reason, 'de')).toBe('Das lässt sich nicht sagen: es gibt weniger als 30 Anbieter, deren Ergebnis bekannt ist.')
  })
})

it('gains and losses have curves of their own', () => {
  const results = measureNetResults([6n, 2n, 0n, -1n, -1n].map((amount, place) => ({ account: accountAt(place), amount })))
  const chart = gainsLorenz(results, { gains: 'gains_quote', losses: 'losses_quote' }, 'WETH/USDC', [], 'en')
  expect(chart.series.slice(1).map(({ id, points }) => [id, points])).toEqual([
    ['gains_quote', [{ x: 0, y: 0 }, { x: 0.5, y: 0.25 }, { x: 1, y: 1 }]],
    ['losses_quote', [{ x: 0, y: 0 }, { x: 0.5, y: 0.5 }, { x: 1, y: 1 }]],
  ])
  // Pairs differ by 34 in all: 68 / (2 · 4 · 10).
  expect(chart.sentence).toBe('2 accounts gained at entry prices; the one who gained most has 75.0% of all gains. 2 lost; the one who lost most bore 50.0% of all losses. The Gini coefficient of all results, losses counted, is 0.850.')
  expect(gainsLorenz(measureNetResults([{ account: accountAt(1), amount: 5n }]), { gains: 'g', losses: 'l' }, 'X', [], 'de').sentence).toBe('Zu Einstiegspreisen hat ein Konto gewonnen; das mit dem höchsten Gewinn hat 100,0\u00a0% aller Gewinne. Niemand hat verloren.')
})

describe('results of everybody', () => {
  const rows = toRankedResults([...thirty].reverse(), 'quote')
  it('stand by size', () => {
    expect(rows.map(({ rank, account }) => [rank, account]).slice(0, 2)).toEqual([[1, accountAt(30)], [2, accountAt(29)]])
    // 90,000 in and, as every sixth, all of it out again with 2 % more; 4,500 in fees, 2 for gas: 6,298, 7.0 % of it.
    expect(profitResults(rows, resultWords, 'en').rows[0]!.map(({ text }) => text)).toEqual(['Whale', '1', '90,000', '90,000', '91,800', '4,500', '0', '2', '0', '6,298', '3,598', '-900', '2,248', '7.0%'])
  })
  // Against holding: 5 % in fees less 5 % or 1 % and 2 for gas: below nothing for the ten who lose 5 %, and for place 1 (4 % of 400 is 16: not below).
  it('are told in a sentence', () => {
    expect(profitResultsSentence(rows, resultWords, 'USDC', 'en')).toMatch(/^Of 30 providers 10 \(33\.3%\) have less than had they held what they put in\. The best result, 6,298\u00a0USDC, is that of Whale; the worst, -/)
    expect(profitResultsSentence([], resultWords, 'USDC', 'de')).toBe('Noch hat niemand diesen Pool bereitgestellt.')
  })
  it('before gas say so', () => {
    const [first] = thirty
    const told = toRankedResults([{ ...first!, money: { ...first!.money, quote: { ...first!.money.quote!, gas: null } } }], 'quote')
    expect(profitResults(told, resultWords, 'de').rows[0]![7]).toEqual({ value: null, text: 'unbekannt' })
    expect(profitResultsNotes(told, 'quote', 'en')[1]).toBe('Before gas, since it could not be read or has no price: results of 1.')
  })
  it('without a price are counted apart', () => {
    const unpriced = thirty.map((result) => ({ ...result, money: { ...result.money, dollar: null } }))
    expect(profitResultsSentence(toRankedResults(unpriced, 'dollar'), { ...resultWords, unit: dollars }, 'dollars', 'en')).toBe('No result can be told in dollars.')
    expect(profitResultsNotes(toRankedResults([{ ...thirty[0]!, money: { quote: null, ether: null, dollar: null } }], 'dollar'), 'dollar', 'en')[1]).toMatch(/^One account that did something without a price/)
  })
})

it('the size from which gas pays', () => {
  // Fees are 5 of the smallest (100 in), gas 2 for all: even that one earns it. With gas of 50 those of up to 900 (45) do not, 1,600 (80) does: 3 smaller, 27 not.
  const dear = thirty.map((result) => ({ ...result, money: { ...result.money, quote: { ...result.money.quote!, gas: 50_000_000n } } }))
  const row = (results: typeof thirty) => ({ unit: quote, name: 'USDC', found: findBreakEvenSize(results, 'quote') })
  expect(breakEvenSentence(row(dear), 'en')).toBe('Below 1,600\u00a0USDC gas eats the fees: of 3 providers that small 3 did not earn their gas back; of 27 that large or larger 27 did.')
  expect(breakEvenSize([row(thirty), row(dear)], 'de').rows.map(([, size]) => size!.text)).toEqual(['keine Größe trennt sie: Auch von den kleinsten haben die meisten ihr Gas wieder eingenommen', '1.600\u00a0USDC'])
})

describe('a pool', () => {
  const day = (name: string, fees: bigint, hhi: number): PoolDay => ({ day: name, state: { ...state, fees: [fees, 0n] }, concentration: { ...reading.concentration, byValue: { hhi: ok(hhi) }, byInRange: { hhi: { status: 'undefined', reason: 'noHolders' } } } })
  const days = [day('2026-01-01', 1_000_000n, 0.2), day('2026-01-02', 4_000_000n, 0.3), day('2026-01-04', 5_000_000n, 0.4)]
  it('in words', () => {
    // A quarter of what providers got in fees; 10 at 2 and 5.
    expect(poolFactsSentence({ ...seen, results: [] }, 'en')).toBe('12 accounts provide this pool now, 7 of them in range at its price; a swap pays 0.3%. Liquidity that came and went within one block earned 25.0% of what providers got in fees so far.')
    const table = poolFacts(toPoolFacts({ ...seen, results: [] }), seen, 'de')
    expect(table.rows.map(([name, value]) => `${name!.text}: ${value!.text}`)).toEqual(expect.arrayContaining(['Gebühr eines Swaps: 0,3\u00a0%', 'Preise in Ether über: kein Weg von Preisen', 'Es fehlt: ether: no followed pool']))
  })
  it('day by day: worth 25 at a price of 2; fees of a day are what came since the day before, and a missing day leaves them open', () => {
    expect(toValuedDays(days, facts)).toEqual([
      { day: '2026-01-01', value: 25_000_000n, fees: 2_000_000n }, { day: '2026-01-02', value: 25_000_000n, fees: 6_000_000n }, { day: '2026-01-04', value: 25_000_000n, fees: null },
    ])
    expect(toValuedDays(days, { quote: 0 })[0]).toEqual({ day: '2026-01-01', value: 12_500_000n, fees: 1_000_000n })
    expect(poolOverTime(toValuedDays(days, facts), 'fees', facts, 'WETH/USDC', [], 'en').sentence).toBe('Swaps paid 6\u00a0USDC in fees on 2 Jan 2026; most, 6\u00a0USDC, on 2 Jan 2026.')
  })
  it('how concentrated it was', () => {
    const chart = liquidityOverTime(days, toMetric('hhi'), 'WETH/USDC', [], 'en')
    expect(chart.series[0]!.points.map(({ y }) => y)).toEqual([0.2, 0.3, null, 0.4])
    expect(chart.series[1]!.points.every(({ y }) => y === null)).toBe(true)
    const always = liquidityOverTime(days.map((each) => ({ ...each, concentration: { ...each.concentration, byInRange: each.concentration.byValue } })), toMetric('hhi'), 'WETH/USDC', [], 'de')
    expect([always.series.length, always.notes]).toEqual([1, ['Alle Liquidität dieses Pools war immer im Preisbereich: Beides ist dasselbe.']])
    expect(chart.sentence).toMatch(/on 4 Jan 2026: 0\.400 by value\. On 1 Jan 2026 it was 0\.200 by value\.$/)
  })
})
