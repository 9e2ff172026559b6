import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { savePoolFacts, savePoolReading } from '@/db/pools'
import type { RivalMeasure } from '@/lib/domain/competition'
import type { Finding } from '@/lib/domain/finding'
import { openTestDatabase, type OpenTestDatabase } from '@/tests/openTestDatabase'
import { fillPlainProtocol } from '@/tests/plainProtocol'
import { fillRival, rivalMonths, rivals } from '@/tests/publishedRivals'
import { loadFindings } from '../findings/loadFindings'
import { loadCompetition, toLastWholeMonth } from './loadCompetition'

let server: OpenTestDatabase
beforeAll(async () => {
  server = await openTestDatabase()
  for (const [place, slug] of ['first', 'second', 'lonely'].entries()) await fillPlainProtocol(server.database, { slug, name: slug, index: 0xa0 + place, demo: slug === 'lonely', held: [] })
  await fillRival(server.database, 'first', 0xa0, rivals[0])
  await fillRival(server.database, 'second', 0xa1, rivals[1])
}, 60_000)
afterAll(() => server.close())

const find = async (measure: RivalMeasure) => (await loadCompetition(server.database)).find(({ category, demo }) => category === null && !demo)!.rivalries.find((one) => one.measure === measure)!

it('holds real protocols against one another and made-up ones against made-up ones', async () => {
  const groups = await loadCompetition(server.database)
  expect(groups.map(({ category, demo, protocols, rivalries }) => [category, demo, protocols.map(({ slug }) => slug), rivalries.map(({ measure }) => measure)])).toEqual([
    ['exchange', false, ['first', 'second'], ['liquidity', 'fees', 'holders', 'votes']],
    [null, false, ['first', 'second'], ['liquidity', 'fees', 'holders', 'votes']],
    ['exchange', true, ['lonely'], []],
    [null, true, ['lonely'], []],
  ])
})

describe('what each has month by month', () => {
  it('is of every whole month that both reach', async () => {
    for (const measure of ['liquidity', 'fees', 'holders', 'votes'] as const) expect((await find(measure)).months.map(({ month }) => month), measure).toEqual(rivalMonths)
  })

  it('is ether at the end of the month, ether paid in it, holders at its end, and votes', async () => {
    const amounts = async (measure: RivalMeasure) => (await find(measure)).months.map((month) => month.amounts)
    expect(await amounts('liquidity')).toEqual(rivalMonths.map((_, place) => (place < 12 ? [1, 2] : [3, 1])))
    expect(await amounts('fees')).toEqual(rivalMonths.map(() => [1, 1]))
    expect(await amounts('holders')).toEqual(rivalMonths.map(() => [6, 2]))
    expect(await amounts('votes')).toEqual(rivalMonths.map(() => [3, 1]))
  })

  it('is shared over twelve months', async () => {
    const { path } = await find('liquidity')
    // Thirds at first, 1/9 + 4/9; at the end 36 of 48. Both have 12 · 1 = 12 − k + 3 k against 24 − k where k = 4: from the fifth month on the first leads.
    expect([path[0]!.shares[0], path[0]!.hhi, path.at(-1)!.shares]).toEqual([expect.closeTo(1 / 3, 15), expect.closeTo(5 / 9, 15), [0.75, 0.25]])
    expect(path.map(({ leader }) => leader)).toEqual([1, 1, 1, 1, 1, ...Array.from({ length: 14 }, () => 0)])
  })
})

describe('the thesis that the winner takes most', () => {
  const found = async () => (await loadFindings(server.database)).find(({ words }) => words.id === 'winnerTakesMost')!
  const value = ({ figures }: Finding, id: string) => figures.find((figure) => figure.id === id)?.value

  it('is told of each category and of all', async () => {
    const { findings, overall } = await found()
    expect(findings.map(({ subject: { kind, id, demo }, verdict }) => [kind, id, demo, verdict])).toEqual([
      ['category', 'exchange', false, 'holds'], ['all', 'all', false, 'holds'], ['category', 'demo-exchange', true, 'cannotBeTold'], ['all', 'demo-all', true, 'cannotBeTold'],
    ])
    expect(overall.verdict).toBe('holds')
    expect(findings[2]!.reason.en).toBe('Only lonely is followed here: there is nobody to compare it with.')
  })

  it('has the figures of every measure', async () => {
    const [all] = (await found()).findings
    // Liquidity, holders and votes at three quarters, fees at a half; their mean is 11/16.
    expect([value(all!, 'takesMost'), value(all!, 'noMajority'), value(all!, 'measures'), value(all!, 'leaderShare')]).toEqual([3, 1, 4, 11 / 16])
    expect([value(all!, 'liquidityLeader'), value(all!, 'liquiditySecond'), value(all!, 'liquidityTurnovers'), value(all!, 'feesHhi')]).toEqual([0.75, 0.25, 1, 0.5])
    expect(all!.basis).toEqual({ day: '2025-12-31', block: null })
  })
})

it('leaves out, for all, a month in which one has a pool that nobody can price', async () => {
  const none = { providers: 0, inRangeProviders: 0, byValue: {}, byInRange: {} }
  const other = `0x${'9'.repeat(40)}` as const
  const facts = {
    source: 'uniswapV2Pair', chainId: 7, address: other, name: 'Unpriced', firstBlock: 1, contracts: {}, feePpm: 3000, quote: 1 as const,
    tokens: [{ address: `0x${'8'.repeat(40)}`, symbol: 'A', decimals: 18 }, { address: `0x${'7'.repeat(40)}`, symbol: 'B', decimals: 18 }] as const,
  } as const
  const state = { block: 1, price: 1n << 128n, amounts: [1n, 1n], liquidity: 1n, volume: [0n, 0n], fees: [0n, 0n], protocolFees: [0n, 0n], unownedFees: [0n, 0n], justInTimeFees: [0n, 0n] } as const
  const reading = { block: { number: 1, hash: `0x${'1'.repeat(64)}` as const, timestamp: 1 }, markDay: null, marks: { quote: null, ether: null, dollar: null }, state, concentration: none, gaps: [] }
  const days = ['2025-12-30', '2025-12-31'].map((day) => ({ day, state, concentration: none }))
  await savePoolReading(server.database, 'second', await savePoolFacts(server.database, 'second', facts), { reading, results: [], ranges: [], days, recipe: 'made up' })
  expect((await find('liquidity')).months.map(({ month }) => month)).toEqual(rivalMonths.slice(0, -1))
  expect((await find('holders')).months).toHaveLength(30)
})

it('knows which month is over on a day', () => {
  expect(['2026-04-30', '2026-04-29', '2024-02-29', '2024-02-28', '2026-01-15'].map(toLastWholeMonth)).toEqual(['2026-04', '2026-03', '2024-02', '2024-01', '2025-12'])
  expect(toLastWholeMonth(null)).toBe('')
})
