import { expect, it } from 'vitest'
import { benjaminiHochberg, bonferroni } from './correctedPValues'

const correct = (by: (logarithms: readonly number[]) => number[], values: readonly number[]) => by(values.map(Math.log)).map(Math.exp)
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 14))

it('as R’s p.adjust does', () => {
  const values = [0.04, 0.001, 0.8, 0.013, 0.02, 0.02]
  // R 4: p.adjust(c(0.04, 0.001, 0.8, 0.013, 0.02, 0.02), 'bonferroni'), and the same with 'BH'
  expect(correct(bonferroni, values)).toEqual(close([0.24, 0.006, 1, 0.078, 0.12, 0.12]))
  expect(correct(benjaminiHochberg, values)).toEqual(close([0.048, 0.006, 0.8, 0.03, 0.03, 0.03]))
})

it('five that rise evenly are all as good as the last', () => {
  // R 4: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), 'BH')
  expect(correct(benjaminiHochberg, [0.01, 0.02, 0.03, 0.04, 0.05])).toEqual(close([0.05, 0.05, 0.05, 0.05, 0.05]))
})

it('one is its own, none are none, and what no double holds stays what it is', () => {
  expect(benjaminiHochberg([-7000])).toEqual([-7000])
  expect(bonferroni([-7000, 0])).toEqual([-7000 + Math.log(2), 0])
  expect([bonferroni([]), benjaminiHochberg([])]).toEqual([[], []])
})
