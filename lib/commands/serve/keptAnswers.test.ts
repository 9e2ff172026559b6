import { expect, it } from 'vitest'
import { KeptAnswers } from './keptAnswers'
import { toEncoding } from './question'

const toKept = (length: number) => ({ answer: { status: 200, headers: {}, body: Buffer.alloc(length) }, version: 'first', until: 100 })

it('drops what was asked for longest ago once all takes too many bytes, and takes nothing that fills an eighth', () => {
  const kept = new KeptAnswers(1_000_000)
  for (let each = 0; each < 10; each += 1) kept.keep(`${each}`, toKept(95_999))
  expect(kept.find('0', 'first', 0)).not.toBeNull()
  // Ten of 100,000 with key and headers fill it; the next takes the place of the oldest but the one just asked for.
  kept.keep('next', toKept(95_000))
  expect(['0', '1', '2', 'next'].map((key) => kept.find(key, 'first', 0) !== null)).toEqual([true, false, true, true])
  kept.keep('large', toKept(125_000))
  expect(kept.find('large', 'first', 0)).toBeNull()
})

it('has nothing of other content and nothing too old', () => {
  const kept = new KeptAnswers()
  for (const key of ['a', 'b', 'c']) kept.keep(key, toKept(1))
  expect([kept.find('a', 'second', 0), kept.find('b', 'first', 100), kept.find('c', null, 0)]).toEqual([null, null, null])
  expect(kept.find('a', 'first', 0)).toBeNull()
})

it('an encoding is one that the visitor takes', () => {
  expect(['gzip, deflate, br', 'gzip;q=1.0, br;q=0', 'GZIP', 'br;q=0.0', undefined].map(toEncoding)).toEqual(['br', 'gzip', 'gzip', 'identity', 'identity'])
})
