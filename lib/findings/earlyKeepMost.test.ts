import { describe, expect, it } from 'vitest'
import { expectToldReason } from '@/tests/expectToldReason'
import type { Address } from '../domain/address'
import type { CohortStudy } from '../domain/cohorts'
import { earlyKeepMost } from './earlyKeepMost'

const ofRoles = <Value>(value: Value) => ({ team: value, investor: value, foundation: value, treasury: value, timelock: value, vesting: value })

/** 200 receivers over two years, of which the first quarter saw half; tenths as they are named. */
function studyOf(tenths: readonly number[], facts: Partial<CohortStudy> = {}, to = '2024-12-31'): CohortStudy {
  const amounts = tenths.map(BigInt)
  const dated = amounts.reduce((sum, amount) => sum + amount, 0n)
  return {
    receivers: 200, leftOut: 3, gaps: [],
    cohorts: [{ from: '2023-01-01', to: '2023-03-31', receivers: 100, holders: 40 }, { from: '2023-04-01', to, receivers: 100, holders: 90 }],
    months: [{ day: to, block: 9, held: dated + 7n, cohorts: [30n, dated - 30n], tenths: amounts, firstHundred: 25n, firstPercent: 5n }],
    insiders: ofRoles(0), insiderMonths: [{ day: '2023-01-31', block: 1, supply: 400n, byRole: ofRoles(0n), paidOut: 0n }], payouts: [], ...facts,
  }
}
const figure = (study: CohortStudy, id: string) => earlyKeepMost.judge(study).figures.find((one) => one.id === id)?.value

describe('the early keep the most', () => {
  it.each([
    ['holds', 'first and half', [30, 10, 5, 5, 10, 10, 10, 10, 5, 5]],
    // 21 is more than 20, and 21 + 4 × 8 = 53 of 100.
    ['holds', 'just so', [21, 8, 8, 8, 8, 20, 7, 7, 7, 6]],
    // As much as another one is not more than every other.
    ['mixed', 'a tie of tenths', [20, 9, 8, 8, 8, 20, 7, 7, 7, 6]],
    // 20 + 30 = 50 of 100: half is not more than half.
    ['mixed', 'just half', [20, 8, 8, 8, 6, 10, 10, 10, 10, 10]],
    ['doesNotHold', 'the last have most', [5, 5, 5, 5, 5, 5, 5, 5, 30, 30]],
    ['doesNotHold', 'all equal', [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]],
  ] as const)('%s: %s', (verdict, _, tenths) => {
    expect(earlyKeepMost.judge(studyOf(tenths)).verdict).toBe(verdict)
  })

  it('cannot be told of few, of the young, and of nothing', () => {
    const tenths = [30, 10, 5, 5, 10, 10, 10, 10, 5, 5]
    expect(earlyKeepMost.judge(studyOf(tenths, { receivers: 99 })).verdict).toBe('cannotBeTold')
    expect(earlyKeepMost.judge(studyOf(tenths, { receivers: 100 })).verdict).toBe('holds')
    // 2023 has 365 days: its last day is 364 after its first.
    expect(earlyKeepMost.judge(studyOf(tenths, {}, '2023-12-31'))).toMatchObject({ verdict: 'cannotBeTold', reason: { en: expect.stringContaining('{days}') as string } })
    expect(earlyKeepMost.judge(studyOf(tenths, {}, '2024-01-01')).verdict).toBe('holds')
    const nothing = studyOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(earlyKeepMost.judge({ ...nothing, months: [{ ...nothing.months[0]!, held: 0n }] }).verdict).toBe('cannotBeTold')
    expect(earlyKeepMost.judge({ ...nothing, months: [] }).verdict).toBe('cannotBeTold')
  })

  it('takes shares of what is held by those of whom it is known when they came', () => {
    // 100 in tenths; 7 more belong to accounts that never received any.
    const study = studyOf([30, 10, 5, 5, 10, 10, 10, 10, 5, 5])
    expect(['firstTenth', 'largestOther', 'firstHalf', 'firstHundred', 'firstPercent', 'firstQuarter', 'firstQuarterReceivers'].map((id) => figure(study, id))).toEqual([0.3, 0.1, 0.6, 0.25, 0.05, 0.3, 0.5])
    expect([figure(study, 'payoutKept'), figure(study, 'insidersNow'), figure(study, 'days')]).toEqual([null, null, 730])
  })

  it('tells what stands beside it where it is known', () => {
    const payout = { address: `0x${'1'.repeat(40)}` as Address, name: 'Airdrop', proof: 'claims', paidOut: 90n, receivers: 80, received: 80n, leftOut: 1, holdAll: 10, holdPart: 10, holdNothing: 60 } as const
    const months = [{ day: '2024-12-31', block: 9, receivers: 80, holders: 20, received: 80n, kept: 20n }]
    const insiderMonths = [300n, 100n].map((team, place) => ({ day: `2024-0${place + 1}-28`, block: place, supply: 400n, byRole: { ...ofRoles(0n), team }, paidOut: 0n }))
    const study = studyOf([30, 10, 5, 5, 10, 10, 10, 10, 5, 5], { payouts: [{ ...payout, months }], insiders: { ...ofRoles(0), team: 2 }, insiderMonths })
    expect(['payoutKept', 'payoutNothing', 'insidersFirst', 'insidersNow'].map((id) => figure(study, id))).toEqual([0.25, 0.75, 0.75, 0.25])
  })

  it('names only figures that there are, with a value, in both languages', () => {
    const studies = [[30, 10, 5, 5, 10, 10, 10, 10, 5, 5], [20, 8, 8, 8, 6, 10, 10, 10, 10, 10], [20, 9, 8, 8, 8, 20, 7, 7, 7, 6], [10, 10, 10, 10, 10, 10, 10, 10, 10, 10]].map((tenths) => studyOf(tenths))
    const judgements = [...studies, studyOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], { receivers: 10 }), studyOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], {}, '2023-02-01')].map(earlyKeepMost.judge)
    expect(new Set(judgements.map(({ reason }) => reason.en)).size).toBe(6)
    for (const judgement of judgements) {
      expectToldReason(judgement)
      expect(judgement.reason.en).toMatch(/\{\w+\}/)
    }
    expect(judgements[0]!.figures.map(({ id }) => id)).toContain(earlyKeepMost.lead.figure)
  })
})
