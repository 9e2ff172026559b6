import { half, type Tally } from '../../domain/ballot'
import type { Governor } from '../../domain/governance'
import type { Proposal, ProposalState, Vote } from '../../domain/proposal'
import type { Gap } from '../../domain/snapshot'
import { passes } from '@/lib/governance/tally'
import { toProposalState } from '@/lib/governance/proposalState'
import { isExempt, type FoldedProposal, type GovernorBook } from './foldProposals'
import type { GovernorTerms, ProposalAnswers } from './governorTerms'

const accepted: readonly ProposalState[] = ['succeeded', 'queued', 'expired', 'executed']
const longestTitle = 200

/** All that a proposal is made of. */
export interface ProposalSources {
  governor: Governor
  folded: FoldedProposal
  book: GovernorBook
  terms: GovernorTerms
  answers: ProposalAnswers
  /** The block that logs and answers reach */
  block: { number: number; timestamp: number }
  /** Unix seconds of a block; of one in the future as the chain's pace lets expect */
  secondsOf: (block: number) => number
  /** The last block at or before a second; where blocks are the clock nobody asks for it */
  blockAt?: ReadonlyMap<number, number>
  /** As it was kept before; with it the votes need not be among the folded ones once they are all cast */
  kept: Proposal | null
  hasVotes: boolean
}

/**
 * A proposal as it is kept, from its Governor's logs and answers. What logs and contract say differently is a gap: the state that the contract
 * says counts, and a rule by which the proposal would have ended otherwise than it did is none.
 *
 * @returns null where neither tells what has become of it
 * @example toProposal(sources)?.state // 'executed'
 */
export function toProposal({ governor, folded, book, terms, answers, block, secondsOf, blockAt, kept, hasVotes }: ProposalSources): Proposal | null {
  const { start, end, created, canceled, executed, queued } = folded
  const gaps: Gap[] = hasVotes || !kept ? [...folded.gaps] : kept.gaps.filter(({ subject }) => isAboutVotes(subject))
  const summed = hasVotes ? toSum(folded) : null
  const counted = answers.counted ?? kept?.counted ?? null
  if (summed && answers.counted && !isEqual(summed, answers.counted))
    gaps.push({ subject: 'votes', reason: `its logs add up to ${toWords(summed)}, the contract counted ${toWords(answers.counted)}` })
  const quorum = answers.quorum ?? kept?.rule?.quorum ?? null
  let rule: Proposal['rule'] = quorum !== null && terms.quorumOf ? { quorum, quorumOf: terms.quorumOf, majority: half } : null
  const tally = counted ?? summed
  const passed = rule && tally ? passes(tally, rule) : kept && accepted.includes(kept.state) ? true : kept?.state === 'defeated' ? false : null
  const course = { start, end, canceled: canceled !== null, executed: executed !== null, eta: queued?.eta ?? null, passed }
  const own = toProposalState(course, terms, block)
  const state = answers.state ?? own
  if (!state) return null
  if (own && own !== state) gaps.push({ subject: 'state', reason: `by its logs it is ${own}, the contract says ${state}` })
  if (rule && tally && (accepted.includes(state) || state === 'defeated') && passes(tally, rule) !== accepted.includes(state)) {
    gaps.push({ subject: 'rule', reason: `with a quorum of ${rule.quorum} and ${toWords(tally)} it would not be ${state}` })
    rule = null
  }
  const timeOf = (moment: number) => (terms.clock === 'timestamp' ? moment : secondsOf(moment))
  const timestamp = secondsOf(created.block)
  const counts = blockAt?.get(start) ?? kept?.countedAt?.block
  return {
    origin: 'chain',
    place: governor.address,
    key: folded.key,
    title: toTitle(folded),
    description: folded.description,
    proposer: folded.proposer,
    created: { block: created.block, timestamp },
    countedAt: { clock: terms.clock, at: start, ...(counts === undefined ? {} : { block: counts }) },
    opens: timeOf(start),
    closes: timeOf(end),
    calls: folded.calls,
    rule,
    threshold: isExempt(book, folded, timestamp) ? null : (answers.threshold ?? kept?.threshold ?? null),
    state,
    queued: queued && secondsOf(queued.block),
    executed: executed && secondsOf(executed.block),
    options: [],
    counted,
    gaps: [...gaps, ...terms.gaps, ...answers.gaps],
  }
}

/**
 * Who cast what at a proposal, each voter once, with the time of its last vote.
 *
 * @example toVotes(folded, secondsOf)[0]?.parts.for // 400000n
 */
export const toVotes = ({ votes }: Pick<FoldedProposal, 'votes'>, secondsOf: (block: number) => number): Vote[] =>
  [...votes].map(([voter, vote]) => ({ voter, timestamp: secondsOf(vote.block), votes: vote.votes, parts: vote.parts }))

const isAboutVotes = (subject: string): boolean => subject === 'votes' || subject.startsWith('log ')

function toSum({ votes }: FoldedProposal): Tally {
  const sum = { for: 0n, against: 0n, abstain: 0n }
  for (const { parts } of votes.values()) {
    sum.for += parts.for
    sum.against += parts.against
    sum.abstain += parts.abstain
  }
  return sum
}

const isEqual = (one: Tally, other: Tally): boolean => one.for === other.for && one.against === other.against && one.abstain === other.abstain
const toWords = (tally: Tally): string => `${tally.for} for, ${tally.against} against, ${tally.abstain} abstentions`

/** The description's first line with words, without the marks of a heading; some proposers wrote \n as two letters. */
function toTitle({ description, key }: FoldedProposal): string {
  const lines = description.split(/\r?\n|\\n/).map((line) => line.replace(/^[#\s]+/, '').trim())
  const title = lines.find((line) => line !== '') ?? key
  return title.length > longestTitle ? `${[...title].slice(0, longestTitle - 1).join('')}…` : title
}
