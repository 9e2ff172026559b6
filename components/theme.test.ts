import { describe, expect, it } from 'vitest'
import { dark, light, toColour, toThemeCss, type Colours } from './theme'

type Triple = readonly [number, number, number]

const toLinear = (colour: string): Triple => {
  const channel = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(toLinear(a)), luminance(toLinear(b))].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira & Fernandes 2009, doi.org/10.1109/TVCG.2009.113, table 1, severity 1.0, on linear RGB. */
const simulations: Record<string, readonly [Triple, Triple, Triple]> = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
}
const simulate = (colour: string, kind: string): Triple => {
  const [r, g, b] = toLinear(colour)
  return simulations[kind]!.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Triple
}

/** CIELAB (CIE 15:2004) under D65; the distance is CIE 1976 ΔE*ab, of which about 2.3 is just noticeable (Mahy et al. 1994). */
const toLab = ([r, g, b]: Triple): Triple => {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
const distance = (a: Triple, b: Triple) => {
  const [p, q] = [toLab(a), toLab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

it('measures as the standards do', () => {
  // WCAG: black on white is 21:1. #767676 is the known lightest grey that holds 4.5:1 on white (4.54). White to black is 100 ΔE.
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(distance(toLinear('#000000'), toLinear('#ffffff'))).toBeCloseTo(100, 2)
})

describe.each([['light', light], ['dark', dark]] as const)('%s', (_, colours: Colours) => {
  const texts = ['text', 'muted', 'link', 'good', 'bad', 'warning'] as const
  const shapes = ['series1', 'series2', 'series3', 'series4', 'reference', 'edge', 'focus'] as const

  it.each(texts)('%s can be read on background and surface', (name) => {
    expect(contrast(colours[name], colours.background)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours[name], colours.surface)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s stands out from the background', (name) => {
    expect(contrast(colours[name], colours.background)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.keys(simulations))('main and second stay clearly apart in %s', (kind) => {
    expect(distance(simulate(colours.series1, kind), simulate(colours.series2, kind))).toBeGreaterThan(40)
  })

  it.each(Object.keys(simulations))('no two series come near each other in %s', (kind) => {
    const all = [colours.series1, colours.series2, colours.series3, colours.series4]
    all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
      expect(distance(simulate(a, kind), simulate(b, kind)), `${a} and ${b}`).toBeGreaterThan(20)
    }))
  })
})

describe('toThemeCss', () => {
  it('gives both themes, the system setting and paper', () => {
    const css = toThemeCss()
    expect(css).toMatch(/^:root \{ color-scheme: light; --color-background: #fdfcf9;/)
    expect(css).toMatch(/prefers-color-scheme: dark\) \{ :root \{ color-scheme: dark; --color-background: #181715;/)
    expect(css).toMatch(/\[data-theme="dark"\] \{ color-scheme: dark;/)
    expect(css).toMatch(/@media print \{ :root, \[data-theme\] \{ color-scheme: light;/)
    expect(css).toContain('--size-heading1: clamp(')
  })

  it('names in every chart colour a property that the theme sets', () => {
    for (const name of Object.keys(light) as (keyof Colours)[]) {
      expect(toThemeCss()).toContain(`--color-${name}: ${light[name]};`)
      expect(toColour(name)).toBe(`var(--color-${name}, ${light[name]})`)
    }
  })
})
