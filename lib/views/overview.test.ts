import { describe, expect, it } from 'vitest'
import { ok, undefinedBecause } from '@/lib/domain/metric'
import { protocolSchema, type Category } from '@/lib/domain/protocol'
import type { Snapshot } from '@/lib/domain/snapshot'
import { metrics, toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { concentrationOverTime, type HistoryDay } from './concentrationOverTime'
import { categoriesOf, overviewRows, type OverviewEntry, type OverviewQuestion } from './overview'
import { overviewColumns } from './overviewColumns'
import { toPageView } from './pageView'

const lens = toLens('raw')
const entry = (slug: string, category: Category, gini: number | null): OverviewEntry => {
  const snapshot: Snapshot = {
    origin: 'chain', day: '2026-04-01', block: { number: 1, hash: null, timestamp: 1_775_044_800 }, supply: 10n, population: 'complete',
    gaps: [], audit: null, file: null,
    measurements: [{ lens: 'raw', denominator: 10n, excluded: [], metrics: { gini: gini === null ? undefinedBecause('noHolders') : ok(gini) }, curve: null, composition: null }],
  }
  const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: slug.slice(0, 3).toUpperCase(), name: slug, decimals: 0, firstBlock: 1 }
  const protocol = protocolSchema.parse({ slug, name: slug, category, website: 'https://example.org', token })
  return { protocol, snapshot, year: [] }
}
const entries = [entry('bravo', 'exchange', 0.5), entry('alpha', 'lending', 0.9), entry('delta', 'exchange', null), entry('charlie', 'exchange', 0.7), { ...entry('echo', 'compute', 1), snapshot: null }]
const question: OverviewQuestion = { sort: 'gini', order: 'desc', category: null, search: '' }
const slugs = (change: Partial<OverviewQuestion>) => overviewRows(entries, { ...question, ...change }, lens, metrics, 'en').map(({ slug }) => slug)

describe('overviewRows', () => {
  it('sorts either way; what has no figure stands last both ways', () => {
    expect(slugs({})).toEqual(['alpha', 'charlie', 'bravo', 'delta', 'echo'])
    expect(slugs({ order: 'asc' })).toEqual(['bravo', 'charlie', 'alpha', 'delta', 'echo'])
    expect(slugs({ sort: 'name', order: 'asc' })).toEqual(['alpha', 'bravo', 'charlie', 'delta', 'echo'])
  })

  it('filters by category, and searches names and symbols in any case', () => {
    expect(slugs({ category: 'exchange' })).toEqual(['charlie', 'bravo', 'delta'])
    expect(slugs({ search: ' CHA ' })).toEqual(['charlie'])
    expect(slugs({ search: 'nothing' })).toEqual([])
    expect(categoriesOf(entries.map(({ protocol }) => protocol), 'de')).toEqual([
      { id: 'exchange', name: 'Börse' }, { id: 'lending', name: 'Kredit' }, { id: 'compute', name: 'Rechenleistung' },
    ])
  })

  it('gives figures with what they rest on, and none for what was not measured', () => {
    const [alpha] = overviewRows(entries, question, lens, metrics, 'de')
    expect(alpha?.figures[0]).toEqual({ value: 0.9, text: '0,900' })
    expect(alpha?.figures[1]?.value).toBeNull()
    expect(alpha?.basis?.date).toBe('1. April 2026, 12:00 UTC')
    expect(overviewRows(entries, { ...question, search: 'echo' }, lens, metrics, 'de')[0]?.basis).toBeNull()
  })
})

it('sorts by links that turn the order and keep the rest of the question', () => {
  const columns = overviewColumns({ ...question, category: 'lending', search: 'a' }, 'circulating', metrics, 'de')
  const gini = columns.find(({ key }) => key === 'gini')
  expect(gini).toMatchObject({ sorted: 'descending', href: '/de?lens=circulating&q=a&category=lending&sort=gini&order=asc' })
  expect(columns.find(({ key }) => key === 'nakamoto50')).toMatchObject({ sorted: 'none', href: '/de?lens=circulating&q=a&category=lending&sort=nakamoto50&order=asc' })
  expect(columns.find(({ key }) => key === 'line')?.href).toBeNull()
})

describe('concentrationOverTime', () => {
  const day = (day: string, value: number | null): HistoryDay => ({
    day, block: 1, timestamp: 1, metrics: { gini: value === null ? undefinedBecause('noHolders') : ok(value) },
  })
  const draw = (history: readonly HistoryDay[]) => concentrationOverTime(history, toMetric('gini'), lens, 'en')
  // 2026-04-01 is day 20,544 since 1970.
  const at = (offset: number) => (20_544 + offset) * 86_400

  it('never bridges a day without a value or without a snapshot', () => {
    const chart = draw([day('2026-04-01', 0.5), day('2026-04-02', null), day('2026-04-03', 0.25), day('2026-04-06', 0.75)])
    expect(chart.series[0]?.points).toEqual([
      { x: at(0), y: 0.5 }, { x: at(1), y: null }, { x: at(2), y: 0.25 }, { x: at(3), y: null }, { x: at(5), y: 0.75 },
    ])
    expect(chart.sentence).toBe('Gini coefficient: 0.500 on 1 Apr 2026, 0.750 on 6 Apr 2026; highest 0.750 on 6 Apr 2026, lowest 0.250 on 3 Apr 2026.')
  })

  it('draws one point a week of a long history, counted back from the newest, and says so', () => {
    const history = Array.from({ length: 701 }, (_, place) => day(new Date(at(place) * 1000).toISOString().slice(0, 10), place / 1000))
    const chart = draw(history)
    // Days 0, 7, …, 700.
    expect(chart.series[0]?.points).toHaveLength(101)
    expect(chart.series[0]?.points.at(-1)).toEqual({ x: at(700), y: 0.7 })
    expect(chart.notes.at(-1)).toBe('One point a week; every day stands in the CSV file.')
  })

  it('says so where there is nothing', () => expect(draw([]).sentence).toBe('There is no history yet.'))
})

it('leads through a long list to its last row', () => {
  const view = (page: number, matched = 250) => toPageView({ page, pageSize: 100, matched }, (number) => `?page=${number}`, 'de')
  expect(view(2)).toEqual({ text: '101 bis 200 von 250', first: '?page=1', previous: '?page=1', next: '?page=3', last: '?page=3' })
  expect(view(3)).toMatchObject({ text: '201 bis 250 von 250', next: null, last: null })
  expect(view(1, 0)).toEqual({ text: '0 bis 0 von 0', first: null, previous: null, next: null, last: null })
})
