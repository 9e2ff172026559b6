import { describe, expect, it } from 'vitest'
import { parseExactJson } from '@/lib/domain/exactJson'
import { toSaidProposal } from '@/tests/localHub'
import { hubProposalSchema, type HubVote } from './hubShapes'
import { toVoted } from './toVoted'

const place = { origin: 'offChain', place: 'one.eth', token: { decimals: 2, chainId: 1 } } as const
const read = (more: object = {}) => hubProposalSchema.parse(parseExactJson(JSON.stringify(toSaidProposal('0xabc', more as never))))
const vote = (nibble: string, vp: string, choice: unknown = '1'): HubVote => ({ id: nibble, voter: `0x${nibble.toUpperCase().repeat(40)}`, created: 1_700_000_200, choice, vp })
const addressOf = (nibble: string) => `0x${nibble.repeat(40)}`

describe('a question of for and against', () => {
  // 7.00 for, 5.25 against, 0.50 in abstention: 12.75 of a quorum of 12.
  const votes = [vote('a', '0.5', '3'), vote('b', '7', '1'), vote('c', '5.25', '2')]

  it('has parts, a rule and its outcome', () => {
    const { proposal, votes: cast } = toVoted(place, read({ quorum: 12, votes: 3, scores_total: 12.75 }), votes)
    expect(cast).toEqual([
      { voter: addressOf('b'), timestamp: 1_700_000_200, votes: 700n, parts: { for: 700n, against: 0n, abstain: 0n } },
      { voter: addressOf('c'), timestamp: 1_700_000_200, votes: 525n, parts: { for: 0n, against: 525n, abstain: 0n } },
      { voter: addressOf('a'), timestamp: 1_700_000_200, votes: 50n, parts: { for: 0n, against: 0n, abstain: 50n } },
    ])
    expect(proposal).toMatchObject({
      key: '0xabc', origin: 'offChain', place: 'one.eth', title: 'Proposal 0xabc', description: 'Because.', proposer: addressOf('a'), state: 'succeeded', options: [], gaps: [], calls: [],
      countedAt: { clock: 'blockNumber', at: 18_500_000 }, created: { block: null, timestamp: 1_700_000_000 }, opens: 1_700_000_100, closes: 1_700_400_000,
      rule: { quorum: 1_200n, quorumOf: ['for', 'against', 'abstain'], majority: { numerator: 1n, denominator: 2n } },
    })
  })

  it.each([
    ['a quorum of 12.76', { quorum: 12.76 }, votes, 'defeated'],
    ['a tie', {}, [vote('b', '7', '1'), vote('c', '7', '2')], 'defeated'],
    ['still open', { state: 'active' }, votes, 'active'],
    ['not begun', { state: 'pending' }, [], 'pending'],
  ])('%s: %4$s', (_, more, cast, state) => expect(toVoted(place, read(more), cast).proposal.state).toBe(state))

  it('a block of another chain is not ours', () => expect(toVoted(place, read({ network: '10' }), []).proposal.countedAt).toBeNull())
})

describe('a choice among options', () => {
  const options = { type: 'weighted', choices: ['Fund A', 'Fund\u202e B'], quorum: 0 }

  it('keeps its options and totals, and has no rule', () => {
    const { proposal, votes } = toVoted(place, read(options), [vote('a', '3', { 1: '60', 2: '40' }), vote('b', '4', { 1: '1' })])
    expect(proposal).toMatchObject({ rule: null, options: ['Fund A', 'Fund B'], state: 'succeeded' })
    expect(votes.map(({ votes, parts }) => [votes, parts.for + parts.against + parts.abstain])).toEqual([[400n, 0n], [300n, 0n]])
  })

  it('has failed below its quorum', () => expect(toVoted(place, read({ ...options, quorum: 8 }), [vote('a', '7')]).proposal.state).toBe('defeated'))
})

describe('what no rule of ours says', () => {
  it.each([
    ['2.99 of 3 are against', '2.99', 'succeeded'],
    ['3 of 3 are against', '3', 'defeated'],
  ])('a quorum of rejection: %s', (_, against, state) => {
    const { proposal } = toVoted(place, read({ quorumType: 'rejection', quorum: 3 }), [vote('a', against, '2')])
    expect(proposal).toMatchObject({ rule: null, state, gaps: [{ subject: 'rule', reason: expect.stringContaining('rejection') }] })
  })

  it('hidden choices have no parts until the vote is closed', () => {
    const hidden = toVoted(place, read({ privacy: 'shutter', state: 'active' }), [vote('a', '3', '0x2ac4')])
    expect([hidden.proposal.rule, hidden.votes[0]!.parts.for, hidden.votes[0]!.votes]).toEqual([null, 0n, 300n])
    expect(toVoted(place, read({ privacy: 'shutter' }), [vote('a', '3')]).votes[0]!.parts.for).toBe(300n)
  })
})

describe('votes that are missing are a gap', () => {
  it.each([
    ['Snapshot counts more', { votes: 2 }, [vote('a', '1')], 'Snapshot counts 2 and gives 1'],
    ['another sum', { scores_total: 1.5 }, [vote('a', '1')], 'they add up to another sum than Snapshot’s own'],
    ['not yet final', { scores_state: 'pending' }, [vote('a', '1')], 'Snapshot has not counted to the end: pending'],
    ['another kind of account', {}, [{ ...vote('a', '1'), voter: `0x${'1'.repeat(64)}` }], '1 by accounts that are no Ethereum addresses'],
    ['no power', {}, [{ ...vote('a', '1'), vp: null }], '1 without voting power that can be read'],
    ['an option that there is not', {}, [vote('a', '1', '4'), vote('b', '1', ['1'])], '2 for an option that there is not'],
  ])('%s', (_, more, cast, reason) => {
    expect(toVoted(place, read(more), cast).proposal.gaps).toEqual([{ subject: 'votes', reason }])
  })

  it('but not the last digits of a sum of floating numbers', () => {
    const { proposal } = toVoted({ ...place, token: { decimals: 18, chainId: 1 } }, read({ scores_total: 30.000000000000004, votes: 1 }), [vote('a', '30')])
    expect(proposal.gaps).toEqual([])
  })
})
