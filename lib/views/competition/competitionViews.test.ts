import { describe, expect, it } from 'vitest'
import type { RivalGroup, Rivalry } from '@/lib/domain/competition'
import { toMarketShares } from '@/lib/metrics/marketShares'
import { competitionNotes } from './competitionNotes'
import { toDrawnGroup, toGroupId, toGroupName } from './groupWords'
import { hhiBetweenProtocols } from './hhiBetweenProtocols'
import { leadingProtocolsTable } from './leadingProtocolsTable'
import { marketSharesOverTime } from './marketSharesOverTime'
import { toLastDay, toMonthPoints, toOrder } from './months'

const toMonths = (amounts: readonly (readonly number[])[]) => amounts.map((each, place) => ({ month: `${2024 + Math.floor(place / 12)}-${String(1 + (place % 12)).padStart(2, '0')}`, amounts: each }))

/** Twelve months of 3 to 1, and one in which the first has nothing and the second 5. */
function rivalry(more: Partial<Rivalry> = {}): Rivalry {
  const months = toMonths([...Array.from({ length: 12 }, () => [3, 1]), [0, 5]])
  return { measure: 'holders', protocols: [{ slug: 'a', name: 'A' }, { slug: 'b', name: 'B' }], months, path: toMarketShares(months), ...more }
}
const group = (more: Partial<RivalGroup> = {}): RivalGroup => ({ category: null, demo: false, protocols: [{ slug: 'a', name: 'A' }, { slug: 'b', name: 'B' }, { slug: 'c', name: 'C' }], insides: [], rivalries: [rivalry()], ...more })

describe('groups', () => {
  it('have an id and a name, those of the demo apart', () => {
    expect([toGroupId(group()), toGroupId(group({ category: 'exchange', demo: true }))]).toEqual(['all', 'demo-exchange'])
    expect([toGroupName(group()).de, toGroupName(group({ category: 'exchange', demo: true })).de]).toEqual(['Alle Protokolle', 'Kategorie Börse (Demo)'])
  })

  it('are drawn of all real protocols before all made-up ones', () => {
    const [real, madeUp] = [group(), group({ demo: true })]
    expect(toDrawnGroup([group({ category: 'exchange' }), real, madeUp])).toBe(real)
    expect(toDrawnGroup([group({ category: 'exchange', demo: true }), madeUp])).toBe(madeUp)
    expect(toDrawnGroup([])).toBeNull()
  })
})

describe('months', () => {
  it('end on their last day, leap years too', () => {
    expect(['2024-02', '2025-02', '2025-12'].map(toLastDay)).toEqual(['2024-02-29', '2025-02-28', '2025-12-31'])
  })

  it('have a gap between them where one is missing', () => {
    const path = ['2024-12', '2025-01', '2025-03'].map((month) => ({ month, shares: [1], hhi: 1, leader: 0 }))
    expect(toMonthPoints(path, ({ hhi }) => hhi).map(({ x, y }) => [new Date(x * 1000).toISOString().slice(0, 10), y])).toEqual([
      ['2024-12-31', 1], ['2025-01-31', 1], ['2025-03-30', null], ['2025-03-31', 1],
    ])
  })

  it('are in the order of the last shares', () => {
    expect(toOrder({ protocols: [{ slug: 'a', name: 'A' }, { slug: 'b', name: 'B' }], path: [{ month: '2025-01', shares: [0.2, 0.8], hhi: 0.68, leader: 1 }] })).toEqual([1, 0])
  })
})

describe('charts between protocols', () => {
  // At first 36 to 12, 0.75 and 0.25; then 33 to 16: 33/49 and 16/49.
  it('stack the shares of twelve months, so that they add up to all', () => {
    const spec = marketSharesOverTime(rivalry(), group(), 'en')
    expect(spec.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([['a', [0.75, 33 / 49]], ['b', [0.25, 16 / 49]]])
    expect(spec.sentence).toBe('Shares of holders over the twelve months to 31 Jan 2025, and to 31 Dec 2024 at first: A 67.3% (first 75.0%); B 32.7% (first 25.0%).')
  })

  it('puts those together of which there are too many to be told apart', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((slug) => ({ slug, name: slug.toUpperCase() }))
    const months = toMonths(Array.from({ length: 12 }, () => [7, 6, 5, 4, 3, 2, 1]))
    const spec = marketSharesOverTime(rivalry({ protocols: names, months, path: toMarketShares(months) }), group(), 'de')
    // 2 and 1 of 28 are the rest.
    expect(spec.series.map(({ id, label }) => [id, label]).at(-1)).toEqual(['rest', 'alle anderen'])
    expect(spec.series.at(-1)!.points[0]!.y).toBeCloseTo(3 / 28, 15)
    expect(spec.series).toHaveLength(6)
  })

  it('draw how concentrated the field is by each measure that has twelve months', () => {
    const short = rivalry({ measure: 'votes', path: [] })
    const spec = hhiBetweenProtocols(group({ rivalries: [rivalry(), short] }), 'en')
    // (33² + 16²) / 49² = 1345 / 2401 = 0.560
    expect(spec.sentence).toBe('Herfindahl–Hirschman index between protocols over the last twelve months: holders 0.560 (first 0.625; equal shares would be 0.500).')
    expect(spec.series.map(({ id, points }) => [id, points.length])).toEqual([['holders', 2]])
  })

  it('tell in a table who leads, by how much, and whether another led before', () => {
    const table = leadingProtocolsTable([group()], 'de')
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([['Alle Protokolle', 'Halter', 'A', '67,3\u00a0%', '32,7\u00a0%', '0,560', '0,625', '0', '2', '13', '31. Januar 2025']])
    expect(table.rows[0]![2]!.href).toBe('/de/protocols/a')
    expect(leadingProtocolsTable([group({ rivalries: [rivalry({ path: [] })] })], 'en').rows).toEqual([])
  })

  it('say which field it is, how each measure is counted, and whose data are made up', () => {
    const notes = competitionNotes([group({ category: 'exchange' }), group(), group({ demo: true, protocols: [{ slug: 'd', name: 'D' }] })], ['votes'], 'en')
    expect(notes[0]).toBe('Demo data, made up: D.')
    expect(notes[1]).toBe('All protocols: A, B, C. Others than those that are followed here are in no share.')
    expect(notes.at(-1)).toMatch(/^Votes cast: .* on the chain/)
  })
})
