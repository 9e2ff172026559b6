import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ChartSpec, Point, Series } from '@/lib/domain/chartSpec'
import { toStacked } from './stack'
import { StaticChart } from './StaticChart'

const layer = (id: string, points: readonly Point[]): Series => ({ id, label: `Layer ${id}`, shape: 'area', emphasis: 'main', points })
const spec: ChartSpec = {
  id: 'stack', title: 'Who holds', sentence: 'Half.', notes: [], locale: 'en', stacked: true,
  x: { label: '', scale: 'linear', format: 'count' },
  y: { label: '', scale: 'linear', format: 'share', domain: [0, 1] },
  series: [layer('a', [{ x: 0, y: 0.5 }, { x: 1, y: 0.25 }]), layer('b', [{ x: 0, y: 0.25 }, { x: 1, y: 0.75 }])],
}
const draw = (chart: ChartSpec, width = 700) => renderToStaticMarkup(<StaticChart spec={chart} width={width} height={300} />)
const paths = (markup: string, id: string) => [...markup.split(`data-series="${id}"`)[1]!.split('</g>')[0]!.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d!)
const heights = (path: string) => [...path.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y))

describe('stacked areas', () => {
  it('stand on one another', () => {
    expect(toStacked(spec.series).map(({ points }) => points)).toEqual([
      [{ x: 0, y: 0.5, low: 0, high: 0.5 }, { x: 1, y: 0.25, low: 0, high: 0.25 }],
      [{ x: 0, y: 0.75, low: 0.5, high: 0.75 }, { x: 1, y: 1, low: 0.25, high: 1 }],
    ])
    // No names of axes: top 8, bottom 300 − 26 = 274, so that 1 is 266 high. a ends at 274 − 133 = 141 and 274 − 66.5 = 207.5,
    // b at 274 − 199.5 = 74.5 and 8; and back along the edge of a.
    const markup = draw(spec)
    expect(heights(paths(markup, 'a')[1]!)).toEqual([141, 207.5])
    expect(heights(paths(markup, 'b')[0]!)).toEqual([74.5, 8, 207.5, 141])
  })

  it('end where a figure is missing, and all above with them', () => {
    const gappy = toStacked([layer('a', [{ x: 0, y: 1 }, { x: 1, y: 1 }]), layer('b', [{ x: 0, y: null }, { x: 1, y: 2 }]), layer('c', [{ x: 0, y: 3 }])])
    expect(gappy.map(({ points }) => points.map(({ y }) => y))).toEqual([[1, 1], [null, 3], [null, null]])
  })

  it('are told apart without colour: each has a pattern of its own, and its name beside it', () => {
    const many = { ...spec, series: 'abcdef'.split('').map((id) => layer(id, [{ x: 0, y: 0.1 }, { x: 1, y: 0.15 }])) }
    const markup = draw(many)
    const tiles = [...markup.matchAll(/<pattern id="chart-stack-fill-\w"[^>]*>(.*?)<\/pattern>/g)].map(([, tile]) => tile!.replace(/(fill|stroke)="var[^"]*"/g, ''))
    expect(new Set(tiles).size).toBe(6)
    const named = [...markup.matchAll(/<tspan[^>]*y="([\d.]+)">Layer (\w)</g)].map(([, y, id]) => [id, Number(y)] as const)
    // The first at the foot: its name stands lowest.
    expect([...named].sort((one, other) => other[1] - one[1]).map(([id]) => id)).toEqual('abcdef'.split(''))
  })

  it('have a key with their patterns where names find no room, and can be drawn with one point or none', () => {
    const narrow = draw({ ...spec, series: spec.series.map((one) => ({ ...one, label: 'Vermögensverwaltungsgesellschaft' })) }, 320)
    expect(narrow).toContain('fill="url(#chart-stack-fill-b)" stroke')
    // b has nothing left at the end.
    expect(draw({ ...spec, series: [layer('a', [{ x: 0, y: 0.5 }, { x: 1, y: 1 }]), layer('b', [{ x: 0, y: 0.5 }, { x: 1, y: 0 }])] })).toContain('fill="url(#chart-stack-fill-b)" stroke')
    for (const points of [[], [{ x: 0, y: 0.5 }], [{ x: 0, y: null }]]) expect(draw({ ...spec, series: [layer('a', points), layer('b', points)] })).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(draw({ ...spec, series: [layer('a', [{ x: 0, y: 0.5 }])] })).toMatch(/<rect x="[\d.]+" width="8"/)
  })
})
