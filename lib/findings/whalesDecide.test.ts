import { describe, expect, it } from 'vitest'
import { expectToldReason } from '@/tests/expectToldReason'
import type { Ruling } from '../governance/outcome'
import { toMedian } from '../metrics/median'
import { whalesDecide, type VotedDecision } from './whalesDecide'

interface Told {
  /** How few could have turned it; null where not even all could */
  fewest: number | null
  /** Whether it would have ended otherwise without the three largest */
  turned: boolean
  byAddress?: boolean | null
  quorum?: number | null
  voters?: number
}

const toDecision = ({ fewest, turned, byAddress = false, quorum = 2, voters = 20 }: Told): VotedDecision => {
  const ruling: Ruling = {
    passed: true,
    flip: { alone: fewest === 1 ? 1 : 0, largest: [], fewest: fewest === null ? null : { count: fewest, exact: true } },
    flipWithAbsent: null,
    passedByAddress: byAddress === null ? null : !byAddress,
    passedWithout: [{ largest: 1, passed: true }, { largest: 3, passed: !turned }, { largest: 10, passed: false }],
  }
  return { ruling, insiders: { cast: { for: 0n, against: 0n, abstain: 0n }, needed: false, enough: false }, minimalQuorum: quorum, voters }
}

const times = (count: number, told: Told): VotedDecision[] => Array.from({ length: count }, () => toDecision(told))
const judge = (...decisions: VotedDecision[][]) => {
  const judgement = whalesDecide.judge({ decisions: decisions.flat() })
  expectToldReason(judgement)
  return judgement
}
const figureOf = (judgement: ReturnType<typeof judge>, id: string) => judgement.figures.find((figure) => figure.id === id)!.value

describe('whales decide', () => {
  it('holds where few could have turned half of the decisions, and half would have ended otherwise without them: the border is in', () => {
    expect(judge(times(5, { fewest: 3, turned: true }), times(5, { fewest: 4, turned: false })).verdict).toBe('holds')
  })

  it('is mixed where they could and did not have to, and the other way round', () => {
    // 5 of 10 could, 4 of 10 did.
    expect(judge(times(4, { fewest: 1, turned: true }), times(1, { fewest: 2, turned: false }), times(5, { fewest: 9, turned: false })).verdict).toBe('mixed')
    expect(judge(times(4, { fewest: 3, turned: true }), times(1, { fewest: 4, turned: true }), times(5, { fewest: 4, turned: false })).verdict).toBe('mixed')
  })

  it('does not hold where neither is so in half of them', () => {
    expect(judge(times(4, { fewest: 1, turned: true }), times(6, { fewest: 4, turned: false })).verdict).toBe('doesNotHold')
  })

  it('counts a decision that not even all voters could have turned as one that few could not', () => {
    expect(figureOf(judge(times(10, { fewest: null, turned: false })), 'fewCould')).toBe(0)
  })

  it('cannot be told of nine decisions, and says how few there are; of none it says so', () => {
    const nine = judge(times(9, { fewest: 1, turned: true }))
    expect([nine.verdict, figureOf(nine, 'decisions')]).toEqual(['cannotBeTold', 9])
    expect(nine.reason.en).toContain('{decisions}')
    const none = judge()
    expect([none.verdict, figureOf(none, 'fewCould'), figureOf(none, 'halfOfVotes')]).toEqual(['cannotBeTold', null, null])
    expect(none.reason.en).not.toContain('{')
  })

  it('tells by address of those alone of which it can be told, and medians', () => {
    // By heads 2 of 8 are told otherwise; quorums 1 × 5 and 4 × 5 have their middle at 2.5; voters 10 × 5 and 31 × 5 at 20.5.
    const found = judge(times(2, { fewest: 1, turned: true, byAddress: true, quorum: 1, voters: 10 }), times(3, { fewest: 1, turned: true, quorum: 1, voters: 10 }), times(3, { fewest: 5, turned: false, quorum: 4, voters: 31 }), times(2, { fewest: 5, turned: false, byAddress: null, quorum: 4, voters: 31 }))
    expect(['turnedByAddress', 'halfOfVotes', 'voters', 'oneCould'].map((id) => figureOf(found, id))).toEqual([0.25, 2.5, 20.5, 0.5])
  })
})

it('a median is the middle, or the mean of two', () => {
  expect([toMedian([]), toMedian([7]), toMedian([3, 1, 10]), toMedian([4, 1, 2, 100])]).toEqual([null, 7, 3, 3])
})
