import { expect, it } from 'vitest'
import { expectToldReason } from '@/tests/expectToldReason'
import type { Verdict } from '../domain/finding'
import { judgeOverall } from './judgeOverall'

const judge = (...given: [Verdict, number][]) => judgeOverall(given.flatMap(([verdict, count]) => Array.from({ length: count }, () => ({ verdict }))))

it('two thirds of those of which it can be told are enough, and a little less is not', () => {
  expect(judge(['holds', 2], ['doesNotHold', 1]).verdict).toBe('holds')
  expect(judge(['doesNotHold', 4], ['mixed', 2]).verdict).toBe('doesNotHold')
  // 7 of 11 are 63.6 %.
  expect(judge(['holds', 7], ['doesNotHold', 4]).verdict).toBe('mixed')
  expect(judge(['mixed', 3]).verdict).toBe('mixed')
})

it('those of which it cannot be told weigh nothing, and are counted', () => {
  const found = judge(['holds', 2], ['mixed', 1], ['cannotBeTold', 20])
  expect(found.verdict).toBe('holds')
  expect(Object.fromEntries(found.figures.map(({ id, value }) => [id, value]))).toEqual({ holds: 2, mixed: 1, doesNotHold: 0, cannotBeTold: 20, told: 3 })
  expect(found.reason.de).toContain('{cannotBeTold}')
  expect(judge(['holds', 1]).reason.en).not.toContain('{cannotBeTold}')
})

it('speaks of those verdicts alone that there are', () => {
  const said = (...given: [Verdict, number][]) => [judge(...given).reason.en, judge(...given).reason.de]
  expect(said(['holds', 3])).toEqual(['It holds for {holds} of {told}.', 'Bei {holds} von {told} trifft es zu.'])
  expect(said(['doesNotHold', 1], ['mixed', 2])).toEqual(['It does not hold for {doesNotHold} of {told} and is mixed for {mixed}.', 'Bei {doesNotHold} von {told} trifft es nicht zu, bei {mixed} ist es gemischt.'])
  expect(said(['mixed', 1], ['doesNotHold', 1], ['holds', 1], ['cannotBeTold', 1])[0]).toBe('It holds for {holds} of {told}, does not for {doesNotHold} and is mixed for {mixed}; of {cannotBeTold} more it cannot be told.')
  for (const mix of [[['holds', 1]], [['mixed', 2], ['cannotBeTold', 1]], [['cannotBeTold', 2]], [['holds', 1], ['doesNotHold', 1]]] as [Verdict, number][][]) expectToldReason(judge(...mix))
})

it('where it can be told of none, it cannot be told', () => {
  expect([judge().verdict, judge(['cannotBeTold', 3]).verdict]).toEqual(['cannotBeTold', 'cannotBeTold'])
})
