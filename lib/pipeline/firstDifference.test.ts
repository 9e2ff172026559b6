import { expect, test } from 'vitest'
import { toFirstDifference } from './firstDifference'

const step = (blockNumber: number, balance: bigint) => ({ blockNumber, balance })

test.each([
  ['a block that one does not have', [step(3, 5n)], [step(2, 1n), step(3, 6n)], 2],
  ['another balance', [step(2, 1n), step(3, 5n)], [step(2, 1n), step(3, 6n)], 3],
  ['one ends before', [step(2, 1n)], [step(2, 1n), step(9, 6n)], 9],
  ['one is empty', [step(4, 1n)], [], 4],
  ['the same', [step(2, 1n)], [step(2, 1n)], null],
])('the first difference: %s', (_, ours, theirs, block) => expect(toFirstDifference(ours, theirs, (one, other) => one.balance === other.balance)).toBe(block))
