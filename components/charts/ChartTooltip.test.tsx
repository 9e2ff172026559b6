import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ChartSpec } from '@/lib/domain/chartSpec'
import { ChartTooltip } from './ChartTooltip'

const spec: ChartSpec = {
  id: 'a', title: '', sentence: '', notes: [], locale: 'en',
  x: { label: 'Rank', scale: 'linear', format: 'count' },
  y: { label: '', scale: 'linear', format: 'index' },
  series: [
    { id: 'gini', label: 'Gini', shape: 'line', emphasis: 'main', points: [{ x: 1, y: 0.5, low: 0.4, high: 0.6 }, { x: 2, y: null }] },
    { id: 'level', label: 'Level', shape: 'line', emphasis: 'reference', points: [{ x: 0, y: 0.7 }, { x: 2, y: 0.7 }] },
  ],
}
const words = (x: number) => renderToStaticMarkup(<ChartTooltip spec={spec} x={x} />).replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

it('tells the points at an x, their bands and gaps, and never what only a drawn line passes', () => {
  expect(words(1)).toBe('|Rank: 1|Gini|0.500 (0.400 – 0.600)|')
  expect(words(2)).toBe('|Rank: 2|Gini|no data|Level|0.700|')
  expect(words(1.5)).toBe('')
})

it('tells stacked layers as they lie, the topmost first', () => {
  const stacked = renderToStaticMarkup(<ChartTooltip spec={{ ...spec, stacked: true, series: spec.series.map((one) => ({ ...one, shape: 'area' })) }} x={2} />)
  expect(stacked.indexOf('Level')).toBeLessThan(stacked.indexOf('Gini'))
})

it('is announced when there is time, not at once', () => {
  expect(renderToStaticMarkup(<ChartTooltip spec={spec} x={1} />)).toContain('role="status" aria-live="polite"')
})
