import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toComponents } from './components'

it('finds circles, and puts what leads before what it leads to', () => {
  // 3 → 0 → 1 ⇄ 2, and 4 alone with an edge to itself
  const components = toComponents([[1], [2], [1], [0], [4]])
  expect(components.filter((component) => component.length > 1)).toEqual([[1, 2]])
  const places = [3, 0, 1].map((node) => components.findIndex((component) => component.includes(node)))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(components.flat().sort()).toEqual([0, 1, 2, 3, 4])
})

it('walks a chain of a hundred thousand', () => {
  const length = 100_000
  const chain = Array.from({ length }, (_, node) => (node + 1 < length ? [node + 1] : []))
  expect(toComponents(chain)).toEqual(chain.map((_, node) => [node]))
})

it('agrees with who can be reached from where', () => {
  const graph = fc.integer({ min: 1, max: 9 }).chain((nodes) => {
    const target = fc.integer({ min: 0, max: nodes - 1 })
    return fc.array(fc.array(target, { maxLength: 3 }), { minLength: nodes, maxLength: nodes })
  })
  fc.assert(
    fc.property(graph, (edges) => {
      const reaches = edges.map((_, from) => toReached(edges, from))
      const components = toComponents(edges)
      expect(components.flat().sort()).toEqual(edges.map((_, node) => node))
      const placeOf = (node: number) => components.findIndex((component) => component.includes(node))
      for (let a = 0; a < edges.length; a++)
        for (let b = 0; b < edges.length; b++) {
          expect(placeOf(a) === placeOf(b)).toBe(reaches[a]!.has(b) && reaches[b]!.has(a))
          if (reaches[a]!.has(b)) expect(placeOf(a)).toBeLessThanOrEqual(placeOf(b))
        }
    }),
  )
})

function toReached(edges: readonly (readonly number[])[], from: number): Set<number> {
  const reached = new Set([from])
  for (const node of reached) for (const next of edges[node]!) reached.add(next)
  return reached
}
