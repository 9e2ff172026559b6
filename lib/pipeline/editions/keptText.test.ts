import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readKeptText, toKeptText } from './keptText'

it('writes amounts, maps and texts so that none is taken for another', () => {
  const value = { amount: -(10n ** 30n), texts: ['~n1', '~', '~~map', 'n1'], of: new Map<unknown, unknown>([['~map', new Set([1n, '1'])]]), nothing: null }
  expect(toKeptText({ amount: 1n, of: new Map([['a', '~']]) })).toBe('{"amount":"~n1","of":{"~map":[["a","~~"]]}}')
  expect(readKeptText(toKeptText(value))).toEqual(value)
})

it('gives back whatever it was given', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small' }, fc.bigInt(), fc.string(), fc.string().map((text) => `~${text}`), fc.integer(), fc.boolean(), fc.constant(null), fc.array(tie('tree')), fc.dictionary(fc.string({ minLength: 1 }).filter((key) => !key.startsWith('~') && key !== '__proto__'), tie('tree'))),
  }))
  fc.assert(fc.property(tree, (value) => { expect(readKeptText(toKeptText(value))).toEqual(value) }))
})

it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1]])('refuses %s, which would come back as something else', (value) => {
  expect(() => toKeptText({ value })).toThrow('"value" cannot be kept')
})
