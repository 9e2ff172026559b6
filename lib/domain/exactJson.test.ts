import { expect, it } from 'vitest'
import { parseExactJson } from './exactJson'

it('keeps every digit of every number, and leaves strings as they are', () => {
  const text = String.raw`{"a": 2755022.07144289561234, "b": [-1, 2.11e-16, 0], "c": "12 \"13\" 1e5", "1": true, "d": null}`
  expect(parseExactJson(text)).toEqual({ a: '2755022.07144289561234', b: ['-1', '2.11e-16', '0'], c: '12 "13" 1e5', 1: true, d: null })
})

it.each(['{"votes": [{"vp": 12', '{"a": 1', '', '<html>429</html>'])('refuses what was cut or is none: %s', (text) => {
  expect(() => parseExactJson(text)).toThrow(SyntaxError)
})
