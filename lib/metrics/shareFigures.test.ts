import { expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toShareFigures } from './shareFigures'

const at = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address

it('tells shares, HHI, Gini and Nakamoto of the same list', () => {
  // 5, 3, 1, 1 of 10: squares 25 + 9 + 1 + 1 = 36 of 100; differences of pairs 2 + 4 + 4 + 2 + 2 + 0 = 14, twice over, by 2 · 4 · 10.
  const figures = toShareFigures([5n, 3n, 1n, 1n].map((amount, place) => ({ account: at(place + 1), amount })))
  expect(figures).toEqual({ count: 4, total: 10n, largest: 0.5, tenth: 0.5, hhi: 0.36, gini: 0.35, nakamoto33: 1, nakamoto50: 2, nakamoto67: 2 })
})

it('rounds the largest tenth up, and adds up what one account has in several places', () => {
  // Eleven with one each, the first with two: twelve, of which two are the tenth with 3 of 12.
  const claims = Array.from({ length: 11 }, (_, place) => ({ account: at(place + 1), amount: 1n }))
  expect(toShareFigures([...claims, { account: at(1), amount: 1n }])).toMatchObject({ count: 11, total: 12n, largest: 2 / 12, tenth: 3 / 12 })
})

it('has nothing to say of nothing', () => {
  expect(toShareFigures([])).toEqual({ count: 0, total: 0n, largest: null, tenth: null, hhi: null, gini: null, nakamoto33: null, nakamoto50: null, nakamoto67: null })
})
