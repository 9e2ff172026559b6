import { describe, expect, it } from 'vitest'
import { rivalMeasureIds } from '../domain/competition'
import { expectToldReason } from '@/tests/expectToldReason'
import { isTold, judgeMeasure, winnerTakesMost, type RivalEvidence } from './winnerTakesMost'

const one = (more: Partial<RivalEvidence> = {}): RivalEvidence => ({
  measure: 'liquidity', leader: 'Uniswap', protocols: 3, months: 36, leaderShare: 0.6, secondShare: 0.3, hhi: 0.46, hhiBefore: 0.4, turnovers: 1, ...more,
})
/** Each measure with shares of its own: the leader's, the second's. */
const many = (...shares: readonly (readonly [number, number])[]) => shares.map(([leaderShare, secondShare], place) => one({ measure: rivalMeasureIds[place]!, leaderShare, secondShare }))

describe('one measure', () => {
  it('is taken by the winner with more than half, twice the second and a concentration that has not fallen', () => {
    expect(judgeMeasure(one())).toBe('holds')
    // Exactly twice is enough; a little less is not.
    expect(judgeMeasure(one({ secondShare: 0.3001 }))).toBe('mixed')
    // 100 points of 10,000 less are none; more are a fall.
    expect(judgeMeasure(one({ hhi: 0.39, hhiBefore: 0.4 }))).toBe('holds')
    expect(judgeMeasure(one({ hhi: 0.389, hhiBefore: 0.4 }))).toBe('mixed')
  })

  it('is not where nobody has more than half', () => {
    expect(judgeMeasure(one({ leaderShare: 0.5, secondShare: 0.1 }))).toBe('doesNotHold')
    expect(judgeMeasure(one({ leaderShare: 0.5001, secondShare: 0.1 }))).toBe('holds')
  })

  it('can be told of two protocols and 24 months', () => {
    expect([isTold(one({ protocols: 2, months: 24 })), isTold(one({ protocols: 1 })), isTold(one({ months: 23 }))]).toEqual([true, false, false])
  })
})

describe('the verdict', () => {
  const verdictOf = (...shares: readonly (readonly [number, number])[]) => winnerTakesMost.judge(many(...shares)).verdict

  it('holds, or does not, where two thirds of the measures say so', () => {
    expect(verdictOf([0.7, 0.2], [0.7, 0.2], [0.4, 0.3])).toBe('holds')
    expect(verdictOf([0.4, 0.3], [0.4, 0.3], [0.7, 0.2])).toBe('doesNotHold')
    expect(verdictOf([0.7, 0.2], [0.7, 0.2], [0.4, 0.3], [0.4, 0.3])).toBe('mixed')
    expect(verdictOf([0.7, 0.2], [0.55, 0.45])).toBe('mixed')
  })

  it('cannot be told of a single measure, and says of how many it can', () => {
    const { verdict, figures, reason } = winnerTakesMost.judge([one(), one({ measure: 'fees', months: 12 })])
    expect([verdict, figures[0]!.value]).toEqual(['cannotBeTold', 1])
    expect(reason.de).toBe('Maße, bei denen zwei oder mehr Protokolle über 24 Monate bekannt sind: {measures}. Nötig sind zwei.')
    expect(winnerTakesMost.judge([]).verdict).toBe('cannotBeTold')
  })

  it('names who leads by how much, and has a figure for each place in its sentence', () => {
    const judgement = winnerTakesMost.judge(many([0.7, 0.2], [0.6, 0.3], [0.8, 0.1], [0.4, 0.3]))
    const { reason, figures } = judgement
    for (const one of [judgement, winnerTakesMost.judge([])]) expectToldReason(one)
    expect(reason.en).toContain('Uniswap with {liquidityLeader} of liquidity; Uniswap with {feesLeader} of fees')
    expect(reason.de).toContain('Uniswap bei Stimmabgaben mit {votesLeader}')
    // (0.7 + 0.6 + 0.8 + 0.4) / 4
    expect(figures[0]).toMatchObject({ id: winnerTakesMost.lead.figure, value: expect.closeTo(0.625, 12) as number })
  })
})
