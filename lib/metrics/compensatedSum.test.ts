import { expect, it } from 'vitest'
import { compensatedSum } from './compensatedSum'

it('keeps the small terms beside the large ones', () => {
  expect(compensatedSum(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2)
  // A plain loop is off in the ninth digit here.
  expect(compensatedSum(new Float64Array(10_000_000).fill(0.1))).toBe(1_000_000)
  expect(compensatedSum(new Float64Array(0))).toBe(0)
})
