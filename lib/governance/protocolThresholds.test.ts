import { expect, it } from 'vitest'
import { toMedianAmount } from '../domain/medianAmount'
import { toThresholds } from './protocolThresholds'
import { countingRules } from './tally'

it.each<[bigint[], bigint | null]>([
  [[], null],
  [[5n], 5n],
  [[9n, 1n, 4n], 4n],
  // (2 + 5) ÷ 2 = 3.5, rounded down.
  [[1n, 2n, 5n, 9n], 3n],
])('the median of %s is %s', (amounts, median) => expect(toMedianAmount(amounts)).toBe(median))

const votes = [50n, 30n, 15n, 5n]
const tally = (inFavour: bigint, against: bigint) => ({ for: inFavour, against, abstain: 0n })
const by = (thresholds: ReturnType<typeof toThresholds>) => Object.fromEntries(thresholds.map(({ id, amount, fewest }) => [id, [amount, fewest]]))

it('counts how few reach the numbers of the protocol', () => {
  const rule = { quorum: 90n, ...countingRules.bravo }
  // For and against 60 + 10, 80 + 0 and 40 + 4: median 70, half of it is 35, more is 36. In favour 60, 80, 40: median 60, as many against stop it.
  expect(by(toThresholds(votes, { proposal: { amount: 50n, strictly: true }, rule, tallies: [tally(60n, 10n), tally(80n, 0n), tally(40n, 4n)] }))).toEqual({
    // More than 50: 50 + 30. 90: 50 + 30 + 15. 36: 50. 60: 50 + 30.
    proposal: [51n, 2], quorum: [90n, 3], majority: [36n, 1], veto: [60n, 2],
  })
})

it('asks for as much as the proposal threshold where that is enough', () => {
  expect(by(toThresholds(votes, { proposal: { amount: 50n, strictly: false }, rule: null, tallies: [] })).proposal).toEqual([50n, 1])
})

it('needs less to stop what needs two thirds', () => {
  const rule = { quorum: 0n, quorumOf: ['for'] as const, majority: { numerator: 2n, denominator: 3n } }
  // 60 pass with more than two thirds of for and against: 30 against make it exactly two thirds, which is not more. Of 60 + 20 it takes 54 to have more than 53 ⅓.
  expect(by(toThresholds(votes, { proposal: null, rule, tallies: [tally(60n, 20n)] }))).toEqual({ proposal: [null, null], quorum: [0n, 0], majority: [54n, 2], veto: [30n, 1] })
})

it('says what not even all together have, and what nobody can tell', () => {
  expect(by(toThresholds(votes, { proposal: { amount: 101n, strictly: false }, rule: null, tallies: [] }))).toEqual({ proposal: [101n, null], quorum: [null, null], majority: [null, null], veto: [null, null] })
})
