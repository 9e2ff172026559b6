import { expect, it } from 'vitest'
import { quotaAbove } from './quota'

it('strictly more than a share: the least whole number above it', () => {
  const half = { numerator: 1n, denominator: 2n }
  // 50 of 100 is a tie; 51 of 101 is more than 50.5; 7 of 9 is more than 6.
  expect([quotaAbove(100n, half), quotaAbove(101n, half), quotaAbove(9n, { numerator: 2n, denominator: 3n })]).toEqual([51n, 51n, 7n])
})
