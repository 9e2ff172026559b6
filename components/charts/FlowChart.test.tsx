import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ChartSpec, FlowDiagram } from '@/lib/domain/chartSpec'
import { toChartHeight } from './chartSize'
import { toFlowLayout } from './flowLayout'
import { StaticChart } from './StaticChart'

// All of it: 60 of 100 straight to owners, 40 through the vault, of which 5 have no owner.
const flow: FlowDiagram = {
  nodes: [
    { id: 'token', label: 'UNI', column: 0, kind: 'source' },
    { id: 'vault', label: 'Vault', column: 1, kind: 'passed' },
    { id: 'owners', label: 'owners', column: 2, kind: 'end' },
    { id: 'locked', label: 'locked for ever', column: 2, kind: 'lost' },
  ],
  links: [
    { from: 'token', to: 'owners', share: 0.6 }, { from: 'token', to: 'vault', share: 0.4 },
    { from: 'vault', to: 'owners', share: 0.35 }, { from: 'vault', to: 'locked', share: 0.05 },
  ],
}
const spec: ChartSpec & { flow: FlowDiagram } = {
  id: 'lookThroughFlow', title: 'Where it lies', sentence: '40.0% lies in contracts.', locale: 'en', notes: [], series: [], flow,
  x: { label: '', scale: 'linear', format: 'count' }, y: { label: 'Share', scale: 'linear', format: 'share' },
}

it('makes heights the shares, and bands that meet their places without a gap', () => {
  const { bars, bands } = toFlowLayout(spec, 600, 300)
  const heightOf = (id: string) => bars.find(({ node }) => node.id === id)!.height
  expect(heightOf('vault') / heightOf('token')).toBeCloseTo(0.4, 9)
  expect(heightOf('owners') / heightOf('token')).toBeCloseTo(0.95, 9)
  const token = bars.find(({ node }) => node.id === 'token')!
  const leaving = bands.filter(({ link }) => link.from === 'token').map(({ points, width }) => [points[0]!.y - width / 2, points[0]!.y + width / 2] as const).sort(([x], [y]) => x - y)
  // What goes straight to owners leaves on top; the next begins where it ends; together they are the whole place.
  expect(leaving[0]![0]).toBeCloseTo(token.y, 9)
  expect(leaving[1]![0]).toBeCloseTo(leaving[0]![1], 9)
  expect(leaving[1]![1]).toBeCloseTo(token.y + token.height, 9)
})

it('keeps everything inside the drawing, also where there is little room', () => {
  for (const [width, height] of [[900, 400], [480, 200], [500, 120]] as const)
    for (const { y, height: size } of toFlowLayout(spec, width, height).bars) {
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + size).toBeLessThanOrEqual(height + 0.001)
    }
})

it.each([360, 900])('names every place with its share and hatches what has no owner, at %i px', (width) => {
  const markup = renderToStaticMarkup(<StaticChart spec={spec} width={width} height={toChartHeight(spec, width)} />)
  const text = markup.replace(/<[^>]*>/g, ' ')
  for (const words of ['Vault', '40.0%', 'owners', '95.0%', 'locked for ever', '5.0%']) expect(text).toContain(words)
  expect(markup).toMatch(/<pattern id="chart-lookThroughFlow-lost"/)
  expect(markup.match(/url\(#chart-lookThroughFlow-lost\)/g)!.length).toBeGreaterThan(0)
  expect(markup).not.toMatch(/NaN|Infinity/)
})
