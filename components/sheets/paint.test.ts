import { expect, it } from 'vitest'
import { mixColours, paint } from './paint'

// Chromium 143: getComputedStyle of color-mix(in oklab, black, white) is oklab(0.5 0 0), which CSS Color 4's own conversion gives as #636363.
it('mixes as color-mix in oklab does', () => {
  expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#636363')
  expect(mixColours('#12436d', '#ffffff', 1)).toBe('#12436d')
})

it('leaves no property in a picture that stands alone, but for the one that follows the reader', () => {
  const svg = '<svg><text fill="color-mix(in oklab, var(--color-text, #1f1d1a) 60%, var(--color-text, #1f1d1a))" font-family="var(--font-text, Inter)"/></svg>'
  expect(paint(svg, 'light')).toBe('<svg><text fill="#1f1d1a" font-family="Inter"/></svg>')
  expect(paint(svg, 'dark')).toBe('<svg><text fill="#ece8df" font-family="Inter"/></svg>')
  expect(paint(svg, 'auto')).toMatch(/^<svg><style>:root \{ color-scheme: light; [^]*prefers-color-scheme: dark[^]*var\(--color-text/)
})
