import { describe, expect, it } from 'vitest'
import { readMoment } from './moment'
import { parseVoteList, type VoteListChoice } from './voteList'

const token = { symbol: 'TKN', decimals: 18, chainId: 1 }
const plain: VoteListChoice = { file: 'votes.csv', token, proposals: null, proposal: '0xabc', choices: null }
const a = `0x${'aB'.repeat(20)}`
const b = `0x${'0'.repeat(39)}1`
const rows = (text: string, choice: Partial<VoteListChoice> = {}) => parseVoteList(text, { ...plain, ...choice })

describe('Snapshot’s export of one proposal', () => {
  const text = `address,choice,voting_power,timestamp,author_ipfs_hash,reason\n${a},1,2755022.0714428956,1700000200,bafk,"'no, yes"\n${b},2,2.11e-16,1700000300,bafk,"'"\n`

  it('is a question of for and against where the choices are named', () => {
    const { voted } = rows(text, { choices: ['For', 'Against', 'Abstain'] })
    expect(voted).toHaveLength(1)
    expect(voted[0]!.proposal).toMatchObject({ key: '0xabc', title: '0xabc', origin: 'imported', place: 'votes.csv', state: 'succeeded', opens: 1_700_000_200, closes: 1_700_000_300, gaps: [] })
    expect(voted[0]!.votes).toEqual([
      { voter: a.toLowerCase(), timestamp: 1_700_000_200, votes: 2_755_022_071_442_895_600_000_000n, parts: { for: 2_755_022_071_442_895_600_000_000n, against: 0n, abstain: 0n } },
      { voter: b, timestamp: 1_700_000_300, votes: 211n, parts: { for: 0n, against: 211n, abstain: 0n } },
    ])
  })

  it('is a choice among options where nobody says what the numbers mean: nothing is guessed', () => {
    expect(rows(text).voted[0]!.proposal.rule).toBeNull()
  })

  it('with several columns of choices is one, whatever is named', () => {
    const several = `address,choice.1,choice.2,voting_power,timestamp\n${a},60,40,3,1700000200\n`
    const { proposal, votes } = rows(several, { choices: ['For', 'Against'] }).voted[0]!
    expect([proposal.rule, votes[0]!.votes, votes[0]!.parts.for]).toEqual([null, 3n * 10n ** 18n, 0n])
  })
})

describe('the answer of Snapshot’s GraphQL', () => {
  // Nobody's double has these digits.
  const votes = `{"data":{"votes":[{"id":"1","voter":"${a}","created":1700000200,"choice":2,"vp":9007199254740993.123456789012345678,"proposal":{"id":"0x1"}}]}}`
  const proposals = '{"data":{"proposals":[{"id":"0x1","title":"Fee","type":"single-choice","choices":["YAE","NAY"],"state":"closed","created":1700000000,"start":1700000100,"end":1700400000,"quorum":5,"votes":1,"author":"x"},{"id":"0x2","end":1700400000}]}}'

  it('with its proposals', () => {
    const { voted } = rows(votes, { proposals, proposal: null })
    expect(voted).toHaveLength(1)
    expect(voted[0]!.proposal).toMatchObject({ key: '0x1', title: 'Fee', state: 'defeated', closes: 1_700_400_000, proposer: null, rule: { quorum: 5n * 10n ** 18n }, gaps: [] })
    expect(voted[0]!.votes[0]!.parts.against).toBe(9_007_199_254_740_993_123_456_789_012_345_678n)
  })

  it('a vote on one that the file of proposals does not know is an error', () => {
    expect(() => rows(votes.replace('0x1"}', '0x9"}'), { proposals, proposal: null })).toThrow(/line 1: the file of proposals does not know 0x9/)
  })
})

describe('what is wrong is told with line and column', () => {
  const file = (row: string, header = 'proposal,voter,vp,choice,created') => `${header}\n0x1,${b},1,1,2026-04-01\n${row}\n`
  it.each([
    [file('0x1,0x12,1,1,2026-04-01'), /line 3: column "voter": "0x12" is not an address/],
    [file(`0x1,${a},-1,1,2026-04-01`), /line 3: column "vp": "-1" is no voting power/],
    [file(`0x1,${a},1,1,2026-02-30`), /line 3: column "created": "2026-02-30" is no time/],
    [file(`0x1,${b},2,1,2026-04-01`), /line 3: 0x0{39}1 voted on 0x1 in line 2 already/],
    [file(`,${a},2,1,2026-04-01`), /line 3: column "proposal": "" names no proposal/],
    [file('', 'proposal,voter,power_usd,choice,created'), /no column is the voting power; the columns are "proposal"/],
    ['voter,vp,created\n', /there are no votes below the header/],
    ['', /the file is empty/],
    [`symbol,voter,vp,created\nUNI,${a},1,2026-04-01`, /none of the 1 rows is about TKN/],
  ])('%#', (text, message) => expect(() => rows(text, { proposal: text.startsWith('proposal') ? null : '0x1' })).toThrow(message))

  it('no proposal at all', () => expect(() => rows(`voter,vp,created\n${a},1,2026-04-01`, { proposal: null })).toThrow(/name it with --proposal/))

  it.each([
    ['title\nx', /line 1: the file of proposals has no column "id"/],
    ['id,end\n0x1,soon', /line 2: column "end": "soon" is no time/],
    ['id,end,quorum\n0x1,2026-04-01,much', /line 2: column "quorum": "much" is no amount/],
    ['id,end,state\n0x1,2026-04-01,odd', /line 2: column "state": "odd" is no state/],
    ['id,end\n0x1,2026-04-01\n0x1,2026-04-01', /line 3: the proposal 0x1 stands in the file of proposals twice/],
    ['id,end,choices\n0x1,2026-04-01,[broken', /line 2: column "choices": "\[broken" is no list/],
  ])('in a file of proposals: %#', (proposals, message) => expect(() => rows(file(''), { proposals, proposal: null })).toThrow(message))
})

it('the same row twice counts once, and rows of other tokens not at all', () => {
  const { voted, rows: all, elsewhere, repeated } = rows(`symbol,voter,vp,choice,created\nTKN,${a},1,1,2026-04-01\nTKN,${a},1,1,2026-04-01\nUNI,${b},1,1,2026-04-01`)
  expect([voted[0]!.votes.length, all, elsewhere, repeated]).toEqual([1, 3, 1, 1])
})

it.each([
  ['2026-04-01', 1_775_001_600],
  ['1775001600', 1_775_001_600],
  ['2026-04-01 01:00:00', 1_775_005_200],
  ['2026-04-01T01:00:00+01:00', 1_775_001_600],
  ['2026-04-01 01:00:00.000 UTC', 1_775_005_200],
  ['2026-04-31', null],
  ['1.4.2026', null],
  ['', null],
])('the moment %s is %s', (text, seconds) => expect(readMoment(text)).toBe(seconds))
