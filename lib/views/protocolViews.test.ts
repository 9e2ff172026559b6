import { describe, expect, it } from 'vitest'
import { ok, undefinedBecause } from '@/lib/domain/metric'
import type { Measurement, Snapshot } from '@/lib/domain/snapshot'
import { toMetric } from '@/lib/metrics/registry'
import { toLens } from '@/lib/ownership/lenses'
import { auditView } from './auditView'
import { toBasis } from './basis'
import { excludedTable } from './excludedTable'
import type { HolderRow } from './holderRow'
import { holdersTable } from './holdersTable'
import { importsTable } from './importsTable'
import { largestHolders } from './largestHolders'
import { lorenz } from './lorenz'
import { toMetricCell } from './metricCell'
import { headlineFigures, metricsTable } from './metricsTable'
import { poolName, providersTable, reservesText } from './providersTable'

const token = { symbol: 'UNI', decimals: 1 }
// 50, 25 and 25 tokens of one decimal: Gini 1/6 and the Nakamoto coefficient 2 are those of the notes' golden vectors.
const measurement: Measurement = {
  lens: 'raw',
  denominator: 1_000n,
  excluded: [],
  metrics: { holders: ok(3), gini: ok(1 / 6), nakamoto50: ok(2), top1Share: ok(0.5), top10Share: ok(1), paretoAlpha: undefinedBecause('shortTail') },
  curve: [[0, 0], [1 / 3, 0.25], [2 / 3, 0.5], [1, 1]],
  composition: null,
}
const snapshot: Snapshot = {
  origin: 'chain',
  day: '2026-04-01',
  // 2026-04-01T12:00:00Z: 20,544 days of 86,400 s since 1970 and half a day.
  block: { number: 21_500_000, hash: `0x${'ab'.repeat(32)}`, timestamp: 20_544 * 86_400 + 43_200 },
  supply: 1_000n,
  population: 'complete',
  gaps: [],
  audit: { status: 'passed', claimed: 1_000n, supply: 1_000n, sampled: 3, mismatches: [] },
  measurements: [measurement],
  file: null,
}
const seen = { token, snapshot, lens: toLens('raw'), measurement }
const address = '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984'
const rows: HolderRow[] = [
  { rank: 1, address, amount: 505n, label: { name: 'Timelock', role: 'timelock', source: 'https://example.org/labels?a=1' } },
  { rank: 2, address: '0x0000000000000000000000000000000000000001', amount: 250n, label: null },
]

describe('toBasis', () => {
  it('names block, date, lens and denominator in both languages', () => {
    expect(toBasis(seen, 'en').notes).toEqual([
      'Block 21,500,000, 1 Apr 2026, 12:00 UTC.',
      'Lens: All addresses. Shares are taken of the total supply, 100 UNI.',
    ])
    expect(toBasis(seen, 'de').notes).toEqual([
      'Block 21.500.000, 1. April 2026, 12:00 UTC.',
      'Sicht: Alle Adressen. Bezugsgröße der Anteile: Gesamtmenge, 100 UNI.',
    ])
    expect(toBasis(seen, 'en').dateTime).toBe('2026-04-01T12:00:00.000Z')
  })

  it('says what limits the figures', () => {
    const imported = { ...snapshot, origin: 'imported', block: null, population: 'truncated', file: { name: 'a.csv', sha256: 'f' } } as const
    const basis = toBasis({ ...seen, snapshot: { ...imported, gaps: [{ subject: 'totalSupply', reason: 'timeout' }] } }, 'en')
    expect(basis.block).toBe('no block known')
    expect(basis.notes.slice(2)).toEqual([
      'From the imported list a.csv; it was not audited.',
      'The list was cut off: accounts below its last row are missing.',
      'One reading failed and is missing.',
    ])
  })
})

it('does not call the sum of an imported list the supply, nor its day an hour', () => {
  const basis = toBasis({ ...seen, snapshot: { ...snapshot, origin: 'imported', file: { name: 'a.csv', sha256: 'f' } } }, 'en')
  expect(basis).toMatchObject({ date: '1 Apr 2026', dateTime: '2026-04-01', denominator: 'list, 100 UNI', ofDenominator: 'of the list' })
})

describe('lorenz', () => {
  const basis = toBasis(seen, 'en')
  it('draws the curve beside the line of equality, and says what it shows', () => {
    const chart = lorenz(measurement, basis, { name: 'UNI', people: 'holders' }, 'en')
    expect(chart?.series.map(({ id }) => id)).toEqual(['equality', 'holders'])
    expect(chart?.series[1]?.points).toEqual([{ x: 0, y: 0 }, { x: 1 / 3, y: 0.25 }, { x: 2 / 3, y: 0.5 }, { x: 1, y: 1 }])
    expect(chart?.sentence).toBe('The largest of 3 holders owns 50.0% of the total supply; the Gini coefficient is 0.167.')
  })

  it('speaks of the ten largest where there are more than ten', () => {
    const many = { ...measurement, metrics: { ...measurement.metrics, holders: ok(1_234), top10Share: ok(0.654) } }
    expect(lorenz(many, toBasis(seen, 'de'), { name: 'UNI', people: 'providers' }, 'de')?.sentence).toBe(
      'Die zehn größten von 1.234 Anbietern besitzen 65,4\u00a0% der Gesamtmenge; der Gini-Koeffizient beträgt 0,167.',
    )
  })

  it('is no chart where no curve was kept', () => {
    for (const curve of [null, []]) expect(lorenz({ ...measurement, curve }, basis, { name: 'UNI', people: 'holders' }, 'en')).toBeNull()
  })
})

describe('holders', () => {
  it('are bars with their shares', () => {
    const chart = largestHolders(rows, 1_000n, toBasis(seen, 'en'), 'UNI', 'en')
    expect(chart.x.categories).toEqual(['Timelock', '0x0000…0001'])
    expect(chart.series[0]?.points).toEqual([{ x: 0, y: 0.505 }, { x: 1, y: 0.25 }])
    // 0.505 + 0.25 = 0.755
    expect(chart.sentence).toBe('The largest holder, Timelock, has 50.5% of the total supply; the 2 shown have 75.5% together.')
  })

  it('are a table, exact, with who says so', () => {
    const [first, second] = holdersTable(rows, token, 1_000n, 'de').rows
    expect(first?.map(({ text }) => text)).toEqual(['1', address, 'Timelock', '50,5', '50,5\u00a0%', 'example.org'])
    expect(first?.[5]?.href).toBe('https://example.org/labels?a=1')
    expect(second?.map(({ value }) => value)).toEqual([2, '0x0000000000000000000000000000000000000001', null, '25', 0.25, null])
  })

  it('never link to anything but the web', () => {
    const label = { name: 'x', role: null, source: 'javascript:alert(1)' }
    expect(holdersTable([{ ...rows[0]!, label }], token, 1_000n, 'en').rows[0]?.[5]).toEqual({ value: 'javascript:alert(1)', text: 'javascript:alert(1)' })
  })
})

describe('providersTable', () => {
  const reserves = {
    tokens: [
      { address: '0x0000000000000000000000000000000000000002', symbol: 'UNI', decimals: 1, reserve: 1_001n },
      { address: '0x0000000000000000000000000000000000000003', symbol: 'WETH', decimals: 2, reserve: 7n },
    ],
  } as const

  it('pays out as the pair does, cut to the smallest unit', () => {
    const table = providersTable(rows, { denominator: 1_000n, supply: 1_000n, reserves }, 'en')
    // 1001 × 505 / 1000 = 505.505 → 505 units of one decimal; 7 × 505 / 1000 = 3.535 → 3 units of two.
    expect(table.rows[0]?.slice(3).map(({ value }) => value)).toEqual(['50.5', '0.03'])
    expect(poolName({ name: 'Uniswap V2' }, reserves)).toBe('UNI / WETH')
    expect(reservesText(reserves, 'de')).toBe('100,1 UNI und 0,07 WETH')
  })

  it('leaves the parts out where the reserves or the supply are a gap', () => {
    expect(providersTable(rows, { denominator: 1_000n, supply: 1_000n, reserves: null }, 'en').columns).toHaveLength(3)
    expect(providersTable(rows, { denominator: 1_000n, supply: null, reserves }, 'en').columns).toHaveLength(3)
    expect(poolName({ name: 'Uniswap V2' }, null)).toBe('Uniswap V2')
  })
})

describe('metrics', () => {
  it('have a value, or say why not', () => {
    expect(toMetricCell(ok(1.5, 0.02), { unit: 'exponent' }, 'de')).toEqual({ value: 1.5, text: '1,50 ± 0,02' })
    expect(toMetricCell(ok(0.5), { unit: 'nats' }, 'en').text).toBe('0.50\u00a0nats')
    expect(toMetricCell(undefinedBecause('oneHolder'), { unit: 'index' }, 'de')).toEqual({ value: null, text: 'es gibt nur einen Halter' })
    const cutOff = (low: number, high: number | null) => ({ ...undefinedBecause('cutOff'), bounds: { low, high } })
    expect(toMetricCell(cutOff(0.909, 0.998), { unit: 'index' }, 'en')).toEqual({ value: null, text: '0.909 to 0.998' })
    expect(toMetricCell(cutOff(1000, null), { unit: 'count' }, 'de')).toEqual({ value: null, text: 'mindestens 1.000' })
    expect(toMetricCell(undefined, { unit: 'index' }, 'en')).toEqual({ value: null, text: 'not measured' })
  })

  it('stand in a table with their questions, and the headline ones apart', () => {
    const chosen = ['gini', 'paretoAlpha'].map(toMetric)
    const table = metricsTable(chosen, measurement, 'en')
    expect(table.rows.map((row) => row[2]?.text)).toEqual(['0.167', 'fewer than 50 holders lie in the tail of the distribution'])
    expect(table.rows[0]?.[1]?.text).toBe(toMetric('gini').question.en)
    expect(headlineFigures([toMetric('holders'), toMetric('gini')], measurement, 'en').map(({ id, cell }) => [id, cell.text])).toEqual([['gini', '0.167'], ['holders', '3']])
  })

  it('of a lens come with what it leaves out', () => {
    expect(excludedTable(measurement, token, 'en').rows).toEqual([])
    const excluded = [{ role: 'treasury', accounts: 2, amount: 12_345n }] as const
    expect(excludedTable({ excluded }, token, 'de').rows[0]?.map(({ text }) => text)).toEqual(['Treasury', '2', '1.234,5'])
  })
})

describe('auditView', () => {
  const view = (change: Partial<Snapshot>, locale: 'en' | 'de' = 'en') => auditView({ ...snapshot, ...change }, token, (account) => account, locale)

  it('is green with figures', () => {
    expect(view({})).toEqual({
      tone: 'passed',
      headline: 'Audit passed',
      sentences: ['The holdings add up to 100 UNI, exactly the contract’s totalSupply at this block.', '3 sampled balances agree with balanceOf.'],
      mismatches: null,
      gaps: null,
    })
  })

  it('is red with every difference', () => {
    const mismatches = [{ account: '0x0000000000000000000000000000000000000001', ledger: 250n, chain: 300n }] as const
    const failed = view({ audit: { status: 'failed', claimed: 1_000n, supply: 1_050n, sampled: 3, mismatches } })
    expect(failed.tone).toBe('failed')
    expect(failed.sentences).toEqual([
      'The holdings add up to 100 UNI, but the contract’s totalSupply is 105 UNI: a difference of 5 UNI.',
      'Of 3 sampled balances, 1 differs from balanceOf.',
    ])
    expect(failed.mismatches?.rows[0]?.map(({ text }) => text)).toEqual(['0x0000000000000000000000000000000000000001', '25', '30'])
  })

  it('says what is missing, and where nothing was audited', () => {
    const gaps = [{ subject: 'totalSupply', reason: 'timeout' }]
    const incomplete = view({ gaps, audit: { status: 'incomplete', claimed: 1_000n, supply: null, sampled: 0, mismatches: [] } }, 'de')
    expect(incomplete.headline).toBe('Prüfung unvollständig')
    expect(incomplete.gaps?.rows).toEqual([[{ value: 'totalSupply', text: 'totalSupply' }, { value: 'timeout', text: 'timeout' }]])
    expect(view({ audit: null, origin: 'ledger' })).toMatchObject({ tone: 'none', headline: 'Not audited' })
  })
})

it('lists imported snapshots with file and fingerprint', () => {
  const imported = { ...snapshot, id: 7, origin: 'imported', block: null, file: { name: 'a.csv', sha256: 'c0ffee' } } as const
  const table = importsTable([imported], ({ id }) => `?snapshot=${id}`, toLens('raw'), [toMetric('gini')], 'de')
  expect(table.rows[0]).toEqual([
    { value: '2026-04-01', text: '1. April 2026', href: '?snapshot=7' },
    { value: null, text: 'unbekannt' },
    { value: 'a.csv', text: 'a.csv' },
    { value: 'complete', text: 'vollständig' },
    { value: 'raw', text: 'Alle Adressen' },
    { value: 1 / 6, text: '0,167' },
    { value: 'c0ffee', text: 'c0ffee' },
  ])
})
