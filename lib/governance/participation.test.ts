import { describe, expect, it } from 'vitest'
import type { PossibleVoter } from '../domain/participation'
import { joinTookPart, toParticipation } from './participation'

const holder = (amount: number, rest: Partial<PossibleVoter> = {}): PossibleVoter => ({ amount: BigInt(amount), inHand: BigInt(amount), depth: 0n, delegated: false, voted: false, ...rest })

describe('who takes part', () => {
  // 105 holders of 1 … 105, largest first: the tenths begin at ⌊10.5 g⌋, so they have 10 and 11 by turns; the last begins at place 94 and has 95 … 105.
  const holders = Array.from({ length: 105 }, (_, place) => 105 - place).map((amount) => holder(amount, { delegated: amount > 94, voted: amount > 104 || amount === 1 }))
  const found = toParticipation(holders)

  it('tenths differ by one at most, smallest first', () => {
    expect(found.tenths.map(({ holders: count }) => count)).toEqual([10, 11, 10, 11, 10, 11, 10, 11, 10, 11])
    expect(found.tenths.at(-1)).toEqual({ holders: 11, delegated: 11, voted: 1, either: 11, least: 95n, most: 105n, meanDepth: 0 })
    expect(found.tenths[0]).toMatchObject({ holders: 10, delegated: 0, voted: 1, either: 1, least: 1n, most: 10n })
  })

  it('all of them, and half of them', () => {
    expect(found.all).toEqual({ holders: 105, delegated: 11, voted: 2, either: 12 })
    expect(joinTookPart(found.tenths.slice(0, 5))).toEqual({ holders: 52, delegated: 0, voted: 1, either: 1 })
    expect(joinTookPart(found.tenths)).toEqual(found.all)
  })

  it('the median holding: of an even number the mean of the two in the middle, without its fraction', () => {
    expect(found.median).toBe(53n)
    expect(toParticipation([holder(4), holder(1), holder(3), holder(2)]).median).toBe(2n)
    expect(toParticipation([holder(7), holder(1), holder(3), holder(5)]).median).toBe(4n)
    expect(toParticipation([])).toMatchObject({ median: null, tenths: [], all: { holders: 0 } })
  })

  it('no tenths of 99', () => {
    expect(toParticipation(holders.slice(0, 99)).tenths).toEqual([])
    expect(toParticipation(holders.slice(0, 100)).tenths).toHaveLength(10)
  })

  it('in hand is at least half of it', () => {
    const { inHand, throughContracts } = toParticipation([holder(10, { inHand: 5n, voted: true }), holder(10, { inHand: 4n, delegated: true }), holder(10, { inHand: 0n })])
    expect(inHand).toEqual({ holders: 1, delegated: 0, voted: 1, either: 1 })
    expect(throughContracts).toEqual({ holders: 2, delegated: 1, voted: 0, either: 1 })
  })

  // Ten holders of 1 and 90 of 3; of the last tenth one has two of its three behind two contracts: (2 · 2) / 30.
  it('depth is weighted by what lies there', () => {
    const deep = [...Array.from({ length: 99 }, (_, place) => holder(place < 10 ? 1 : 3)), holder(3, { depth: 4n })]
    expect(toParticipation(deep).tenths.at(-1)?.meanDepth).toBeCloseTo(4 / 30, 12)
  })
})
