import { describe, expect, it } from 'vitest'
import type { Address } from '@/lib/domain/address'
import { toOutcome } from '@/lib/governance/outcome'
import { toVoted, governors } from '@/tests/publishedProposals'
import { toDecisions, toInsiderSway, type WholeProposal } from './decidedProposal'
import { decisionsOverTime, decisiveRatesOverTime } from './decisionsOverTime'
import { proposalFlip, toFlipRows } from './proposalFlip'
import { toProposalFacts } from './proposalFacts'
import { proposalVotes, proposalVotesSentence, toVoteRows } from './proposalVotes'
import { proposalsTable, proposalsSentence, type ProposalContext } from './proposalsTable'
import { toFlipSentence, toRuleText, toSupportText, toTitleText } from './proposalWords'

const unit = 10n ** 18n
const addressOf = (index: number) => `0x${index.toString(16).padStart(40, '0')}` as Address
const context: ProposalContext = { slug: 'uni', token: { symbol: 'UNI', decimals: 18 }, nameOf: (account) => (account === addressOf(1) ? 'Whale' : null), display: (address) => address }
const noCast = { for: 0n, against: 0n, abstain: 0n }

/** 1 January 2026 */
const start = 1_767_225_600
function toWhole(...given: Parameters<typeof toVoted>): WholeProposal {
  const { proposal, votes } = toVoted(...given)
  // As they are kept: largest first.
  const ordered = [...votes].sort((a, b) => (a.votes > b.votes ? -1 : 1))
  return { id: 1, proposal, votes: ordered, outcome: toOutcome(proposal, ordered), insiders: noCast, delegated: 1000n * unit }
}
/** 150 for to 60: without the whale 30 to 60. With 30 against, 120 to 90 still. */
const whale = toWhole('1', start, [[1, 120, 0], [4, 30, 0], [6, 0, 60]])
const missed = toWhole('2', start + 86_400, [[4, 60, 0], [6, 39, 0]], { state: 'defeated' })
const fractional = toWhole('3', start + 2 * 86_400, [[1, 60, 30, 10], [4, 50, 0]])

describe('who could have turned it, in words', () => {
  const tell = (whole: WholeProposal, locale: 'en' | 'de' = 'en') => toFlipSentence(whole.outcome, context.nameOf, context.display, locale)
  it('a whale alone', () => {
    expect(tell(whale)).toBe('Whale alone could have turned this outcome.')
    expect(tell(whale, 'de')).toBe('Whale hätte diese Entscheidung allein kippen können.')
  })
  it('nobody, where a quorum was missed and all who voted were for', () => expect(tell(missed)).toBe('Not even all who voted, together, could have turned this outcome.'))
  it('not told', () => expect(tell(toWhole('4', start, [], { rule: null }), 'de')).toBe('Wer den Ausschlag gab, lässt sich nicht sagen: niemand sagt, was zur Annahme nötig ist.'))
  it('the absent, where it is known what they had', () => {
    const { proposal, votes } = missed
    const outcome = toOutcome(proposal, votes, new Map([[addressOf(1), unit]]))
    expect(toFlipSentence(outcome, context.nameOf, context.display, 'en')).toBe('Not even all who voted, together, could have turned this outcome. Whale, who had votes and cast none or not all, could have.')
  })
})

it('titles of strangers are one line, without letters that turn others, and end', () => {
  expect(toTitleText('# Raise\n  the\u202E reward\u200B', 'en')).toBe('Raise the reward')
  expect([toTitleText(' \n\u200B', 'en'), toTitleText('', 'de')]).toEqual(['(no title)', '(ohne Titel)'])
  expect([...toTitleText('😀'.repeat(500), 'en')].length).toBe(90)
  expect(toTitleText('<script>alert(1)</script>', 'en')).toBe('<script>alert(1)</script>')
})

it('rules in words', () => {
  expect(toRuleText(whale.proposal.rule, context.token, 'en')).toBe('It passes with at least 100 votes for it and more votes for than against.')
  expect(toRuleText({ quorum: 0n, quorumOf: ['for', 'abstain'], majority: { numerator: 2n, denominator: 3n } }, context.token, 'de')).toBe('Angenommen ist, was mehr als 66,7\u00a0% der Stimmen dafür und dagegen für sich hat; ein Quorum gibt es nicht.')
})

it('parts of a fractional vote in words', () => {
  expect(toSupportText({ for: 60n, against: 30n, abstain: 10n }, 'en')).toBe('60.0% for, 30.0% against, 10.0% abstention')
  expect([toSupportText({ for: 0n, against: 3n, abstain: 0n }, 'de'), toSupportText(noCast, 'en')]).toEqual(['dagegen', '–'])
})

it('lists proposals with turnout, minimal quorum, and who could have turned them', () => {
  const { rows } = proposalsTable([missed, whale], context, 'en')
  // 99 of 1,000 and 210 of 1,000; 60 of 99 and 120 of 210 are at least half. By heads 2 to 1 for the whale's, 2 to 0 for the one that missed its quorum.
  expect(rows.map((row) => row.slice(2).map(({ text }) => text))).toEqual([
    ['defeated', '99', '0', '9.9%', '1', 'nobody who voted', 'another outcome'],
    ['executed', '150', '60', '21.0%', '1', '1: Whale', 'the same'],
  ])
  expect(rows[1]![0]!.href).toBe(`/protocols/uni/proposals/${governors[0]}-1`)
  expect(proposalsSentence([missed, whale], 'en')).toBe('2 proposals; of 2 decided ones it can be told who was decisive. 1 of them could have been turned by one voter alone; one address, one vote would have ended 1 otherwise.')
})

it('lists votes with what they add up to', () => {
  const table = proposalVotes(toVoteRows(fractional), context, 'en')
  // 100 and 50 of 150. For is 110 to 30: the whale all against makes 50 to 100; the other's 50 make 60 to 80.
  expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['Whale', '1', '60.0% for, 30.0% against, 10.0% abstention', '100', '66.7%', '66.7%', 'yes'],
    ['0x0000…0004', '2', 'for', '50', '33.3%', '100.0%', 'yes'],
  ])
})

it('says who cast how much', () => {
  const tell = ({ outcome }: WholeProposal, locale: 'en' | 'de') => proposalVotesSentence(outcome, context.nameOf, context.display, locale)
  expect(tell(whale, 'en')).toBe('3 voters; the largest, Whale, cast 57.1% of all votes. 1 of them cast at least half of it.')
  expect(tell(toWhole('5', start, [[1, 5, 0]], { state: 'defeated' }), 'de')).toBe('Nur Whale hat abgestimmt.')
  expect(tell(toWhole('6', start, [], { state: 'defeated' }), 'en')).toBe('Nobody voted.')
})

it('says what would have turned it, case by case', () => {
  const insiders = { for: 120n * unit, against: 0n, abstain: 0n }
  // The whale is an insider: without it 30 to 60; with it alone 120 to 60, above the quorum of 100.
  expect(toInsiderSway({ ...whale, insiders })).toMatchObject({ needed: true, enough: true })
  const told = proposalFlip(toFlipRows({ ...whale, insiders }), context, 'en').rows.map(([what, turned, who]) => [what!.value, turned!.text, who!.text])
  expect(told).toEqual([
    ['alone', 'yes', 'Whale'], ['fewest', 'yes', '1'], ['byAddress', 'no', '–'], ['without1', 'yes', '–'], ['without3', 'yes', '–'], ['without10', 'yes', '–'], ['withoutInsiders', 'yes', '–'], ['insidersAlone', 'no', '–'],
  ])
})

it('tells the tally against the quorum, and nothing of what is not known', () => {
  const facts = new Map(toProposalFacts(whale, context, 'en').map(({ name, value }) => [name, value]))
  expect(facts.get('Towards the quorum')).toBe('150 UNI of 100 UNI (150.0%)')
  expect(facts.get('Turnout')).toBe('21.0% of what could have been cast')
  expect(facts.has('Executed')).toBe(false)
})

it('draws of each decision how few could have turned it, oldest first, and a gap where not even all', () => {
  const decisions = toDecisions([fractional, missed, whale])
  expect(decisionsOverTime(decisions, 'UNI', 'en')).toMatchObject({
    sentence: 'Of 3 decisions from 1 Jan 2026 to 3 Jan 2026, one voter alone could have turned 2, three or fewer together 2.',
    series: [{ points: [{ x: start, y: 1 }, { x: start + 86_400, y: null }, { x: start + 2 * 86_400, y: 1 }] }],
  })
  expect(decisiveRatesOverTime(decisions, 'UNI', 'en')).toBeNull()
  // Ten, of which the whale's alone could be turned by one: 1 of 10.
  const ten = toDecisions([...Array<WholeProposal>(9).fill(missed), whale])
  expect(decisiveRatesOverTime(ten, 'UNI', 'en')?.series[0]?.points).toEqual([{ x: start + 86_400, y: 0.1 }])
})
