import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { CountingRule, Tally } from '@/lib/domain/ballot'
import type { Vote } from '@/lib/domain/proposal'
import { toDecisionRates, toRunningRate, type Decision } from './decisionRates'
import { toOutcome, type Ruling } from './outcome'
import { toSway } from './otherwise'
import { countingRules } from './tally'

const addressOf = (place: number): Address => `0x${(place + 1).toString(16).padStart(40, '0')}`
const [a, b, c] = [addressOf(0), addressOf(1), addressOf(2)]
const toVote = (voter: Address, inFavour: number, against = 0, abstain = 0): Vote => ({
  voter, timestamp: 0, votes: BigInt(inFavour + against + abstain), parts: { for: BigInt(inFavour), against: BigInt(against), abstain: BigInt(abstain) },
})
const of = (state: 'defeated' | 'executed', rule: CountingRule | null, counted: Tally | null = null) => ({ state, rule, counted, options: [] })
const bravo = (quorum: number): CountingRule => ({ quorum: BigInt(quorum), ...countingRules.bravo })
const openZeppelin = (quorum: number): CountingRule => ({ quorum: BigInt(quorum), ...countingRules.openZeppelin })
const rulingOf = (...given: Parameters<typeof toOutcome>) => {
  const { ruling } = toOutcome(...given)
  if (typeof ruling === 'string') throw new Error(ruling)
  return ruling
}
const few = (count: number) => ({ count, exact: true })

describe('an outcome, worked by hand', () => {
  it('a whale decides alone', () => {
    // HHI (70² + 25² + 15² + 10²) ÷ 120² = 5850 ÷ 14400.
    // 70 of 120 is at least half: the whale alone. Without it 10 for, 40 against; by heads 2 to 2, a tie, which does not pass.
    const votes = [toVote(a, 70), toVote(b, 10), toVote(c, 0, 25), toVote(addressOf(3), 0, 15)]
    expect(toOutcome(of('executed', bravo(50)), votes)).toEqual({
      tally: { for: 80n, against: 40n, abstain: 0n }, cast: 120n, voters: 4, delegated: null, untoldPower: null, largest: { voter: a, votes: 70n }, minimalQuorum: 1, spread: { hhi: 0.40625, nakamoto50: 1 },
      ruling: {
        passed: true, flip: { alone: 1, largest: [a], fewest: few(1) }, flipWithAbsent: null, passedByAddress: false,
        passedWithout: [{ largest: 1, passed: false }, { largest: 3, passed: false }, { largest: 10, passed: false }],
      },
    })
  })

  it('a quorum missed by one delegate', () => {
    // 45 of 50, nobody against. Those who voted have nothing left; the one who did not has 6, enough, the other 4, too few alone, enough with nobody.
    const votes = [toVote(a, 30), toVote(b, 15)]
    const power = new Map([[a, 30n], [c, 6n], [addressOf(3), 4n]])
    expect(rulingOf(of('defeated', bravo(50)), votes, power)).toMatchObject({
      passed: false, flip: { alone: 0, largest: [], fewest: null }, flipWithAbsent: { alone: 1, largest: [c], fewest: few(1) }, passedByAddress: true,
    })
    // 30 + 6 + 4: the second had none when votes were counted.
    expect(toOutcome(of('defeated', bravo(50)), votes, power).delegated).toBe(40n)
  })

  it('a fractional voter', () => {
    // 50 to 45, of which one voter cast 30 to 20: with all 50 against it is 20 to 75. The 20 alone: 30 to 65; the 25 cannot, they are against.
    const ruling = rulingOf(of('executed', openZeppelin(10)), [toVote(a, 30, 20), toVote(b, 20), toVote(c, 0, 25)])
    expect(ruling).toMatchObject({ flip: { alone: 2, largest: [a, b], fewest: few(1) }, passedByAddress: true })
  })

  it('a tie is a defeat that whoever was against or abstained could have turned', () => {
    const { flip } = rulingOf(of('defeated', openZeppelin(10)), [toVote(a, 30), toVote(b, 0, 30), toVote(c, 0, 0, 1)])
    expect(flip).toEqual({ alone: 2, largest: [b, c], fewest: few(1) })
  })

  it('abstentions make a quorum for an OpenZeppelin Governor and none for GovernorBravo', () => {
    const votes = [toVote(a, 30), toVote(b, 0, 10), toVote(c, 0, 0, 20)]
    // 30 + 20 of 50: the abstainer alone could have kept it below; so could 30 for, but not 10 against.
    expect(rulingOf(of('executed', openZeppelin(50)), votes)).toMatchObject({ passed: true, flip: { alone: 2, largest: [a, c], fewest: few(1) } })
    // 30 of 50: the abstainer's 20 for make it 50.
    expect(rulingOf(of('defeated', bravo(50)), votes)).toMatchObject({ passed: false, flip: { alone: 1, largest: [c], fewest: few(1) } })
  })

  it('a supermajority of two thirds', () => {
    const rule = { ...openZeppelin(0), majority: { numerator: 2n, denominator: 3n } }
    // 64 of 100 are no two thirds. The 6 against turned: 70 of 100; so the 30 as well. 4 in abstention turned: 68 of 104 is 65.4 %, not enough.
    expect(rulingOf(of('defeated', rule), [toVote(a, 64), toVote(b, 0, 30), toVote(c, 0, 6), toVote(addressOf(3), 0, 0, 4)]).flip).toEqual({ alone: 2, largest: [b, c], fewest: few(1) })
  })
})

describe('what cannot be told', () => {
  const votes = [toVote(a, 70)]
  it.each([
    ['undecided', { ...of('executed', bravo(1)), state: 'active' as const }],
    ['canceled', { ...of('executed', bravo(1)), state: 'canceled' as const }],
    ['options', { ...of('executed', bravo(1)), options: ['A', 'B'] }],
    ['noRule', of('executed', null)],
    ['incomplete', of('executed', bravo(1), { for: 71n, against: 0n, abstain: 0n })],
    ['disagrees', of('executed', bravo(71))],
  ])('%s', (reason, proposal) => {
    // What was cast is told all the same.
    expect(toOutcome(proposal, votes)).toMatchObject({ ruling: reason, cast: 70n, minimalQuorum: 1 })
  })

  it('nobody voted', () => {
    expect(toOutcome(of('defeated', bravo(1)), [])).toMatchObject({ cast: 0n, voters: 0, largest: null, minimalQuorum: null, ruling: { passed: false, flip: { fewest: null }, passedByAddress: null } })
  })
})

describe('rates', () => {
  const toDecision = (alone: number, fewest: number | null, more: Partial<Ruling> = {}, theirs: Partial<Tally> = {}): Decision => ({
    ruling: { passed: true, flip: { alone, largest: [], fewest: fewest === null ? null : few(fewest) }, flipWithAbsent: null, passedByAddress: true, passedWithout: [{ largest: 1, passed: true }], ...more },
    insiders: toSway({ for: 60n, against: 30n, abstain: 0n }, { for: 0n, against: 0n, abstain: 0n, ...theirs }, bravo(20)),
  })

  it('count those of which it can be told', () => {
    const decisions = [toDecision(1, 1, { passedByAddress: false, passedWithout: [{ largest: 1, passed: false }] }, { for: 40n }), toDecision(0, 3, { passedByAddress: null }), toDecision(0, 4), toDecision(0, null, {}, { for: 31n })]
    expect(toDecisionRates(decisions)).toEqual({
      byOne: { count: 1, of: 4 }, byThree: { count: 2, of: 4 }, turnedByAddress: { count: 1, of: 3 }, turnedWithoutLargest: { count: 1, of: 4 },
      // 40 of 60 for: without them 20 to 30, with them alone 40 to 30. 31: 29 to 30, and 31 to 30.
      insidersEnough: { count: 2, of: 4 }, insidersNeeded: { count: 2, of: 4 },
    })
  })

  it('run over ten', () => {
    const decisions = Array.from({ length: 12 }, (_, place) => toDecision(place < 3 ? 1 : 0, 5))
    expect(toRunningRate(decisions, 'byOne')).toEqual([...Array<null>(9).fill(null), { count: 3, of: 10 }, { count: 2, of: 10 }, { count: 1, of: 10 }])
  })
})
