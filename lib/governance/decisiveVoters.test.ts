import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { CountingRule, Support } from '@/lib/domain/ballot'
import { toDecisive, toTally, type Ballot } from './decisiveVoters'
import { passesByAddress, passesWithoutLargest, toSway } from './otherwise'
import { countingRules, passes } from './tally'

const addressOf = (place: number): Address => `0x${(place + 1).toString(16).padStart(40, '0')}`
type Choice = Support | 'absent'
const nothing = { for: 0n, against: 0n, abstain: 0n }
const toParts = (choice: Choice, votes: bigint) => (choice === 'absent' ? nothing : { ...nothing, [choice]: votes })
const toBallots = (...rows: [choice: Choice, votes: number][]): Ballot[] =>
  rows.map(([choice, votes], place) => ({ voter: addressOf(place), votes: BigInt(votes), parts: toParts(choice, BigInt(votes)) }))
/** For, against, abstention, and what was not cast. */
const toSplit = (...rows: [number, number, number, number][]): Ballot[] =>
  rows.map(([inFavour, against, abstain, rest], place) => ({ voter: addressOf(place), votes: BigInt(inFavour + against + abstain + rest), parts: { for: BigInt(inFavour), against: BigInt(against), abstain: BigInt(abstain) } }))
/** Only what was cast. */
const ofCast = (ballots: readonly Ballot[]) => ballots.filter(({ parts }) => parts.for + parts.against + parts.abstain > 0n)
const few = (count: number) => ({ count, exact: true })
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
      fewest: few(1),
    })
  })

  it('a quorum missed by one delegate who did not vote', () => {
    // 40 of 50 for; the 15 absent would have brought it to 55, the 9 not. Those who cast were all for: they could not.
    const ballots = toBallots(['for', 25], ['for', 15], ['absent', 15], ['absent', 9])
    expect(toDecisive(ballots, bravo(50))).toEqual({ passed: false, alone: [addressOf(2)], fewest: few(1) })
    expect(toDecisive(ofCast(ballots), bravo(50))).toEqual({ passed: false, alone: [], fewest: null })
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
      fewest: few(1),
    })
  })

  it('what failed needs quorum and majority at once', () => {
    // 20 for, 26 against, 10 in abstention; OpenZeppelin counts 30 of 40. The margin is −6: 10 of the abstainer would give +4, yet no quorum;
    // the absent 10 the quorum and +4: enough. 15 against turned give 35 for, 11 against, quorum 45: enough. 6 against turned: 36, margin +6, no quorum.
    const ballots = toBallots(['for', 20], ['against', 15], ['against', 6], ['against', 5], ['abstain', 10], ['absent', 10])
    expect(toDecisive(ballots, openZeppelin(40))).toEqual({ passed: false, alone: [addressOf(1), addressOf(5)], fewest: few(1) })
    expect(toDecisive(ofCast(ballots), openZeppelin(40)).alone).toEqual([addressOf(1)])
    // Of a quorum of 47: 45 + 6 = 51 takes the two largest against.
    expect(toDecisive(ballots, openZeppelin(47))).toMatchObject({ alone: [], fewest: few(2) })
  })

  it('nobody voted, and nobody can', () => {
    expect(toDecisive([], openZeppelin(1))).toEqual({ passed: false, alone: [], fewest: null })
  })

  it('a fractional voter moves all its votes', () => {
    // 40 for and 25 against, of which 30 and 20 are one voter's. Against with all of its 50: 10 to 55. With 10 for and 5 against alone, 30 to 20
    // become 30 to 30 where the 10 move: a tie.
    const ballots = toSplit([30, 20, 0, 0], [10, 0, 0, 0], [0, 5, 0, 0])
    expect(toDecisive(ballots, bravo(0)).alone).toEqual([addressOf(0), addressOf(1)])
    // Of 100 it cast 50: what it kept makes up for a quorum of 90, though nobody else has anything left.
    expect(toDecisive(toSplit([30, 20, 0, 50], [10, 0, 0, 0]), bravo(90))).toEqual({ passed: false, alone: [addressOf(0)], fewest: few(1) })
    expect(toDecisive(toSplit([30, 20, 0, 0], [10, 0, 0, 0]), bravo(61))).toEqual({ passed: false, alone: [], fewest: null })
  })

  it('who moves makes up for quorum and majority at once, and one of the two is not enough', () => {
    // OpenZeppelin, quorum 60; 10 for, 30 against, 20 abstain: 30 of 60 and a margin of −20, so 21 of margin and 30 of quorum are missing.
    // Who turns 15 against brings 30 and 15; turning 20 in abstention 20 and nothing. 15 and 15 against: 60 and 30, enough, both together.
    expect(toDecisive(toBallots(['for', 10], ['against', 15], ['against', 15], ['abstain', 20]), openZeppelin(60))).toEqual({ passed: false, alone: [], fewest: few(2) })
  })

  it('as few as trying everything finds', () => {
    const choices = ['for', 'against', 'abstain', 'absent'] as const
    const part = fc.integer({ min: 0, max: 6 })
    const split = fc.tuple(part, part, part, part)
    const rules = fc.constantFrom(countingRules.openZeppelin, countingRules.bravo, { ...countingRules.openZeppelin, majority: { numerator: 2n, denominator: 3n } })
    fc.assert(
      fc.property(fc.array(split, { maxLength: 5 }), rules, fc.integer({ min: 0, max: 60 }), (rows, kind, quorum) => {
        const ballots = toSplit(...rows)
        const rule = { ...kind, quorum: BigInt(quorum) }
        const passed = passes(toTally(ballots), rule)
        let fewest: number | null = null
        // Each stays as it was or moves all it has to one of four.
        for (let code = 0; code < 5 ** ballots.length; code++) {
          const choiceOf = (i: number) => choices[Math.floor(code / 5 ** i) % 5]
          const moved = ballots.map((each, i) => ({ ...each, parts: choiceOf(i) ? toParts(choiceOf(i)!, each.votes) : each.parts }))
          const changes = ballots.filter((_, i) => choiceOf(i)).length
          if (passes(toTally(moved), rule) !== passed && (fewest === null || changes < fewest)) fewest = changes
        }
        expect(toDecisive(ballots, rule).fewest).toEqual(fewest === null ? null : few(fewest))
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

  it('an address counts for what the most of its votes went to', () => {
    // 40 to 20 is one for, 5 to 5 neither, 1 against one against: 1 to 1.
    expect(passesByAddress(toSplit([40, 20, 0, 0], [5, 5, 0, 0], [0, 1, 0, 0]), openZeppelin(50))).toBe(false)
    expect(passesByAddress(toSplit([40, 20, 0, 0], [5, 5, 0, 0]), openZeppelin(50))).toBe(true)
  })

  it('without some, and by some alone', () => {
    const tally = { for: 60n, against: 30n, abstain: 10n }
    // 20 for and 30 against are left: defeated. Only their 40 for, against 30: passed; with a quorum of 50 no longer.
    const theirs = { for: 40n, against: 0n, abstain: 0n }
    expect(toSway(tally, theirs, openZeppelin(40))).toEqual({ cast: theirs, needed: true, enough: true })
    expect(toSway(tally, theirs, openZeppelin(50))).toMatchObject({ needed: true, enough: false })
    // 35 to 30 without them, 25 to 30 with them alone.
    expect(toSway(tally, { ...theirs, for: 25n }, openZeppelin(40))).toMatchObject({ needed: false, enough: false })
    // Defeated 30 to 60, of which 35 are theirs: 30 to 25 without them passes; 30 to 35 with them alone is a defeat still.
    const lost = { for: 30n, against: 60n, abstain: 10n }
    expect(toSway(lost, { ...nothing, against: 35n }, openZeppelin(40))).toMatchObject({ needed: true, enough: true })
    expect(toSway(lost, { ...nothing, against: 31n }, openZeppelin(40))).toMatchObject({ needed: true, enough: true })
    expect(toSway(lost, { ...nothing, against: 29n }, openZeppelin(40))).toMatchObject({ needed: false, enough: false })
    // Missed its quorum alone, with a majority: nobody defeated it by voting.
    expect(toSway({ for: 30n, against: 5n, abstain: 0n }, { ...nothing, against: 5n }, bravo(40))).toMatchObject({ needed: false, enough: false })
  })
})
