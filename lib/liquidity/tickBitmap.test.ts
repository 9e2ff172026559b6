import { describe, expect, it } from 'vitest'
import { TickBitmap } from './tickBitmap'

/** v3-core, test/TickBitmap.spec.ts, '#nextInitializedTickWithinOneWord': a spacing of 1 and these ticks in use. */
const toBitmap = () => {
  const bitmap = new TickBitmap(1)
  for (const tick of [-200, -55, -4, 70, 78, 84, 139, 240, 535]) bitmap.flip(tick)
  return bitmap
}

describe('next, as v3-core tests it', () => {
  it.each([
    ['to the right of a tick in use', 78, false, 84],
    ['to the right of a negative one', -55, false, -4],
    ['right before one', 77, false, 78],
    ['right before a negative one', -56, false, -55],
    ['not past the border of a word', 255, false, 511],
    ['not past the border below zero', -257, false, -200],
    ['half of a word without one', 383, false, 511],
    ['the same tick downwards', 78, true, 78],
    ['the one below', 79, true, 78],
    ['the border of the word, downwards', 258, true, 256],
    ['the border itself', 256, true, 256],
    ['down a whole word', 72, true, 70],
    ['down into nothing', -257, true, -512],
    ['the rest of a word without one', 1023, true, 768],
    ['half of a word without one, downwards', 900, true, 768],
  ])('%s', (_, tick, down, expected) => {
    expect(toBitmap().next(tick, down)).toBe(expected)
  })
  it('forgets a tick that is flipped again', () => {
    const bitmap = toBitmap()
    bitmap.flip(78)
    expect([bitmap.has(78), bitmap.has(84), bitmap.next(77, false)]).toEqual([false, true, 84])
  })
})

it('counts words in ticks of its spacing, downwards from those between two', () => {
  const bitmap = new TickBitmap(60)
  bitmap.flip(-120)
  // −1 lies between −60 and 0. A word has 256 · 60 ticks: 15,360.
  expect([bitmap.next(-1, true), bitmap.next(-121, true), bitmap.next(-121, false), bitmap.next(0, false)]).toEqual([-120, -15_360, -120, 15_300])
  expect([bitmap.has(-120), bitmap.has(-119), bitmap.has(-60)]).toEqual([true, false, false])
})

it('ends where prices end', () => {
  const bitmap = new TickBitmap(200)
  expect([bitmap.next(-887_200, true), bitmap.next(887_200, false)]).toEqual([-887_272, 887_272])
})
