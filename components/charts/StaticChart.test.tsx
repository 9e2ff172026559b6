import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ChartSpec, Point, Series } from '@/lib/domain/chartSpec'
import { StaticChart } from './StaticChart'

const share = { scale: 'linear', format: 'share' } as const
const line = (id: string, points: readonly Point[], more: Partial<Series> = {}): Series =>
  ({ id, label: id, shape: 'line', emphasis: 'main', points, ...more })

const lorenz: ChartSpec = {
  id: 'lorenz', title: 'Who holds UNI', sentence: 'Ten hold half.', notes: ['Block 7', 'Circulating'], locale: 'en',
  x: { ...share, label: 'Share of holders', domain: [0, 1] },
  y: { ...share, label: 'Share of amount', domain: [0, 1] },
  series: [
    line('curve', [{ x: 0, y: 0 }, { x: 0.5, y: 0.25 }, { x: 1, y: 1 }]),
    line('equality', [{ x: 0, y: 0 }, { x: 1, y: 1 }], { emphasis: 'reference', label: 'All hold the same' }),
  ],
}

const draw = (spec: ChartSpec, width = 400, height = 300) =>
  renderToStaticMarkup(<StaticChart spec={spec} width={width} height={height} />)
const group = (markup: string, id: string) => markup.split(`data-series="${id}"`)[1]!.split('</g>')[0]!
const path = (markup: string, id: string) => / d="([^"]+)"/.exec(group(markup, id))?.[1]
const withSeries = (series: readonly Series[], more: Partial<ChartSpec> = {}): ChartSpec => ({ ...lorenz, series, ...more })

describe('where points lie', () => {
  // 400 × 300. Top: 24 for the y axis's name + 8 = 32. Bottom: 300 − 26 for ticks − 20 for the x axis's name = 254.
  // Left: '100%' is (3 · 0.62 + 0.86) · 12.5 = 34 wide, + 8 = 42. Right: 400 − 14 = 386, as both names stand inside.
  it('the line of equality runs from corner to corner', () => {
    expect(path(draw(lorenz), 'equality')).toBe('M42,254L386,32')
  })

  it('half the holders with a quarter are in the middle, a quarter up', () => {
    // 42 + 344 / 2 = 214; 254 − 222 / 4 = 198.5
    expect(path(draw(lorenz), 'curve')).toBe('M42,254L214,198.5L386,32')
  })

  it('a logarithmic axis gives each power of ten the same height', () => {
    const spec = withSeries([line('size', [{ x: 0, y: 1 }, { x: 0.5, y: 10 }, { x: 1, y: 100 }])], {
      y: { label: 'Amount', scale: 'log', format: 'amount' },
    })
    const heights = [...path(draw(spec), 'size')!.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y))
    expect(heights).toEqual([254, 143, 32]) // 143 = (254 + 32) / 2
  })

  it('bars stand on zero and are as high as what they count', () => {
    const spec = withSeries([line('n', [{ x: 0, y: 50 }, { x: 1, y: 100 }], { shape: 'bar' })], {
      x: { label: '', scale: 'category', format: 'count', categories: ['few', 'many'] },
      y: { label: '', scale: 'linear', format: 'count', domain: [0, 100] },
    })
    // No names of axes: top 8, bottom 300 − 26 = 274, so 100 is 266 high and 50 is 133.
    expect([...group(draw(spec), 'n').matchAll(/ y="([\d.]+)" height="([\d.]+)"/g)].map(([, y, height]) => [Number(y), Number(height)]))
      .toEqual([[141, 133], [8, 266]])
  })

  it('bars on their side keep their order and proportion', () => {
    const spec = withSeries([line('held', [{ x: 0, y: 0.4 }, { x: 1, y: 0.1 }], { shape: 'bar' })], {
      horizontal: true, x: { label: 'Holder', scale: 'category', format: 'count', categories: ['Treasury', 'a16z'] },
    })
    const markup = draw({ ...spec, y: { ...share, label: 'Share' } }, 600, 90)
    const [first, second] = [...markup.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="([\d.]+)"/g)].map(([, y, width]) => [Number(y), Number(width)])
    expect(first![1]! / second![1]!).toBeCloseTo(4, 9)
    expect(first![0]!).toBeLessThan(second![0]!)
    expect(markup.indexOf('Treasury')).toBeLessThan(markup.indexOf('a16z'))
    expect(markup).toContain('>40.0%<')
  })

  it('bars on their side have a line over their interval, and room for it', () => {
    const spec = withSeries([line('held', [{ x: 0, y: 0.4, low: 0.2, high: 0.8 }, { x: 1, y: 0.1 }], { shape: 'bar' })], {
      horizontal: true, x: { label: 'Holder', scale: 'category', format: 'count', categories: ['Treasury', 'a16z'] },
    })
    const markup = draw({ ...spec, y: { ...share, label: 'Share' } }, 600, 90)
    const [x, width] = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(markup)!.slice(1).map(Number)
    const paths = [...markup.matchAll(/ d="M([\d.]+) [^"]*H([\d.]+)M/g)].map(([, low, high]) => [Number(low), Number(high)])
    // 0.2 is half of the bar's 0.4, and 0.8 twice as far.
    expect(paths).toHaveLength(1)
    expect(paths[0]![0]! - x!).toBeCloseTo(width! / 2, 6)
    expect(paths[0]![1]! - x!).toBeCloseTo(width! * 2, 6)
    expect(Number(/<text x="([\d.]+)"[^>]*>40.0%</.exec(markup)![1])).toBeGreaterThan(paths[0]![1]!)
  })
})

describe('what is missing', () => {
  const gappy = [{ x: 0, y: 0.1 }, { x: 0.2, y: 0.2 }, { x: 0.4, y: null }, { x: 0.6, y: 0.3 }, { x: 1, y: 0.4 }]

  it('a gap parts a line in two, and its band too', () => {
    const banded = gappy.map((point) => (point.y === null ? point : { ...point, low: point.y - 0.05, high: point.y + 0.05 }))
    const paths = [...group(draw(withSeries([line('a', banded)])), 'a').matchAll(/ d="([^"]+)"/g)].map(([, d]) => d!)
    expect(paths).toHaveLength(2)
    for (const d of paths) expect(d.match(/M/g)).toHaveLength(2)
  })

  it('a point between gaps is a dot, as it has no line', () => {
    const spec = withSeries([line('a', [{ x: 0, y: null }, { x: 0.5, y: 0.5 }, { x: 1, y: null }])])
    expect(draw(spec).match(/<circle/g)).toHaveLength(1)
    expect(draw(withSeries([line('a', gappy)]))).not.toContain('<circle')
  })

  it('zeros have no place on a logarithmic axis, and the chart says so', () => {
    const spec = withSeries([line('a', [{ x: 0, y: 0 }, { x: 0.5, y: 5 }, { x: 1, y: 50 }])], {
      locale: 'de', y: { label: '', scale: 'log', format: 'amount' },
    })
    expect(path(draw(spec), 'a')!.match(/[ML]/g)).toEqual(['M', 'L'])
    expect(draw(spec, 900)).toContain('Nicht gezeigt: 1 Wert von null oder weniger')
  })

  it('a missing bar says so in the place of its figure', () => {
    const spec = withSeries([line('held', [{ x: 0, y: null }], { shape: 'bar' })], {
      horizontal: true, x: { label: '', scale: 'category', format: 'count', categories: ['a16z'] },
    })
    expect(draw(spec)).toContain('>no data<')
  })

  it.each<[string, readonly Point[]]>([
    ['no points', []],
    ['one point', [{ x: 0.5, y: 0.5 }]],
    ['one point at zero', [{ x: 0, y: 0 }]],
    ['only gaps', [{ x: 0, y: null }, { x: 1, y: null }]],
    ['all alike', [{ x: 0, y: 7 }, { x: 1, y: 7 }]],
    ['negative', [{ x: 0, y: -3 }, { x: 1, y: -8 }]],
    ['one x', [{ x: 1, y: 1 }, { x: 1, y: 2 }]],
  ])('%s can be drawn on every axis and in every shape', (_, points) => {
    for (const scale of ['linear', 'log', 'time', 'category'] as const) for (const y of ['linear', 'log'] as const)
      for (const shape of ['line', 'area', 'bar', 'dot'] as const) for (const horizontal of scale === 'category' ? [true, false] : [false]) {
        const markup = draw(withSeries([line('a', points, { shape }), line('b', points, { emphasis: 'second' })], {
          horizontal, x: { label: 'x', scale, format: scale === 'time' ? 'date' : 'count', categories: ['one', 'two'] },
          y: { label: 'y', scale: y, format: 'amount' },
        }), 320)
        expect(markup, `${scale} ${y} ${shape}`).not.toMatch(/NaN|Infinity|undefined|null/)
      }
  })
})

describe('what is said', () => {
  it('names and describes itself, and points to both', () => {
    const markup = draw(lorenz)
    expect(markup).toContain('role="img" aria-labelledby="chart-lorenz-title chart-lorenz-desc"')
    expect(markup).toContain('<title id="chart-lorenz-title">Who holds UNI</title>')
    expect(markup).toContain('<desc id="chart-lorenz-desc">Ten hold half. Block 7; Circulating</desc>')
  })

  it('writes ticks in the language of the page', () => {
    const spec = (locale: 'en' | 'de') => withSeries([line('a', [{ x: 1672531200, y: 0 }, { x: 1767225600, y: 1400000 }])], {
      locale, x: { label: '', scale: 'time', format: 'date' }, y: { label: '', scale: 'linear', format: 'count' },
    })
    expect(draw(spec('de')).replaceAll('\u00a0', ' ')).toContain('>1,2 Mio.<')
    expect(draw(spec('en'))).toContain('>1.2m<')
    expect(draw(spec('en'))).toContain('>2024<')
  })

  it('names lines that end apart at their ends, and pushes close ones apart', () => {
    const spec = withSeries([0.5, 0.53, 0.1].map((end, i) => line(`Line ${i}`, [{ x: 0, y: 0 }, { x: 1, y: end }], i ? { emphasis: 'second' } : {})))
    const labels = [...draw(spec, 700).matchAll(/<tspan x="([\d.]+)" y="([\d.]+)">/g)].map(([, x, y]) => [Number(x), Number(y)])
    expect(labels).toHaveLength(3)
    expect(new Set(labels.map(([x]) => x)).size).toBe(1)
    const heights = labels.map(([, y]) => y!).sort((a, b) => a - b)
    // One line of text is 16 high. 0.03 of 222 px would be 7.
    expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(16)
  })

  it('gives series a key where nothing can be named in place', () => {
    const bars = (['main', 'second'] as const).map((emphasis) => line(emphasis, [{ x: 0, y: 1 }], { shape: 'bar', emphasis, label: `Bars ${emphasis}` }))
    const markup = draw(withSeries(bars, { x: { label: '', scale: 'category', format: 'count', categories: ['one'] } }))
    expect(markup).toContain('>Bars main<')
    expect(markup).toContain('>Bars second<')
  })

  it('tells series apart without colour: by width, by dash, by hollow bars', () => {
    const two = [line('a', [{ x: 0, y: 0.2 }, { x: 1, y: 0.4 }]), line('b', [{ x: 0, y: 0.2 }, { x: 1, y: 0.9 }], { emphasis: 'second' })]
    const [a, b] = ['a', 'b'].map((id) => group(draw(withSeries(two)), id))
    expect(a).toContain('stroke-width="2.5"')
    expect(a).not.toContain('stroke-dasharray')
    expect(b).toContain('stroke-width="2"')
    expect(b).toContain('stroke-dasharray="7 3"')
  })
})
