import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { passesByAddress, passesWithoutLargest, toDecisive, toTally, wasDecidedBy, type Ballot } from './decisiveVoters'
import type { CountingRule } from '@/lib/domain/ballot'
import { countingRules, passes } from './tally'

const addressOf = (place: number): Address => `0x${(place + 1).toString(16).padStart(40, '0')}`
const toBallots = (...rows: [choice: Ballot['choice'], votes: number][]): Ballot[] =>
  rows.map(([choice, votes], place) => ({ voter: addressOf(place), votes: BigInt(votes), choice }))
const openZeppelin = (quorum: number): CountingRule => ({ quorum: BigInt(quorum), ...countingRules.openZeppelin })
const bravo = (quorum: number): CountingRule => ({ quorum: BigInt(quorum), ...countingRules.bravo })

describe('counting', () => {
  it('abstentions help an OpenZeppelin Governor to its quorum, and GovernorBravo not', () => {
    const tally = { for: 30n, against: 10n, abstain: 10n }
    // 30 + 10 = 40 for the one, 30 for the other.
    expect([passes(tally, openZeppelin(40)), passes(tally, openZeppelin(41)), passes(tally, bravo(30)), passes(tally, bravo(31))]).toEqual([true, false, true, false])
  })

  it('a tie does not pass; two thirds are not more than two thirds', () => {
    expect(passes({ for: 5n, against: 5n, abstain: 90n }, openZeppelin(0))).toBe(false)
    const supermajority = { ...openZeppelin(0), majority: { numerator: 2n, denominator: 3n } }
    expect([passes({ for: 20n, against: 10n, abstain: 0n }, supermajority), passes({ for: 21n, against: 10n, abstain: 0n }, supermajority)]).toEqual([false, true])
  })
})

describe('who was decisive', () => {
  it('a whale decides alone', () => {
    // 60 + 5 to 30. Without 60 it fails; with the 5 or the 30 otherwise it still passes: 60 to 35, 95 to 0.
    expect(toDecisive(toBallots(['for', 60], ['for', 5], ['against', 30]), openZeppelin(10))).toEqual({
      passed: true,
      alone: [addressOf(0)],
      fewest: 1,
      fewestOfCast: 1,
    })
  })

  it('a quorum missed by one delegate who did not vote', () => {
    // 40 of 50 for; the 15 absent would have brought it to 55, the 9 not. Those who cast were all for: they could not.
    expect(toDecisive(toBallots(['for', 25], ['for', 15], ['absent', 15], ['absent', 9]), bravo(50))).toEqual({
      passed: false,
      alone: [addressOf(2)],
      fewest: 1,
      fewestOfCast: null,
    })
  })

  it('votes that move from for to against count twice', () => {
    // 50 to 30: a margin of 20. Moving 10 makes 40 to 40, a tie, which fails; 9 are not enough.
    const ballots = toBallots(['for', 31], ['for', 10], ['for', 9], ['against', 30])
    expect(toDecisive(ballots, bravo(0)).alone).toEqual([addressOf(0), addressOf(1)])
    // Absent ones can only add: 20 against are enough, 19 not.
    expect(toDecisive([...ballots, ...toBallots(['absent', 20], ['absent', 19]).map((each, i) => ({ ...each, voter: addressOf(9 + i) }))], bravo(0)).alone).toEqual([
      addressOf(0),
      addressOf(9),
      addressOf(1),
    ])
  })

  it('the quorum is the easier way: one abstention that stays away', () => {
    // 30 for and 20 in abstention are a quorum of 50, and nobody is against. 1 vote fewer is too few: every one of them.
    expect(toDecisive(toBallots(['for', 18], ['for', 12], ['abstain', 20]), openZeppelin(50))).toMatchObject({
      alone: [addressOf(2), addressOf(0), addressOf(1)],
      fewest: 1,
    })
  })

  it('what failed needs quorum and majority at once', () => {
    // 20 for, 26 against, 10 in abstention; OpenZeppelin counts 30 of 40. The margin is −6: 10 of the abstainer would give +4, yet no quorum;
    // the absent 10 the quorum and +4: enough. 15 against turned give 35 for, 11 against, quorum 45: enough. 6 against turned: 36, margin +6, no quorum.
    const ballots = toBallots(['for', 20], ['against', 15], ['against', 6], ['against', 5], ['abstain', 10], ['absent', 10])
    expect(toDecisive(ballots, openZeppelin(40))).toEqual({ passed: false, alone: [addressOf(1), addressOf(5)], fewest: 1, fewestOfCast: 1 })
    // Of a quorum of 47: 45 + 6 = 51 takes the two largest against.
    expect(toDecisive(ballots, openZeppelin(47))).toMatchObject({ alone: [], fewest: 2, fewestOfCast: 2 })
  })

  it('nobody voted, and nobody can', () => {
    expect(toDecisive([], openZeppelin(1))).toEqual({ passed: false, alone: [], fewest: null, fewestOfCast: null })
  })

  it('as few as trying everything finds', () => {
    const choices = ['for', 'against', 'abstain', 'absent'] as const
    const ballot = fc.tuple(fc.constantFrom(...choices), fc.integer({ min: 1, max: 12 }))
    const rules = fc.constantFrom(countingRules.openZeppelin, countingRules.bravo, { ...countingRules.openZeppelin, majority: { numerator: 2n, denominator: 3n } })
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 5 }), rules, fc.integer({ min: 0, max: 40 }), (rows, kind, quorum) => {
        const ballots = toBallots(...rows)
        const rule = { ...kind, quorum: BigInt(quorum) }
        const passed = passes(toTally(ballots), rule)
        let fewest: number | null = null
        for (let code = 0; code < 4 ** ballots.length; code++) {
          const moved = ballots.map((each, i) => ({ ...each, choice: choices[Math.floor(code / 4 ** i) % 4]! }))
          const changes = moved.filter(({ choice }, i) => choice !== ballots[i]!.choice).length
          if (passes(toTally(moved), rule) !== passed && (fewest === null || changes < fewest)) fewest = changes
        }
        expect(toDecisive(ballots, rule).fewest).toBe(fewest)
      }),
    )
  })
})

describe('how it would have ended', () => {
  const ballots = toBallots(['for', 60], ['against', 20], ['against', 10], ['absent', 500])

  it('by one address, one vote: 1 to 2', () => {
    expect(passesByAddress(ballots, openZeppelin(50))).toBe(false)
    expect(passesByAddress(toBallots(['abstain', 5]), openZeppelin(0))).toBeNull()
  })

  it('without the largest that voted', () => {
    expect([0, 1, 2].map((k) => passesWithoutLargest(ballots, openZeppelin(50), k))).toEqual([true, false, false])
    // 10 for after the two largest are gone; those who did not vote are not among them.
    expect(passesWithoutLargest(toBallots(['for', 60], ['against', 20], ['for', 10], ['absent', 70]), openZeppelin(5), 2)).toBe(true)
  })

  it('by some alone', () => {
    expect(wasDecidedBy(ballots, openZeppelin(50), new Set([addressOf(0)]))).toBe(true)
    expect(wasDecidedBy(ballots, openZeppelin(50), new Set([addressOf(1), addressOf(2)]))).toBe(false)
  })
})
