import fc from 'fast-check'
import { expect, it } from 'vitest'
import { squareRoot } from './squareRoot'

it('is the largest number whose square is not more', () => {
  expect([0n, 1n, 3n, 4n, 24n, 25n].map(squareRoot)).toEqual([0n, 1n, 1n, 2n, 4n, 5n])
  fc.assert(
    fc.property(fc.oneof(fc.bigInt(0n, 100n), fc.bigInt(0n, 2n ** 224n)), (value) => {
      const root = squareRoot(value)
      return root * root <= value && (root + 1n) * (root + 1n) > value
    }),
  )
})
