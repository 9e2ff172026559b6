import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { ok, undefinedBecause } from '@/lib/domain/metric'
import type { HolderRow } from '@/lib/views/holderRow'
import { toCsv, type CsvColumn } from './csv'
import type { CsvBasis } from './csvBasis'
import { holdersColumns } from './holdersCsv'
import { metricsColumns, toMetricRows } from './metricsCsv'

const read = async <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Promise<Record<string, string>[]> => {
  let file = ''
  for await (const chunk of toCsv(columns, rows)) file += Buffer.from(chunk).toString()
  return parse(file, { columns: true })
}
const basis: CsvBasis = {
  protocol: 'demo-swap',
  tokenAddress: '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984',
  lens: 'raw',
  denominator: 3_000_000_000_000_000_000n,
  origin: 'chain',
  day: '2026-04-01',
  block: { number: 21_500_000, timestamp: 1_775_044_800 },
}
const foot = {
  protocol: 'demo-swap',
  token_address: '0x1F9840a85d5aF5bf1D1762F925BDADdC4201F984',
  lens: 'raw',
  denominator_raw: '3000000000000000000',
  origin: 'chain',
  day: '2026-04-01',
  block_number: '21500000',
  block_time: '2026-04-01T12:00:00Z',
}

it('writes holders to the last unit, with what they rest on', async () => {
  const address = '0x000000000000000000000000000000000000dEaD'
  const rows: HolderRow[] = [
    { rank: 1, address, amount: 2_000_000_000_000_000_001n, label: { name: '=1+1', role: 'burn', source: 'https://example.org/a,b' } },
    { rank: 2, address, amount: 1n, label: null },
  ]
  expect(await read(holdersColumns({ symbol: 'X', decimals: 18 }, basis), rows)).toEqual([
    // (2e18 + 1) / 3e18 = 66.666666666666666700 %, cut after twelve places.
    { rank: '1', address, balance: '2.000000000000000001', balance_raw: '2000000000000000001', share_pct: '66.666666666666', label: "'=1+1", label_role: 'burn', label_source: 'https://example.org/a,b', ...foot },
    { rank: '2', address, balance: '0.000000000000000001', balance_raw: '1', share_pct: '0', label: '', label_role: '', label_source: '', ...foot },
  ])
})

it('writes as bytes what its columns say as strings, from digits as from amounts', async () => {
  const toRow = (place: number) => ({ rank: place + 1, address: '0x000000000000000000000000000000000000dEaD', amount: 3n * 10n ** 18n / BigInt(place + 1) + 7n, label: null })
  const rows: HolderRow[] = Array.from({ length: 3_000 }, (_, place) => toRow(place))
  const columns = holdersColumns({ symbol: 'X', decimals: 18 }, basis, { ways: true })
  const told = await read(columns.map(({ write: _, ...column }) => column), rows)
  expect(told[2]).toMatchObject({ rank: '3', balance: '1.000000000000000007', balance_raw: '1000000000000000007', share_pct: '33.333333333333', protocol: 'demo-swap' })
  expect(await read(columns, rows)).toEqual(told)
  expect(await read(columns, rows.map((row) => ({ ...row, digits: String(row.amount) })))).toEqual(told)
})

it('writes metrics with their reasons, leaving out what was not measured', async () => {
  const metrics = [
    { id: 'gini', unit: 'index' },
    { id: 'paretoAlpha', unit: 'exponent' },
    { id: 'hhi', unit: 'index' },
    { id: 'theilT', unit: 'nats' },
  ] as const
  const bounds = { low: 0.25, high: null }
  const results = { gini: ok(0.5), paretoAlpha: ok(1.5, 1e-7), theilT: { ...undefinedBecause('cutOff'), bounds } }
  expect(await read(metricsColumns, toMetricRows(metrics, results, { ...basis, block: null, origin: 'imported' }))).toEqual(
    [
      { metric: 'gini', value: '0.5', standard_error: '', low: '', high: '', unit: 'index', status: 'ok' },
      { metric: 'paretoAlpha', value: '1.5', standard_error: '0.0000001', low: '', high: '', unit: 'exponent', status: 'ok' },
      { metric: 'theilT', value: '', standard_error: '', low: '0.25', high: '', unit: 'nats', status: 'cutOff' },
    ].map((row) => ({ ...row, ...foot, origin: 'imported', block_number: '', block_time: '' })),
  )
})
