import { expect, it } from 'vitest'
import { toCastSpread } from './castSpread'

it('is HHI and Nakamoto of what was cast', () => {
  // .5² + .3² + .2² = .38; 50 of 100 is not more than half.
  expect(toCastSpread([20n, 50n, 30n])).toEqual({ hhi: 0.38, nakamoto50: 2 })
  expect(toCastSpread([51n, 49n])?.nakamoto50).toBe(1)
  // Computed with R's package ineq: Herfindahl .184081; 22261 + 11904 = 34165 of 66586.
  const golden = toCastSpread([541n, 1463n, 2445n, 3438n, 4437n, 5401n, 6392n, 8304n, 11904n, 22261n])!
  expect(golden.hhi).toBeCloseTo(0.184081, 6)
  expect(golden.nakamoto50).toBe(2)
})

it('says nothing where nothing was cast', () => {
  expect(toCastSpread([])).toBeNull()
  expect(toCastSpread([0n])).toBeNull()
})
