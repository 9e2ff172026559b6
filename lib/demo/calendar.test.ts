import { expect, test } from 'vitest'
import { follow, storyDays, storyEnd, storyStart, toDay, toTimestamp } from './calendar'

test('the story lasts from 2023 to the end of 2025, a leap year among them', () => {
  expect(storyStart).toBe(1_672_531_200)
  expect(toDay(storyEnd)).toBe(storyDays - 1)
  expect(toTimestamp(storyDays)).toBe(Date.parse('2026-01-01T00:00:00Z') / 1000)
})

test('follow goes straight from point to point and stays level outside', () => {
  const line = [[10, 1], [20, 3], [30, 2]] as const
  expect([0, 10, 15, 20, 25, 99].map((x) => follow(line, x))).toEqual([1, 1, 2, 3, 2.5, 2])
})
