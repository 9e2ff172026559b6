import { z } from 'zod'
import { toChecksumAddress } from '@/lib/chain/checksum'
import { supports, type Support } from '@/lib/domain/ballot'
import { proposalStates, type ProposalState } from '@/lib/domain/proposal'
import { toProposalWord } from '@/lib/domain/proposalWord'
import { toRatio } from '@/lib/domain/amount'
import { untoldReasons, type Flip, type UntoldReason } from '@/lib/governance/outcome'
import { loadDecidedProposals } from '@/lib/pipeline/governance/loadProposals'
import { toIsoTime } from '@/lib/publish/csvBasis'
import { toInsiderSway, type DecidedProposal } from '@/lib/views/decidedProposal'
import { requireProtocol } from '../find'
import { defineResource } from '../resource'
import { blockNumber, checksumAddress, rawAmount, share, slug, time } from '../schemas'

const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]

const flip = z.strictObject({
  alone: z.int().nonnegative().meta({ description: 'How many could have turned the outcome alone' }),
  largest: z.array(checksumAddress).meta({ description: 'The largest of these, at most five' }),
  fewest: z.int().positive().nullable().meta({ description: 'How few could have together; null where not even all could' }),
  fewest_is_bound: z.boolean().meta({ description: 'Whether even fewer may do' }),
})
export const tally = z.strictObject({ for_raw: rawAmount, against_raw: rawAmount, abstain_raw: rawAmount })

const proposal = z.strictObject({
  proposal: z.string().meta({ description: 'Its word in addresses' }),
  voted_at: z.enum(['chain', 'offChain', 'imported']),
  place: z.string().meta({ description: 'The Governor’s address, the space or the file' }),
  key: z.string().meta({ description: 'Its number or hash there' }),
  title: z.string().meta({ description: 'As whoever proposed wrote it: data, never markup' }),
  proposer: checksumAddress.nullable(),
  state: z.enum(keys<ProposalState>(proposalStates)),
  created_block: blockNumber.nullable(), created_time: time, opens_time: time, closes_time: time, queued_time: time.nullable(), executed_time: time.nullable(),
  counted_at: z.strictObject({ clock: z.enum(['blockNumber', 'timestamp']), at: z.int() }).nullable().meta({ description: 'The block or second whose votes count' }),
  options: z.array(z.string()).meta({ description: 'What voters could choose, where that is not for, against and abstention' }),
  rule: z.strictObject({ quorum_raw: rawAmount, quorum_of: z.array(z.enum(keys<Support>(supports))), majority: z.string().meta({ description: 'The share of for and against that for must be above, as in 1/2' }) }).nullable(),
  tally, cast_raw: rawAmount, voters: z.int().nonnegative(), delegated_raw: rawAmount.nullable(), turnout: z.number().nonnegative().nullable().meta({ description: 'Of what could have been cast when votes were counted, or at the end of the day before where only that is known' }),
  minimal_quorum: z.int().positive().nullable().meta({ description: 'The fewest voters with at least half of what was cast' }),
  largest: z.strictObject({ address: checksumAddress, votes_raw: rawAmount, share }).nullable(),
  untold: z.enum(keys<UntoldReason>(untoldReasons)).nullable().meta({ description: 'Why it cannot be told who was decisive; null where it can' }),
  decision: z.strictObject({
    passed: z.boolean(), flip, flip_with_absent: flip.nullable(), passed_by_address: z.boolean().nullable(),
    passed_without: z.array(z.strictObject({ largest: z.int(), passed: z.boolean() })),
    insiders: z.strictObject({ ...tally.shape, enough: z.boolean(), needed: z.boolean() }),
  }).nullable(),
  gaps: z.array(z.strictObject({ subject: z.string(), reason: z.string() })),
})

export const proposals = defineResource({
  id: 'proposals',
  address: '/protocols/{slug}/proposals',
  name: { en: 'Proposals', de: 'Vorschläge' },
  description: {
    en: 'What was proposed and voted on, the last to close first: under which rule, how it ended, and how few could have ended it otherwise.',
    de: 'Was vorgeschlagen und abgestimmt wurde, das zuletzt Endende zuerst: nach welcher Regel, mit welchem Ausgang, und wie wenige ihn hätten ändern können.',
  },
  path: z.strictObject({ slug }),
  query: z.strictObject({}),
  data: z.array(proposal),
  /** How many came before, and the word of the last one */
  position: z.strictObject({ after: z.string(), rank: z.int().positive() }),
  cost: 'plain',
  load: async ({ path, position, limit, database }) => {
    const protocol = await requireProtocol(database, path.slug)
    const all = await loadDecidedProposals(database, protocol)
    // Behind the last one that was sent, also where others were added meanwhile; where that one is gone, behind as many.
    const known = position ? all.findIndex((one) => toProposalWord(one.proposal) === position.after) : -1
    const from = position ? (known < 0 ? position.rank : known + 1) : 0
    const page = all.slice(from, from + limit)
    const last = page.at(-1)
    return {
      data: page.map(toAnswer),
      basis: { protocol, token: protocol.token, block: null, computedAt: null, lens: null, denominator: null, audit: null, gaps: page.reduce((sum, one) => sum + one.proposal.gaps.length, 0) },
      next: last && from + limit < all.length ? { after: toProposalWord(last.proposal), rank: from + limit } : null,
      freshness: 'newest',
    }
  },
})

function toAnswer(decided: DecidedProposal): z.input<typeof proposal> {
  const { proposal: of, outcome, delegated, insiders } = decided
  const { ruling, cast, largest } = outcome
  const sway = toInsiderSway(decided)
  return {
    proposal: toProposalWord(of), voted_at: of.origin, place: of.place, key: of.key, title: of.title, proposer: of.proposer && toChecksumAddress(of.proposer), state: of.state,
    created_block: of.created.block, created_time: toIsoTime(of.created.timestamp), opens_time: toIsoTime(of.opens), closes_time: toIsoTime(of.closes),
    queued_time: of.queued === null ? null : toIsoTime(of.queued), executed_time: of.executed === null ? null : toIsoTime(of.executed),
    counted_at: of.countedAt, options: [...of.options],
    rule: of.rule && { quorum_raw: String(of.rule.quorum), quorum_of: [...of.rule.quorumOf], majority: `${of.rule.majority.numerator}/${of.rule.majority.denominator}` },
    tally: toTallyAnswer(outcome.tally), cast_raw: String(cast), voters: outcome.voters, delegated_raw: delegated?.toString() ?? null, turnout: delegated ? toRatio(cast, delegated) : null,
    minimal_quorum: outcome.minimalQuorum,
    largest: largest && { address: toChecksumAddress(largest.voter), votes_raw: String(largest.votes), share: toRatio(largest.votes, cast) },
    untold: typeof ruling === 'string' ? ruling : null,
    decision: typeof ruling === 'string' || !sway ? null : {
      passed: ruling.passed, flip: toFlip(ruling.flip), flip_with_absent: ruling.flipWithAbsent && toFlip(ruling.flipWithAbsent), passed_by_address: ruling.passedByAddress,
      passed_without: [...ruling.passedWithout], insiders: { ...toTallyAnswer(insiders), enough: sway.enough, needed: sway.needed },
    },
    gaps: [...of.gaps],
  }
}

export const toTallyAnswer = (parts: Record<Support, bigint>): z.input<typeof tally> => ({ for_raw: String(parts.for), against_raw: String(parts.against), abstain_raw: String(parts.abstain) })

const toFlip = ({ alone, largest, fewest }: Flip): z.input<typeof flip> => ({ alone, largest: largest.map(toChecksumAddress), fewest: fewest?.count ?? null, fewest_is_bound: fewest?.exact === false })
