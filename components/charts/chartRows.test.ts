import { expect, it } from 'vitest'
import type { ChartSpec, Series } from '@/lib/domain/chartSpec'
import { toChartRows } from './chartRows'

const linear = { label: '', scale: 'linear', format: 'ratio' } as const
const log = { ...linear, scale: 'log' } as const
const line = (id: string, points: Series['points'], shape: Series['shape'] = 'line'): Series => ({ id, label: id, shape, emphasis: 'main', points })
const spec = (series: readonly Series[], more: Partial<ChartSpec> = {}): ChartSpec =>
  ({ id: 'a', title: '', sentence: '', x: linear, y: linear, series, notes: [], locale: 'en', ...more })

it('runs a line through where only another has points, and nothing through a gap', () => {
  const rows = toChartRows(spec([
    line('equality', [{ x: 0, y: 0 }, { x: 1, y: 1 }]),
    line('curve', [{ x: 0, y: 0 }, { x: 0.25, y: null }, { x: 0.5, y: 0.1 }, { x: 1, y: 1 }]),
    line('late', [{ x: 0.5, y: 3 }]),
  ]))
  expect(rows).toEqual([
    { x: 0, equality: 0, curve: 0, late: null },
    { x: 0.25, equality: 0.25, curve: null, late: null },
    { x: 0.5, equality: 0.5, curve: 0.1, late: 3 },
    { x: 1, equality: 1, curve: 1, late: null },
  ])
})

it('is straight in logarithms where the axes are, and leaves out what has no place there', () => {
  const [first, second, third, ...none] = toChartRows(spec(
    [line('power', [{ x: 1, y: 1 }, { x: 100, y: 10000 }]), line('other', [{ x: 0, y: 1 }, { x: 10, y: 0 }])], { x: log, y: log },
  ))
  expect(first).toEqual({ x: 1, power: 1, other: null })
  // y = x² is a straight line in logarithms: 10² = 100
  expect(second!.power).toBeCloseTo(100, 9)
  expect(second!.other).toBeNull()
  expect(third).toEqual({ x: 100, power: 10000, other: null })
  expect(none).toEqual([])
})

it('keeps bands beside their line and the place of a category without a bar', () => {
  expect(toChartRows(spec([line('gini', [{ x: 0, y: 0.5, low: 0.4, high: 0.6 }])]))).toEqual([{ x: 0, gini: 0.5, gini_band: [0.4, 0.6] }])
  const named = spec([line('n', [{ x: 0, y: 1 }, { x: 2, y: 3 }], 'bar')], {
    x: { ...linear, scale: 'category', categories: ['a', 'b', 'c'] },
  })
  expect(toChartRows(named)).toEqual([{ x: 0, n: 1 }, { x: 1, n: null }, { x: 2, n: 3 }])
})
