import type { LensId } from '@/lib/domain/lens'
import { describe, expect, it } from 'vitest'
import type { Custody } from '@/lib/domain/custody'
import type { Decomposition } from '@/lib/domain/decomposition'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { CompositionDay, GroupShare } from '@/lib/domain/holderGroup'
import { ok } from '@/lib/domain/metric'
import { toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { bandSentence, bandTable } from './bandTable'
import type { Basis } from './basis'
import { composition, compositionTable } from './composition'
import { compositionOverTime } from './compositionOverTime'
import { custodySentence, custodyTable } from './custodyTable'
import { decompositionSentence, decompositionTable, groupSentence, groupTable } from './decomposition'

const token = { symbol: 'UNI', decimals: 1 }
const basis = { ofDenominator: 'of the total supply', notes: [] } as unknown as Basis
const texts = (row: readonly { text: string }[] | undefined) => row?.map(({ text }) => text)
const shares: readonly GroupShare[] = [
  { group: 'treasury', accounts: 1, amount: 430n },
  { group: 'otherAccounts', accounts: 1_234, amount: 350n },
  { group: 'exchange', accounts: 3, amount: 220n },
]

describe('who holds by role', () => {
  it('is bars, largest on top, and a table with the same figures', () => {
    const chart = composition(shares, 1_000n, basis, 'UNI', 'en')
    expect(chart.x.categories).toEqual(['treasury', 'other accounts', 'exchange'])
    expect(chart.series[0]?.points).toEqual([{ x: 0, y: 0.43 }, { x: 1, y: 0.35 }, { x: 2, y: 0.22 }])
    expect(chart.sentence).toBe(
      'The largest group is “treasury” with 43.0% of the total supply (1 account); next: “other accounts” with 35.0% (1,234 accounts), “exchange” with 22.0% (3 accounts).',
    )
    expect(texts(compositionTable(shares, 1_000n, token, 'de').rows[1])).toEqual(['übrige Konten', '1.234', '35', '35,0\u00a0%'])
    expect(composition([], 1n, basis, 'UNI', 'de').sentence).toBe('Niemand hält hier etwas.')
  })

  const toDay = (day: string, parts: readonly [GroupShare['group'], bigint][]): CompositionDay => ({
    day, block: 1, timestamp: 0, denominator: parts.reduce((sum, [, amount]) => sum + amount, 0n), shares: parts.map(([group, amount]) => ({ group, accounts: 1, amount })),
  })

  it('over time is layers that add up to everything, the largest at the foot, with gaps where days are missing', () => {
    const history = [toDay('1970-01-01', [['treasury', 60n], ['otherAccounts', 40n]]), toDay('1970-01-02', [['treasury', 30n], ['otherAccounts', 60n], ['pool', 10n]]), toDay('1970-01-05', [['otherAccounts', 75n], ['pool', 25n]])]
    const chart = compositionOverTime(history, 'UNI', toLens('raw'), 'en')
    expect(chart.stacked).toBe(true)
    // Over the days: others 40 + 60 + 75, treasury 60 + 30, pool 10 + 25. After the 2nd of January three days are missing.
    expect(chart.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([
      ['otherAccounts', [0.4, 0.6, null, 0.75]], ['treasury', [0.6, 0.3, null, 0]], ['pool', [0, 0.1, null, 0.25]],
    ])
    expect(chart.sentence).toBe('From 1 Jan 1970 to 5 Jan 1970: other accounts from 40.0% to 75.0%, treasury from 60.0% to 0.0%, pool from 0.0% to 25.0%.')
    expect(compositionOverTime(history.slice(2), 'UNI', toLens('raw'), 'de').sentence).toBe('Am 5. Januar 1970: übrige Konten 75,0\u00a0%, Pool 25,0\u00a0%.')
    expect(compositionOverTime([], 'UNI', toLens('raw'), 'de').sentence).toBe('Es gibt noch keinen Verlauf.')
  })

  it('over time has a point a week from half a year on, the last day always', () => {
    const days = Array.from({ length: 365 }, (_, place) => toDay(new Date(place * 86_400_000).toISOString().slice(0, 10), [['pool', 1n]]))
    const chart = compositionOverTime(days, 'UNI', toLens('raw'), 'en')
    // 364 = 52 · 7: the first day, and every seventh up to the last
    expect(chart.series[0]?.points).toHaveLength(53)
    expect(chart.series[0]?.points.at(-1)?.x).toBe(364 * 86_400)
    expect(chart.notes).toContain('One point a week; every day stands in the CSV file.')
  })

  it('over time draws five layers and the rest together, and says who that is', () => {
    const groups = ['treasury', 'exchange', 'pool', 'bridge', 'staking', 'team', 'vault'] as const
    const chart = compositionOverTime([toDay('1970-01-01', groups.map((group, place) => [group, BigInt(20 - place)]))], 'UNI', toLens('raw'), 'en')
    expect(chart.series.map(({ id }) => id)).toEqual(['treasury', 'exchange', 'pool', 'bridge', 'staking', 'rest'])
    // 15 + 14 of 20 + 19 + … + 14 = 119
    expect(chart.series.at(-1)?.points[0]?.y).toBe(29 / 119)
    expect(chart.notes).toContain('All others: team, vault. The CSV file has each of them.')
    expect(compositionOverTime([toDay('1970-01-01', groups.slice(0, 6).map((group) => [group, 1n]))], 'UNI', toLens('raw'), 'en').series).toHaveLength(6)
  })
})

describe('inequality by role', () => {
  // The worked case: 40, 20 and 10 of a team, six others with 5.
  const decomposition: Decomposition = {
    theilT: { total: 0.379843, within: 0.100039, between: 0.279804 },
    theilL: { total: 0.33641, within: 0.051384, between: 0.285026 },
    gini: { total: 0.433333, within: 0.066667, between: 0.366667, overlap: 0 },
    hhi: { accounts: 0.225, groups: 0.58 },
    groups: [
      { group: 'team', accounts: 3, amount: 70n, gini: 0.285714, theilT: 0.142913, theilL: 0.154151, hhi: 0.21 },
      { group: 'otherAccounts', accounts: 6, amount: 30n, gini: 0, theilT: 0, theilL: 0, hhi: 0.015 },
    ],
  }

  it('says what lies within, between and in the overlap', () => {
    const { rows } = decompositionTable(decomposition, 'en')
    // .279804 / .379843 = .7366; .285026 / .336410 = .8473; .366667 / .433333 = .8462
    expect(rows.map(texts)).toEqual([
      ['Theil index T', '0.380', '0.100', '0.280', '–', '73.7%'],
      ['Theil index L', '0.336', '0.051', '0.285', '–', '84.7%'],
      ['Gini coefficient', '0.433', '0.067', '0.367', '0.000', '84.6%'],
    ])
    expect(decompositionSentence(decomposition, 'de')).toBe(
      'Nach Theil T, bei dem die Spitze am meisten zählt, liegen 73,7\u00a0% der Ungleichheit zwischen den Rollen, nach Theil L, bei dem die Kleinen am meisten zählen, 84,7\u00a0%. Der Gini-Koeffizient 0,433 setzt sich zusammen aus 0,067 innerhalb, 0,367 zwischen und 0,000 Überlappung.',
    )
    const none = { total: 0, within: 0, between: 0 }
    const equal = { ...decomposition, theilT: none, theilL: none, gini: { ...none, overlap: 0 } }
    expect(decompositionSentence(equal, 'en')).toBe('All accounts hold the same.')
    expect(decompositionTable(equal, 'en').rows[0]?.at(-1)).toEqual({ value: null, text: '–' })
  })

  it('says how unequal each role is, and what it adds to the HHI', () => {
    expect(texts(groupTable(decomposition, 100n, token, 'en').rows[0])).toEqual(['team', '3', '7', '70.0%', '0.143', '0.154', '0.286', '0.210'])
    expect(groupSentence(decomposition, 'en')).toBe('Of the HHI of 0.225, “team” adds 0.210. If each role were one holder, it would be 0.580.')
  })
})

it('tells each band with its lenses and the label that moves it most', () => {
  const mover = { account: '0x0000000000000000000000000000000000000001', name: 'Timelock', role: 'timelock', amount: 5n, figure: 8, without: 28 } as const
  const bands: HeadlineBand[] = [
    { metric: 'gini', low: { value: 0.909, lens: 'raw', isBound: true }, high: { value: 1, lens: 'raw', isBound: true }, undefinedUnder: [], mover: null },
    { metric: 'nakamoto50', low: { value: 8, lens: 'raw', isBound: false }, high: { value: 40, lens: 'circulating', isBound: false }, undefinedUnder: [], mover },
    { metric: 'hhi', low: null, high: null, undefinedUnder: ['raw', 'circulating'], mover: null },
    { metric: 'top10Share', low: { value: 0.5, lens: 'raw', isBound: false }, high: { value: null, lens: 'raw', isBound: true }, undefinedUnder: [], mover: null },
  ]
  const said = { metrics: bands.map(({ metric }) => toMetric(metric)), lensName: (id: LensId) => toLens(id).name.en }
  const { rows } = bandTable(bands, { nakamoto50: ok(8) }, said, 'en')
  expect(texts(rows[1])).toEqual(['Nakamoto (half)', '8', '8', 'All addresses', '40', 'Circulating', 'Timelock', '28'])
  expect(texts(rows[0])).toEqual(['Gini coefficient', 'not measured', '0.909 (bound)', 'All addresses', '1.000 (bound)', 'All addresses', 'none', '–'])
  expect(bandSentence(bands, said, 'en')).toBe(
    'Gini coefficient: 0.909 (bound) to 1.000 (bound); Nakamoto (half): 8 to 40; Herfindahl–Hirschman index: known under no lens; Top 10: at least 50.0%. Without “Timelock”, Nakamoto (half) would be 28 instead of 8.',
  )
})

it('tells what custodians keep, by role and by name', () => {
  const custody: Custody = {
    denominator: 1_000n, accounts: 4, amount: 450n,
    byRole: [{ role: 'exchange', accounts: 3, amount: 350n }, { role: 'bridge', accounts: 1, amount: 100n }],
    byName: [{ name: 'Binance', role: 'exchange', accounts: 3, amount: 350n }, { name: 'Arbitrum', role: 'bridge', accounts: 1, amount: 100n }],
  }
  expect(custodyTable(custody, token, 'de').rows.map(texts)).toEqual([
    ['Alle Börsen', 'Börse', '3', '35', '35,0\u00a0%'], ['Alle Brücken', 'Brücke', '1', '10', '10,0\u00a0%'], ['Binance', 'Börse', '3', '35', '35,0\u00a0%'], ['Arbitrum', 'Brücke', '1', '10', '10,0\u00a0%'],
  ])
  expect(custodySentence(custody, basis, 'en')).toBe('Identifiable custodians keep at least 45.0% of the total supply: exchanges 35.0%, bridges 10.0%.')
  expect(custodySentence({ ...custody, amount: 0n }, basis, 'en')).toContain('No account here is known')
})
