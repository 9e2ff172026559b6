import { expect, it } from 'vitest'
import { eliminate } from './eliminate'

it('solves two that hold each other', () => {
  // The first hands 3/4 to the second and lets 1/4 out, the second 1/2 and 1/2. What comes in at the first leaves there with
  // f = 1/4 + 3/4 · 1/2 · f, so f = (1/4) / (5/8) = 2/5, and at the second with 3/5. From the second: g = 1/2 · f = 1/5, and 4/5.
  const { exits, total } = eliminate([[0n, 3n], [5n, 0n]], [1n, 5n])
  expect(exits.flat().map((exit) => exit * 5n)).toEqual([2n, 3n, 1n, 4n].map((fifths) => fifths * total))
})

it('goes round a ring in one direction', () => {
  // Each of three lets 1/2 out and hands 1/2 on: out at once 1/2, after one 1/4, after two 1/8, and then again by eighths: 4/7, 2/7, 1/7.
  const { exits, total } = eliminate([[0n, 1n, 0n], [0n, 0n, 1n], [1n, 0n, 0n]], [1n, 1n, 1n])
  const sevenths = [[4n, 2n, 1n], [1n, 4n, 2n], [2n, 1n, 4n]]
  expect(exits.map((row) => row.map((exit) => exit * 7n))).toEqual(sevenths.map((row) => row.map((part) => part * total)))
})

it('does not look at what a contract holds of itself', () => {
  const without = eliminate([[0n, 3n], [5n, 0n]], [1n, 5n])
  expect(eliminate([[8n, 3n], [5n, 1n]], [1n, 5n])).toEqual(without)
})
