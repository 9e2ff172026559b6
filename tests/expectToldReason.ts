import { expect } from 'vitest'
import type { Judgement } from '@/lib/domain/finding'

/** Every place in a judgement's reason has its figure, in both languages the same ones, and each figure its words. */
export function expectToldReason({ reason, figures }: Judgement): void {
  const placesOf = (text: string) => [...text.matchAll(/\{([A-Za-z0-9]+)(?:\.(low|high))?\}/g)].map(([, id, end]) => ({ id: id!, end: (end ?? 'value') as 'value' | 'low' | 'high' }))
  const [en, de] = [placesOf(reason.en), placesOf(reason.de)]
  for (const { id, end } of [...en, ...de]) expect(figures.find((figure) => figure.id === id)?.[end], `{${id}.${end}} in "${reason.en}"`).toEqual(expect.any(Number))
  const toKeys = (places: typeof en) => places.map(({ id, end }) => `${id}.${end}`).sort()
  expect(toKeys(de)).toEqual(toKeys(en))
  expect(reason.en.replaceAll(/\{[A-Za-z0-9.]+\}/g, '')).not.toMatch(/[{}]/)
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
  for (const { name, value, low, high } of figures) {
    expect([name.en, name.de].every((text) => text.trim() !== '')).toBe(true)
    for (const one of [value, low, high]) if (one !== null && one !== undefined) expect(Number.isFinite(one)).toBe(true)
  }
}
