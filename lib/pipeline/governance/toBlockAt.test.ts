import { expect, it } from 'vitest'
import { toBlockAt, toTimeAt } from './toBlockAt'

const known = [{ block: 100, timestamp: 1_000 }, { block: 200, timestamp: 2_200 }, { block: 260, timestamp: 2_800 }]

it.each([
  // Twelve seconds a block, then ten.
  [1_000, 100], [1_600, 150], [1_611, 150], [2_200, 200], [2_500, 230],
  // Before and after, at the pace of the nearest two.
  [400, 50], [3_000, 280],
  // Nothing comes before the first block.
  [-5_000, 0],
])('at %i it is block %i', (timestamp, block) => expect(toBlockAt(known, timestamp)).toBe(block))

it('has no pace of one block', () => expect([toBlockAt(known.slice(0, 1), 5), toBlockAt([], 5)]).toEqual([null, null]))

it.each([
  [100, 1_000], [150, 1_600], [200, 2_200], [230, 2_500], [50, 400], [280, 3_000],
])('block %i comes at %i', (block, timestamp) => expect(toTimeAt(known, block)).toBe(timestamp))

it('knows no time by one block', () => expect([toTimeAt(known.slice(0, 1), 5), toTimeAt([], 5)]).toEqual([null, null]))
