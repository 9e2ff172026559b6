import { expect, it } from 'vitest'
import type { ChartSpec } from '../domain/chartSpec'
import { toChartTable } from './chartTable'

const spec: ChartSpec = {
  id: 'giniOverTime',
  title: 'Gini over time',
  sentence: '',
  x: { label: '', scale: 'time', format: 'date' },
  y: { label: 'Gini', scale: 'linear', format: 'index' },
  series: [
    { id: 'gini', label: 'Gini', shape: 'line', emphasis: 'main', points: [
      { x: 86400, y: null }, { x: 0, y: 0.5, low: 0.4, high: 0.6 },
    ] },
    { id: 'half', label: 'One half', shape: 'line', emphasis: 'reference', points: [{ x: 0, y: 0.5 }] },
  ],
  notes: [],
  locale: 'de',
}

it('has a row per x in the order of x, a column per series and two per band', () => {
  const { caption, columns, rows } = toChartTable(spec)
  expect(caption).toBe('Gini over time')
  expect(columns).toEqual([
    { id: 'x', label: 'Datum', numeric: false },
    { id: 'gini', label: 'Gini', numeric: true },
    { id: 'gini_low', label: 'Gini: niedrigster Wert', numeric: true },
    { id: 'gini_high', label: 'Gini: höchster Wert', numeric: true },
    { id: 'half', label: 'One half', numeric: true },
  ])
  expect(rows).toEqual([
    [
      { value: '1970-01-01T00:00:00Z', text: '1. Januar 1970' },
      { value: 0.5, text: '0,500' }, { value: 0.4, text: '0,400' }, { value: 0.6, text: '0,600' },
      { value: 0.5, text: '0,500' },
    ],
    [
      { value: '1970-01-02T00:00:00Z', text: '2. Januar 1970' },
      { value: null, text: 'keine Daten' }, { value: null, text: '–' }, { value: null, text: '–' },
      { value: null, text: '–' },
    ],
  ])
})

it('names categories and keeps numbers', () => {
  const bar = { id: 'share', label: 'Share', shape: 'bar', emphasis: 'main' } as const
  const named = toChartTable({
    ...spec, locale: 'en',
    x: { label: 'Holder', scale: 'category', format: 'count', categories: ['Treasury', '0xab…cd'] },
    y: { label: 'Share', scale: 'linear', format: 'share' },
    series: [{ ...bar, points: [{ x: 0, y: 0.25 }, { x: 1, y: 0 }] }],
  })
  expect(named.rows).toEqual([
    [{ value: 'Treasury', text: 'Treasury' }, { value: 0.25, text: '25.0%' }],
    [{ value: '0xab…cd', text: '0xab…cd' }, { value: 0, text: '0.0%' }],
  ])
  const numbered = toChartTable({ ...spec, locale: 'en', x: { label: 'Rank', scale: 'log', format: 'count' } })
  expect(numbered.columns[0]).toEqual({ id: 'x', label: 'Rank', numeric: true })
  expect(numbered.rows[1]![0]).toEqual({ value: 86400, text: '86,400' })
})

it('is empty for a chart without points', () => {
  expect(toChartTable({ ...spec, series: [] }).rows).toEqual([])
})
