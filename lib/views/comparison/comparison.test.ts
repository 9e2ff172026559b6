import { describe, expect, it } from 'vitest'
import type { MetricResult } from '@/lib/domain/metric'
import type { Measurement, Snapshot } from '@/lib/domain/snapshot'
import { toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { toChartTable } from '../chartTable'
import { readProtocols, toComparisonQuery, toTicked } from './chosenProtocols'
import { compareCurves, readAt, readCurve } from './compareCurves'
import { comparisonNotes, toNames, toRanked, type Compared } from './compared'
import { compareNow } from './compareNow'
import { compareOverTime } from './compareOverTime'
import { compareTable } from './compareTable'

const lens = toLens('raw')
const gini = toMetric('gini')
const ok = (value: number): MetricResult => ({ status: 'ok', value })
const token = { chainId: 1, address: `0x${'1'.repeat(40)}`, symbol: 'T', name: 'T token', decimals: 0, firstBlock: 0 } as const
const start = Date.parse('2024-01-01T00:00:00Z') / 1000
const dayOf = (number: number) => new Date((start + number * 86_400) * 1000).toISOString().slice(0, 10)

interface Made { slug: string; value?: number | null; days?: readonly (readonly [number, number])[]; demo?: boolean; curve?: readonly (readonly [number, number])[] | null }

function compared({ slug, value = null, days = [], demo = false, curve = null }: Made): Compared {
  const figure: MetricResult = value === null ? { status: 'undefined', reason: 'noHolders' } : ok(value)
  const measurement: Measurement = { lens: 'raw', denominator: 1_000n, excluded: [], metrics: { gini: figure, holders: ok(7) }, curve, composition: null }
  const snapshot: Snapshot = {
    origin: 'chain', day: '2025-12-31', block: { number: 100, hash: '0x1', timestamp: 1_767_182_400 }, supply: 1_000n, population: 'complete', gaps: [], audit: null, measurements: [measurement], file: null,
  }
  return {
    protocol: { slug, name: slug.toUpperCase(), demo, token, wrappers: [] }, snapshot, measurement,
    days: days.map(([number, known]) => ({ day: dayOf(number), block: number, timestamp: start + number * 86_400, metrics: { gini: ok(known) } })),
  }
}

describe('which protocols an address names', () => {
  it('takes two to six, each once', () => {
    expect(readProtocols('a,b-2')).toEqual(['a', 'b-2'])
    expect(readProtocols('a,b,c,d,e,f')).toHaveLength(6)
    for (const wrong of ['', 'a', 'a,', 'a,a', 'a,B', 'a,b c', 'a,b,c,d,e,f,g', `a,${'b'.repeat(61)}`]) expect(readProtocols(wrong), wrong).toBeNull()
  })

  it('leaves out what is usual', () => {
    expect(toComparisonQuery({ protocols: ['a', 'b'], metric: 'gini' })).toEqual({ protocols: 'a,b', metric: null })
    expect(toComparisonQuery({ metric: 'hhi' })).toEqual({ protocols: null, metric: 'hhi' })
  })

  it('takes boxes one by one or joined, and says where they are too few or too many', () => {
    const known = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    expect(toTicked(['c', 'a,nobody'], known)).toEqual({ slugs: ['a', 'c'], problem: null })
    expect(toTicked([], known)).toEqual({ slugs: [], problem: null })
    expect(toTicked(['b', 'b'], known).problem).toBe('few')
    expect(toTicked(known.slice(0, 6), known).problem).toBeNull()
    expect(toTicked(known, known).problem).toBe('many')
  })
})

describe('over time', () => {
  it('draws every protocol on the same axes, with gaps where days are missing, and tells first and last', () => {
    const spec = compareOverTime([compared({ slug: 'a', days: [[0, 0.5], [1, 0.6], [3, 0.7]] }), compared({ slug: 'b', days: [[1, 0.9]] }), compared({ slug: 'c' })], gini, lens, 'en')
    expect(spec.title).toBe('Gini coefficient over time: A, B and C')
    expect(spec.sentence).toBe('Gini coefficient: A 0.700 on 4 Jan 2024 (from 0.500 on 1 Jan 2024); B 0.900 on 2 Jan 2024; C no days measured.')
    expect(spec.series.map(({ id, points }) => [id, points.map(({ y }) => y)])).toEqual([['a', [0.5, 0.6, null, 0.7]], ['b', [0.9]], ['c', []]])
    // One row a day of any of them, and the day between that is missing.
    expect(toChartTable(spec).rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1 Jan 2024', '0.500', '–', '–'], ['2 Jan 2024', '0.600', '0.900', '–'], ['3 Jan 2024', 'no data', '–', '–'], ['4 Jan 2024', '0.700', '–', '–'],
    ])
  })

  it('says days once that all have in common', () => {
    const days = [[0, 0.5], [1, 0.6]] as const
    const tell = (locale: 'en' | 'de') => compareOverTime([compared({ slug: 'a', days }), compared({ slug: 'b', days })], gini, lens, locale).sentence
    expect(tell('en')).toBe('Gini coefficient on 2 Jan 2024, and in brackets on 1 Jan 2024: A 0.600 (0.500); B 0.600 (0.500).')
    expect(tell('de')).toBe('Gini-Koeffizient am 2. Januar 2024, in Klammern am 1. Januar 2024: A 0,600 (0,500); B 0,600 (0,500).')
  })

  it('draws long histories on the same days, every seventh before the newest of all', () => {
    const daysTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => [from + i, 0.5] as const)
    const spec = compareOverTime([compared({ slug: 'a', days: daysTo(0, 210) }), compared({ slug: 'b', days: daysTo(100, 207) })], gini, lens, 'de')
    const toNumbers = (place: number) => spec.series[place]!.points.map(({ x }) => (x - start) / 86_400)
    // 210 is a multiple of 7; the second ends at 203, its last day that is one.
    expect(toNumbers(0)).toEqual(Array.from({ length: 31 }, (_, i) => i * 7))
    expect(toNumbers(1)).toEqual(Array.from({ length: 15 }, (_, i) => 105 + i * 7))
    expect(spec.notes).toContain('Ein Punkt je Woche; die CSV-Datei enthält jeden Tag.')
  })
})

describe('today', () => {
  const protocols = [compared({ slug: 'a', value: 0.5 }), compared({ slug: 'b', value: null }), compared({ slug: 'c', value: 0.9, demo: true })]

  it('has the highest on top, and no bar but a reason where there is no value', () => {
    const spec = compareNow(protocols, gini, lens, 'en')
    expect(spec.x.categories).toEqual(['C', 'A', 'B'])
    expect(spec.series[0]!.points.map(({ y }) => y)).toEqual([0.9, 0.5, null])
    expect(spec.sentence).toBe('Gini coefficient: C 0.900; A 0.500; B nobody holds anything.')
    expect(toRanked(protocols, 'gini').map(({ protocol }) => protocol.slug)).toEqual(['c', 'a', 'b'])
  })

  it('says whose data are made up, under which lens, and what each rests on', () => {
    const notes = comparisonNotes([...protocols, { ...compared({ slug: 'd' }), snapshot: null, measurement: null }], lens, 'en')
    expect(notes[0]).toBe('Demo data, made up: C.')
    expect(notes[1]).toMatch(/^Lens: .*, the same for all\. Shares are taken of each token’s own total supply\.$/)
    expect(notes.slice(2)).toEqual(['A: Block 100, 31 Dec 2025, 12:00 UTC.', 'B: Block 100, 31 Dec 2025, 12:00 UTC.', 'C: Block 100, 31 Dec 2025, 12:00 UTC.', 'D has no snapshot yet.'])
  })

  it('has every metric in a row, with a column for each protocol', () => {
    const table = compareTable(protocols, [gini, toMetric('holders')], (metric) => ({ protocols: 'a,b,c', metric }), 'de')
    expect(table.columns.map(({ label }) => label)).toEqual(['Maß', 'A', 'B', 'C'])
    expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([['Gini-Koeffizient', '0,500', 'niemand hält etwas', '0,900'], ['Halter', '7', '7', '7']])
    expect(table.rows[0]![0]!.href).toBe('/de/compare?protocols=a%2Cb%2Cc&metric=gini')
  })
})

describe('Lorenz curves', () => {
  // Half of the holders have a fifth; the upper half has the rest.
  const curve = [[0, 0], [0.5, 0.2], [1, 1]] as const

  it('are read off between their points by straight lines', () => {
    // A quarter: half of a fifth. Three quarters: a fifth and half of four fifths.
    expect([0, 0.25, 0.5, 0.75, 1].map((x) => readCurve(curve, x))).toEqual([0, 0.1, 0.2, expect.closeTo(0.6, 15), 1])
  })

  it('stand on the same axes at the same places, the line of equality beside them', () => {
    const spec = compareCurves([compared({ slug: 'a', value: 0.3, curve }), compared({ slug: 'b' })], lens, 'en')!
    expect(spec.series.map(({ id, points }) => [id, points.length])).toEqual([['equality', 2], ['a', readAt.length]])
    expect(spec.sentence).toBe('What the smaller half of the holders has: A 20.0%. Gini: A 0.300.')
    expect(compareCurves([compared({ slug: 'b' })], lens, 'en')).toBeNull()
  })

  it('are read from nobody to everybody, each place once and in order', () => {
    expect([readAt[0], readAt.at(-1)]).toEqual([0, 1])
    expect([...new Set(readAt)].sort((a, b) => a - b)).toEqual(readAt)
  })
})

it('joins names as people do', () => {
  expect([toNames(['A'], 'en'), toNames(['A', 'B'], 'en'), toNames(['A', 'B', 'C'], 'de')]).toEqual(['A', 'A and B', 'A, B und C'])
})
