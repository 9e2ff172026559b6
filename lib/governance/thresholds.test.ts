import { describe, expect, it } from 'vitest'
import { fewestToReach, minimalQuorum } from './thresholds'

describe('the fewest voters to reach a number of votes', () => {
  // 60 + 25 = 85, + 10 = 95, + 5 = 100; at least, so that 60 is reached by one.
  it.each<[bigint, number | null]>([
    [0n, 0],
    [1n, 1],
    [60n, 1],
    [61n, 2],
    [85n, 2],
    [86n, 3],
    [100n, 4],
    [101n, null],
  ])('%s of 5, 60, 10, 25: %s', (amount, fewest) => expect(fewestToReach([5n, 60n, 10n, 25n], amount)).toBe(fewest))

  it('nobody reaches nothing', () => expect([fewestToReach([], 0n), fewestToReach([], 1n)]).toEqual([0, null]))
})

describe('minimal quorum: at least half of what was cast', () => {
  it.each<[bigint[], number | null]>([
    [[50n, 50n], 1],
    // Half of 101 is 50.5: 50 is not enough.
    [[50n, 49n, 2n], 2],
    [[30n, 30n, 20n, 20n], 2],
    [[7n], 1],
    [[0n, 0n], null],
    [[], null],
  ])('%s: %s', (cast, fewest) => expect(minimalQuorum(cast)).toBe(fewest))
})
