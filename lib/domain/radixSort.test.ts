import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forEachTie, radixSort, toAlong, toOrderBy } from './radixSort'
import { withScratch } from './scratch'

it('sorts as the language does, equals in the order in which they stood, and finds the ties', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b)
      const tied: number[] = []
      const places = withScratch((scratch) => {
        const sorted = radixSort(Uint32Array.from(keys.flatMap((key, i) => [key, i])), scratch)
        const along = toAlong(sorted, new Uint32Array(keys.length))
        forEachTie(sorted, along, (run) => tied.push(...run))
        return [...along]
      })
      expect(places).toEqual(expected)
      expect([...toOrderBy(keys.length, (place) => keys[place]!)]).toEqual(expected)
      expect(tied).toEqual(expected.filter((place) => keys.filter((other) => other === keys[place]).length > 1))
    }),
  )
})

it('work inside other work borrows other memory, even where that has to grow', () => {
  withScratch((outer) => {
    const kept = outer.words(2).fill(7)
    withScratch((inner) => inner.words(2 ** 20).fill(1))
    outer.words(2 ** 20).fill(2)
    expect([...kept]).toEqual([7, 7])
  })
})
