import { expect, test } from 'vitest'
import { toSample } from './auditSnapshot'
import { toFirstDifference } from './repairToken'

const step = (blockNumber: number, balance: bigint) => ({ blockNumber, balance })

test.each([
  ['a block that one does not have', [step(3, 5n)], [step(2, 1n), step(3, 6n)], 2],
  ['another balance', [step(2, 1n), step(3, 5n)], [step(2, 1n), step(3, 6n)], 3],
  ['one ends before', [step(2, 1n)], [step(2, 1n), step(9, 6n)], 9],
  ['one is empty', [step(4, 1n)], [], 4],
  ['the same', [step(2, 1n)], [step(2, 1n)], null],
])('the first difference: %s', (_, ours, theirs, block) => expect(toFirstDifference(ours, theirs)).toBe(block))

test('an audit looks at the largest balances, at those below zero, and at others between', () => {
  // 40 of 1,000: the 20 largest; the lowest 10, of which 4 are below zero; 16 of the 976 between.
  const claims = Array.from({ length: 1000 }, (_, index) => ({ account: `0x${index.toString(16).padStart(40, '0')}` as const, amount: BigInt(995 - index) }))
  const sample = toSample(claims, 40)
  expect(new Set(sample).size).toBe(40)
  expect(sample.slice(0, 20)).toEqual(claims.slice(0, 20))
  expect(sample.filter(({ amount }) => amount < 0n)).toEqual(claims.slice(996))
})
