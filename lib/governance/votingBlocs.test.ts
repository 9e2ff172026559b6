import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import type { Vote } from '@/lib/domain/proposal'
import { toAgreement, toAgreementShare } from './agreement'
import { toClusters } from './clusters'
import { toHighestVotes } from './highestVotes'
import { toBlocWindows, type DecidedProposal } from './votingBlocs'

const account = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
/** '+' for, '-' against, 'o' in abstention, ' ' away. */
const vote = (voter: number, votes: bigint, way: string): Vote => ({
  voter: account(voter), timestamp: 0, votes, parts: { for: way === '+' ? votes : 0n, against: way === '-' ? votes : 0n, abstain: way === 'o' ? votes : 0n },
})
/** One row a voter: its votes, and what it did at each proposal. */
const toProposals = (rows: readonly (readonly [votes: bigint, ways: string])[]): DecidedProposal[] =>
  [...rows[0]![1]].map((_, column) => ({
    key: `p${column}`, closes: 100 + column, votes: rows.flatMap(([votes, ways], i) => (ways[column] === ' ' ? [] : [vote(i + 1, votes, ways[column]!)])),
  }))
const bits = (share: number) => ({ status: 'ok', bits: expect.closeTo(-Math.log2(share), 12) })

describe('voting-bloc entropy of small games', () => {
  it('three camps: the largest has 60 of 100 votes and 2 of 8 voters, another 4 of 8 voters', () => {
    // a, b always for; c to f always against; g, h for and against in turn. Each camp is one point, so three clusters are the camps.
    const [up, down, turn] = ['+'.repeat(10), '-'.repeat(10), '+-'.repeat(5)]
    const [only] = toBlocWindows(toProposals([[40n, up], [20n, up], [5n, down], [5n, down], [5n, down], [5n, down], [10n, turn], [10n, turn]]))
    expect(only).toMatchObject({ first: 'p0', last: 'p9', from: 100, to: 109, voters: 8, blocs: [{ voters: 2, votes: 60n }, { voters: 4, votes: 20n }, { voters: 2, votes: 20n }] })
    expect([only!.byVotes, only!.byVoters]).toEqual([bits(60 / 100), bits(4 / 8)])
  })

  it('everybody alike is one bloc: no entropy at all', () => {
    const [only] = toBlocWindows(toProposals(Array.from({ length: 7 }, () => [3n, '+'.repeat(10)] as const)))
    expect(only).toMatchObject({ blocs: [{ voters: 7, votes: 21n }], byVotes: { status: 'ok', bits: 0 }, byVoters: { status: 'ok', bits: 0 } })
  })

  it('three equal camps: as much as three blocs can have, log₂ 3', () => {
    const [up, down, turn] = ['+'.repeat(10), '-'.repeat(10), '+-'.repeat(5)]
    const [only] = toBlocWindows(toProposals([[1n, up], [1n, up], [1n, down], [1n, down], [1n, turn], [1n, turn]]))
    expect([only!.byVotes, only!.byVoters]).toEqual([bits(1 / 3), bits(1 / 3)])
  })

  it('a voter counts with the most that it cast at once', () => {
    const [up, down] = ['+'.repeat(10), '-'.repeat(10)]
    const proposals = toProposals([[1n, up], [1n, up], [1n, up], [1n, down], [1n, down], [1n, down]])
    const louder = proposals.map((one, place) => (place === 4 ? { ...one, votes: one.votes.map((cast) => (cast.voter === account(1) ? vote(1, 7n, '+') : cast)) } : one))
    // 7 + 1 + 1 of 12 are for; of voters half.
    expect(toBlocWindows(louder)[0]).toMatchObject({ byVotes: bits(9 / 12), byVoters: bits(1 / 2) })
  })

  it('windows follow one another, one proposal later each; twelve make three', () => {
    const windows = toBlocWindows(toProposals(Array.from({ length: 6 }, () => [1n, '+'.repeat(12)] as const)))
    expect(windows.map(({ first, last }) => `${first} ${last}`)).toEqual(['p0 p9', 'p1 p10', 'p2 p11'])
  })

  it('too little says so: nine proposals are no window, five voters no blocs, and nothing cast is no share', () => {
    expect(toBlocWindows(toProposals(Array.from({ length: 6 }, () => [1n, '+'.repeat(9)] as const)))).toEqual([])
    const few = toBlocWindows(toProposals(Array.from({ length: 5 }, () => [1n, '+'.repeat(10)] as const)))
    expect(few).toMatchObject([{ voters: 5, blocs: [], byVotes: { status: 'undefined', reason: 'tooFewVoters' }, byVoters: { status: 'undefined', reason: 'tooFewVoters' } }])
    const none = toBlocWindows(toProposals(Array.from({ length: 6 }, () => [0n, '+'.repeat(10)] as const)))
    expect(none).toMatchObject([{ byVotes: { status: 'undefined', reason: 'noVotes' }, byVoters: { status: 'ok', bits: 0 } }])
  })
})

describe('laws of blocs', () => {
  const rows = fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.string({ unit: fc.constantFrom('+', '-', 'o', ' '), minLength: 11, maxLength: 11 })), { minLength: 1, maxLength: 25 })

  it('whatever the order of voters and proposals', () => {
    fc.assert(fc.property(rows, fc.integer(), (given, seed) => {
      const proposals = toProposals(given)
      const mixed = fc.sample(fc.shuffledSubarray(proposals, { minLength: proposals.length }), { numRuns: 1, seed })[0]!.map((one) => ({ ...one, votes: [...one.votes].reverse() }))
      expect(toBlocWindows(mixed)).toEqual(toBlocWindows(proposals))
    }), { numRuns: 60 })
  })

  it('calling for against at some proposals changes nothing', () => {
    fc.assert(fc.property(rows, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (given, turned) => {
      const proposals = toProposals(given)
      const relabelled = proposals.map((one, place) => (turned[place] ? { ...one, votes: one.votes.map((cast) => ({ ...cast, parts: { ...cast.parts, for: cast.parts.against, against: cast.parts.for } })) } : one))
      expect(toBlocWindows(relabelled)).toEqual(toBlocWindows(proposals))
    }), { numRuns: 60 })
  })

  it('blocs are all voters and all votes, at most three; entropy lies from 0 to log₂ 3', () => {
    fc.assert(fc.property(rows, (given) => {
      for (const { voters, blocs, byVotes, byVoters } of toBlocWindows(toProposals(given))) {
        if (byVoters.status === 'undefined') continue
        expect(blocs.reduce((sum, bloc) => sum + bloc.voters, 0)).toBe(voters)
        expect(blocs.length).toBeLessThanOrEqual(3)
        for (const entropy of [byVotes, byVoters]) expect(entropy.status === 'ok' && entropy.bits >= 0 && entropy.bits <= Math.log2(3) + 1e-12).toBe(true)
      }
    }), { numRuns: 60 })
  })
})

describe('clusters', () => {
  it('groups that lie far apart are found, whatever the seed', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }), (seed, weights) => {
      // Three points each around 0, 1,000 and 2,000: within a group at most 2 apart, between groups at least 998.
      const points = [0, 1, 2, 1_000, 1_001, 1_002, 2_000, 2_001, 2_002].map((x, i) => ({ at: [x], weight: weights[i]! }))
      const found = toClusters(points, 3, seed)
      expect(new Set(found).size).toBe(3)
      for (const group of [0, 3, 6]) expect(new Set(found.slice(group, group + 3)).size).toBe(1)
    }), { numRuns: 50 })
  })

  it('no more clusters than points that differ; none of nothing', () => {
    expect(toClusters([{ at: [1, 2], weight: 9 }], 3, 1)).toEqual([0])
    expect(toClusters([], 3, 1)).toEqual([])
  })
})

describe('agreement of the largest voters', () => {
  it('both for, both against, both in abstention; n is where both voted', () => {
    // a and b: alike at 1, 3, 4 and 6, not at 2; b was away at 5. c voted with nobody at enough.
    const { voters, pairs } = toAgreement(toProposals([[9n, '++-o+-'], [8n, '+--o -'], [7n, '  +o  ']]), 12)
    expect(voters).toEqual([
      { voter: account(1), votes: 9n, proposals: 6 },
      { voter: account(2), votes: 8n, proposals: 5 },
      { voter: account(3), votes: 7n, proposals: 2 },
    ])
    expect(pairs).toEqual([[], [{ both: 5, alike: 4 }], [{ both: 2, alike: 1 }, { both: 2, alike: 1 }]])
    expect(pairs.flat().map(toAgreementShare)).toEqual([4 / 5, null, null])
  })

  it('who divided its votes counts as what it gave most to, and not at all with a tie', () => {
    const split = (inFavour: bigint, against: bigint): Vote => ({ voter: account(2), timestamp: 0, votes: inFavour + against, parts: { for: inFavour, against, abstain: 0n } })
    const { pairs } = toAgreement([{ key: 'a', closes: 1, votes: [vote(1, 9n, '+'), split(3n, 2n)] }, { key: 'b', closes: 2, votes: [vote(1, 9n, '+'), split(2n, 2n)] }], 2)
    expect(pairs[1]).toEqual([{ both: 1, alike: 1 }])
  })

  it('only so many of the largest; ties by address; who cast nothing is nobody', () => {
    expect(toAgreement(toProposals([[1n, '+'], [5n, '+'], [5n, '-'], [0n, '+']]), 2).voters.map(({ voter }) => voter)).toEqual([account(2), account(3)])
    expect(toHighestVotes([[vote(1, 5n, '+'), vote(2, 1n, '-')], [vote(1, 3n, '+'), vote(2, 9n, '+'), vote(3, 0n, '+')]])).toEqual([{ voter: account(2), votes: 9n }, { voter: account(1), votes: 5n }])
  })
})
