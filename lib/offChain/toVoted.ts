import { addressSchema } from '@/lib/domain/address'
import { half, type Support, type Tally } from '@/lib/domain/ballot'
import { toLabelText } from '@/lib/domain/labelText'
import type { Proposal, ProposalOrigin, ProposalState, Vote } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { Gap } from '@/lib/domain/snapshot'
import { passes } from '@/lib/governance/tally'
import { toSupports } from './choices'
import type { HubProposal, HubVote } from './hubShapes'
import { toSmallestUnits } from './smallestUnits'

/** Whose proposal it is, and what its votes count in. */
export interface VotedPlace {
  origin: ProposalOrigin
  place: string
  token: Pick<Token, 'decimals' | 'chainId'>
}

const everybody = ['for', 'against', 'abstain'] as const satisfies readonly Support[]
/** Two sums of the same floating numbers differ in their last digits. */
const tolerance = 1e-9
const longestTitle = 300

/**
 * A proposal and its votes as Snapshot's hub says them, in our words.
 *
 * - A question of for and against (`toSupports`) has parts and a rule: more for than against, and all that was cast, abstentions among it, counts
 *   towards the quorum, as Snapshot counts it where a space has not chosen otherwise.
 * - All else is a choice among options: total votes, parts of 0, no rule. It has succeeded where its quorum was reached.
 * - A *quorum of rejection* passes unless so much is against: no rule of ours says that, so there is none, and the state follows it.
 * - While choices are hidden nobody knows the parts.
 *
 * Whatever shows that votes are missing (a count or a sum other than the hub's own, accounts that are no Ethereum addresses, votes without
 * power) is a gap with the subject `votes`.
 *
 * @example toVoted({ origin: 'offChain', place: 'uniswapgovernance.eth', token: uni }, proposal, votes).proposal.state // 'succeeded'
 */
export function toVoted({ origin, place, token }: VotedPlace, said: HubProposal, cast: readonly HubVote[]): { proposal: Proposal; votes: Vote[] } {
  const closed = said.state === 'closed'
  const supports = toSupports(said.type ?? null, said.choices)
  const hidden = !closed && (said.privacy ?? '') !== ''
  const read = cast.map((vote) => toVote(vote, hidden ? null : supports, token.decimals))
  const votes = read.flatMap((vote) => (typeof vote === 'string' ? [] : [vote])).sort(byVotes)
  const gaps: Gap[] = [...toVoteGaps(said, cast, read, votes, token.decimals)]
  const tally: Tally = { for: sumOf(votes, 'for'), against: sumOf(votes, 'against'), abstain: sumOf(votes, 'abstain') }
  const total = votes.reduce((sum, vote) => sum + vote.votes, 0n)
  const quorum = toSmallestUnits(said.quorum ?? '0', token.decimals)
  const rejects = said.quorumType === 'rejection'
  if (quorum === null) gaps.push({ subject: 'quorum', reason: 'what Snapshot says is no amount' })
  if (rejects) gaps.push({ subject: 'rule', reason: 'a quorum of rejection: it passes unless so much is against' })
  const rule = supports && !hidden && !rejects && quorum !== null ? { quorum, quorumOf: everybody, majority: half } : null
  const passed = rule ? passes(tally, rule) : rejects ? tally.against < (quorum ?? 0n) : total >= (quorum ?? 0n)
  const state: ProposalState = said.state === 'pending' ? 'pending' : !closed ? 'active' : passed ? 'succeeded' : 'defeated'
  const proposer = addressSchema.safeParse(said.author)
  const proposal: Proposal = {
    origin,
    place,
    key: said.id,
    title: toLabelText(said.title, longestTitle),
    description: said.body ?? '',
    proposer: proposer.success ? proposer.data : null,
    created: { block: null, timestamp: said.created },
    countedAt: said.network === String(token.chainId) && /^\d{1,12}$/.test(said.snapshot ?? '') ? { clock: 'blockNumber', at: Number(said.snapshot) } : null,
    opens: said.start,
    closes: said.end,
    calls: [],
    rule,
    threshold: null,
    state,
    queued: null,
    executed: null,
    options: supports ? [] : said.choices.map((choice) => toLabelText(choice, longestTitle)),
    counted: null,
    gaps,
  }
  return { proposal, votes }
}

const sumOf = (votes: readonly Vote[], support: Support): bigint => votes.reduce((sum, { parts }) => sum + parts[support], 0n)

const byVotes = (a: Vote, b: Vote): number => (a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.voter < b.voter ? -1 : 1)

/** A vote, or why it cannot be counted. */
function toVote({ voter, created, choice, vp }: HubVote, supports: readonly Support[] | null, decimals: number): Vote | 'account' | 'power' | 'choice' {
  const address = addressSchema.safeParse(voter)
  if (!address.success) return 'account'
  const votes = vp === null || vp === undefined ? null : toSmallestUnits(vp, decimals)
  if (votes === null) return 'power'
  const parts = { for: 0n, against: 0n, abstain: 0n }
  if (supports) {
    const support = typeof choice === 'string' ? supports[Number(choice) - 1] : undefined
    if (!support) return 'choice'
    parts[support] = votes
  }
  return { voter: address.data, timestamp: created, votes, parts }
}

const reasons = {
  account: 'by accounts that are no Ethereum addresses',
  power: 'without voting power that can be read',
  choice: 'for an option that there is not',
} as const

function* toVoteGaps(said: HubProposal, cast: readonly HubVote[], read: readonly (Vote | keyof typeof reasons)[], votes: readonly Vote[], decimals: number): Generator<Gap> {
  for (const why of Object.keys(reasons) as (keyof typeof reasons)[]) {
    const count = read.filter((vote) => vote === why).length
    if (count > 0) yield { subject: 'votes', reason: `${count} ${reasons[why]}` }
  }
  if (said.state !== 'closed') return
  if (said.scores_state && said.scores_state !== 'final') yield { subject: 'votes', reason: `Snapshot has not counted to the end: ${said.scores_state.slice(0, 20)}` }
  if (typeof said.votes === 'number' && said.votes !== cast.length) yield { subject: 'votes', reason: `Snapshot counts ${said.votes} and gives ${cast.length}` }
  const total = said.scores_total === null || said.scores_total === undefined ? null : toSmallestUnits(said.scores_total, decimals)
  const sum = votes.reduce((added, vote) => added + vote.votes, 0n)
  if (total !== null && Math.abs(Number(total - sum)) > tolerance * Math.max(Number(total), Number(sum))) yield { subject: 'votes', reason: 'they add up to another sum than Snapshot’s own' }
}
