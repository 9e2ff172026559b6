import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { FarmingDecile } from '@/lib/liquidity/farming'
import { farmingSentence, farmingTable, type FarmingRow } from './farmingTable'
import { liquidationsSentence, liquidationsTable, lossesSentence, lossesTable } from './liquidationTables'
import { rewardsByStake } from './rewardsByStake'
import { rewardsOverTime } from './rewardsOverTime'
import { rewardUse } from './rewardUse'

const token = { symbol: 'DSWP', decimals: 2 }
/** The tenth with number n has n stakers' rewards of n DSWP together; 1 + … + 10 = 55. */
const deciles = Array.from({ length: 10 }, (_, place): FarmingDecile => ({
  decile: place + 1, stakers: 3, peak: 100n, stakeSeconds: 1n, rewards: BigInt(place + 1) * 100n, gasWei: 10n ** 15n, gasInRewards: 10n, beforeGas: 0.1 * (place + 1), afterGas: 0.1 * (place + 1) - 0.15,
}))
const display = (address: Address) => address
const account = (nth: number) => `0x${String(nth).padStart(40, '0')}` as Address

describe('rewards by size of stake', () => {
  it('stand with the largest tenth on top, beside its share of the stakers', () => {
    const chart = rewardsByStake({ name: 'Pool rewards', deciles }, token, ['note'], 'en')!
    // 10 of 55 are 18.2 %, 1 + 2 + 3 + 4 + 5 = 15 of 55 are 27.3 %.
    expect(chart.sentence).toBe('Of 55 DSWP that Pool rewards paid to 30 stakers, 18.2% went to the largest tenth of them and 27.3% to the smaller half.')
    expect(chart.x.categories?.slice(0, 2)).toEqual(['Largest tenth', '9th'])
    expect(chart.series.map(({ points }) => points[0]!.y)).toEqual([10 / 55, 0.1])
    expect(rewardsByStake({ name: 'x', deciles: deciles.map((decile) => ({ ...decile, rewards: 0n })) }, token, [], 'de')).toBeNull()
  })

  it('say a return as a share where a stake’s worth is known, and as tokens for one where it is not', () => {
    const rows = deciles.map((decile): FarmingRow => ({ name: 'Pool rewards', decile, paid: 5_500n, stake: { symbol: 'LP', decimals: 4 }, owed: decile.decile === 1 ? 250n : null, isShare: true }))
    const table = farmingTable(rows, token, 'en')
    // 0.1 − 0.15 of the smallest: it lost.
    expect(table.rows[0]!.map(({ text }) => text)).toEqual(['Pool rewards', 'Smallest tenth', '3', '0.01', '1', '1.8%', '2.5', '0.001', '10.0%', '-5.0%'])
    expect(table.rows[1]![6]).toEqual({ value: null, text: 'not known' })
    expect(farmingSentence(rows, [], token, 'de')).toBe('Bei Pool rewards verdiente das größte Zehntel der Einleger nach Gas 85,0\u00a0% im Jahr, das kleinste -5,0\u00a0%.')
    const unpriced = rows.map((row) => ({ ...row, isShare: false, decile: { ...row.decile, gasWei: null, gasInRewards: null, afterGas: null } }))
    // 0.1 smallest units for a smallest unit: with 4 decimals staked and 2 paid, one LP has 100 times as many units as one DSWP: 10.
    expect(farmingTable(unpriced, token, 'en').rows[0]!.slice(7).map(({ text }) => text)).toEqual(['not known', '10 DSWP for one LP', 'not known'])
    expect(farmingSentence(unpriced, [{ name: 'Gauge', stakers: 12 }], token, 'en')).toBe(
      'At Pool rewards the largest tenth of stakers earned 100 DSWP for one LP a year, the smallest 10 DSWP for one LP, before gas, which is not known. Gauge: 12 stakers, fewer than the 30 that tenths take.',
    )
  })
})

describe('what became of rewards', () => {
  const used = { sold: 500n, worked: 300n, given: 100n, kept: 100n }
  const largest = { sold: 0n, worked: 300n, given: 0n, kept: 100n }
  const usedByDecile = [...Array.from({ length: 9 }, () => ({ sold: 0n, worked: 0n, given: 0n, kept: 0n })), largest]

  it('is compared between the largest tenth and all others', () => {
    const chart = rewardUse({ used, usedByDecile, tooSoon: 250n, compounding: { fromRewards: 1n, held: 4n } }, token, [], 'en')!
    // 300 of the largest tenth's 400; of the others' 600 nothing.
    expect(chart.sentence).toBe('Of 10 DSWP, 50.0% were sold within 30 days, 30.0% put to work again, 10.0% given on and 10.0% kept. The largest tenth of stakers put 75.0% of theirs to work again, all others 0.0%.')
    expect(chart.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([['largest', [0, 0.75, 0, 0.25]], ['others', [500 / 600, 0, 100 / 600, 0]]])
    expect(chart.notes.join(' ')).toContain('Payments of the last 30 days, 2.5 DSWP, are left out')
    expect(chart.notes.join(' ')).toContain('At most 25.0% of what accounts')
  })

  it('is told of all where there are no tenths, and of nobody while it is too soon', () => {
    const facts = { used, usedByDecile: [], tooSoon: 0n, compounding: null }
    expect(rewardUse(facts, token, [], 'de')!.sentence).toBe('Von 10 DSWP wurden binnen 30 Tagen 50,0\u00a0% verkauft, 30,0\u00a0% wieder angelegt, 10,0\u00a0% weitergegeben und 10,0\u00a0% behalten.')
    expect(rewardUse({ ...facts, used: { sold: 0n, worked: 0n, given: 0n, kept: 0n } }, token, [], 'de')).toBeNull()
  })
})

describe('rewards by month', () => {
  const month = (name: string, facts: object) => ({ month: name, timestamp: Date.parse(`${name}-01T00:00:00Z`) / 1000, rewards: 100n, ranked: 100n, toLargest: 80n, byStake: 70n, ...facts })

  it('leave a gap where too few staked', () => {
    const chart = rewardsOverTime([month('2026-03', { ranked: 0n, toLargest: 0n, byStake: 0n }), month('2026-04', {}), month('2026-05', { toLargest: 60n, byStake: 55n })], 'DSWP', [], 'en')!
    expect(chart.series[0]!.points.map(({ y }) => y)).toEqual([null, 0.8, 0.6])
    // 80 + 60 of 200, and 70 + 55 of them by stake
    expect(chart.sentence).toBe('From April 2026 to May 2026, 70.0% of the rewards were fetched by accounts that already were among the largest tenth of stakers; by their share of the stake it would have been 62.5%.')
    expect(rewardsOverTime([month('2026-03', { ranked: 0n })], 'DSWP', [], 'en')).toBeNull()
    // In January and February 2026 nothing was paid.
    expect(rewardsOverTime([month('2025-12', {}), month('2026-03', {})], 'DSWP', [], 'de')!.series[0]!.points).toEqual([
      { x: Date.UTC(2025, 11, 1) / 1000, y: 0.8 }, { x: Date.UTC(2026, 0, 1) / 1000, y: null }, { x: Date.UTC(2026, 1, 1) / 1000, y: null }, { x: Date.UTC(2026, 2, 1) / 1000, y: 0.8 },
    ])
  })
})

describe('liquidations', () => {
  const rows = [
    { timestamp: Date.UTC(2026, 2, 2) / 1000, market: 'Market', borrower: account(1), liquidator: account(9), amount: 1_080n },
    { timestamp: Date.UTC(2026, 1, 1) / 1000, market: 'Market', borrower: account(2), liquidator: account(9), amount: null },
  ]

  it('say how many there were and what they took', () => {
    expect(liquidationsSentence(rows, token, 'en')).toBe('2 liquidations took 10.8 DSWP from 2 borrowers between 1 Feb 2026 and 2 Mar 2026.')
    expect(liquidationsSentence(rows.slice(0, 1), token, 'de')).toBe('Eine Liquidation nahm am 2. März 2026 einem Kreditnehmer 10,8 DSWP.')
    expect(liquidationsSentence([], token, 'en')).toBe('No liquidation of what these contracts held has been logged.')
    expect(liquidationsTable(rows, token, display, 'en').rows.map((cells) => cells[4])).toEqual([{ value: '10.8', text: '10.8' }, { value: null, text: 'not known' }])
  })

  it('say how the losses were shared', () => {
    const loss = (nth: number, amount: bigint) => ({ borrower: account(nth), liquidations: 1, amount, unknown: 0, liquidators: 1, first: 0, last: 86_400 })
    // Of ten borrowers the largest is a tenth: 910 of 1,000.
    const losses = [loss(1, 910n), ...Array.from({ length: 9 }, (_, place) => loss(place + 2, 10n))]
    expect(lossesSentence(losses, token, 'en')).toBe('The largest loss was 9.1 DSWP; of 10 borrowers who lost something, the largest tenth bore 91.0%.')
    expect(lossesTable(losses, token, display, 'en').rows[0]!.map(({ text }) => text)).toEqual(['0x0000…0001', '9.1', '91.0%', '1', '1', '1 Jan 1970', '2 Jan 1970'])
    expect(lossesSentence(losses.slice(0, 1), token, 'de')).toBe('Ein einziger Kreditnehmer verlor alle 9,1 DSWP.')
  })
})
