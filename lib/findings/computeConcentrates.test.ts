import { describe, expect, it } from 'vitest'
import type { Address } from '../domain/address'
import { toShareFigures } from '../metrics/shareFigures'
import { expectToldReason } from '@/tests/expectToldReason'
import { computeConcentrates, type ComputeEvidence } from './computeConcentrates'

/** Of as many operators as there are amounts. */
const shared = (...amounts: number[]) => toShareFigures(amounts.map((amount, place) => ({ account: `0x${(place + 1).toString(16).padStart(40, '0')}` as Address, amount: BigInt(amount) })))
const equal = (count: number) => shared(...Array.from({ length: count }, () => 1))
const evidence = (rest: Partial<ComputeEvidence>): ComputeEvidence => ({ stake: equal(20), work: equal(20), workIn: 'fees', months: 24, hhiBefore: null, tokenHhi: null, ...rest })
const verdictOf = (rest: Partial<ComputeEvidence>) => computeConcentrates.judge(evidence(rest)).verdict

// Six with 3 of 10, then 2, 2, 1, 1, 1: 9 + 4 + 4 + 1 + 1 + 1 = 20 of 100, an HHI of 0.2. Five of six alike: 1/6 = 0.167.
const few = shared(3, 2, 2, 1, 1, 1)

describe('computeConcentrates', () => {
  it.each<[string, Partial<ComputeEvidence>, string]>([
    ['stake and work with few', { stake: few, work: few }, 'holds'],
    ['stake alone', { stake: few }, 'mixed'],
    ['work alone', { work: few }, 'mixed'],
    ['twenty alike', {}, 'doesNotHold'],
    ['in its first year', { stake: few, work: few, months: 11 }, 'cannotBeTold'],
    ['where nobody was paid', { stake: few, work: shared() }, 'cannotBeTold'],
    ['where nothing is staked', { stake: shared() }, 'cannotBeTold'],
  ])('%s', (_, rest, verdict) => {
    const judgement = computeConcentrates.judge(evidence(rest))
    expect(judgement.verdict).toBe(verdict)
    expectToldReason(judgement)
  })

  it('an HHI of 0.18 is not above it, and half with a tenth is not more than half', () => {
    // 3, 2 and five times 1 of 10: 9 + 4 + 5 = 18 of 100.
    const exact = shared(3, 2, 1, 1, 1, 1, 1)
    expect(exact.hhi).toBe(0.18)
    expect(verdictOf({ stake: exact, work: exact })).toBe('doesNotHold')
    // A tenth of twelve are two: 10 of 20. 25 + 25 + 10 = 60 of 400.
    const half = shared(5, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    expect(half.tenth).toBe(0.5)
    expect(half.hhi).toBeCloseTo(60 / 400, 15)
    expect(verdictOf({ stake: half, work: half })).toBe('doesNotHold')
    // 11 of 21, and an HHI of (36 + 25 + 10) / 441 = 0.16.
    const more = shared(6, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
    expect(verdictOf({ stake: more, work: more })).toBe('holds')
  })

  it('tells of new tokens where customers paid nothing, and of the year before where there was one', () => {
    const told = computeConcentrates.judge(evidence({ stake: few, work: few, workIn: 'rewards', hhiBefore: 0.1 }))
    expect(told.reason.en).toMatch(/new tokens/)
    expect(told.reason.en).toMatch(/\{stakeHhiBefore\}/)
    expectToldReason(told)
  })
})
