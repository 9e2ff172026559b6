import type { Address } from '@/lib/domain/address'
import { toProposalWord } from '@/lib/domain/proposalWord'
import type { Flip } from '@/lib/governance/outcome'
import { toInsiderSway, type DecidedProposal } from '@/lib/views/decidedProposal'
import type { CsvColumn } from './csv'
import { toIsoTime } from './csvBasis'
import { toPercent } from './plainDecimal'

const toYesNo = (value: boolean | null | undefined): string | null => (value === null || value === undefined ? null : value ? 'yes' : 'no')
const toTime = (timestamp: number | null): string | null => (timestamp === null ? null : toIsoTime(timestamp))

/** Which proposal a row is of. */
export const proposalNameColumns = <Row>(of: (row: Row) => DecidedProposal['proposal'], protocol: string): CsvColumn<Row>[] => [
  { name: 'proposal', kind: 'code', value: (row) => toProposalWord(of(row)) },
  { name: 'voted_at', kind: 'code', value: (row) => of(row).origin },
  { name: 'place', kind: 'text', value: (row) => of(row).place },
  { name: 'proposal_key', kind: 'text', value: (row) => of(row).key },
  { name: 'protocol', kind: 'code', value: () => protocol },
]

/**
 * The columns of a list of proposals: what was proposed, under which rule, what was cast and who could have turned it.
 *
 * @param display writes an address as people read it
 * @example proposalColumns('uniswap', toChecksumAddress).map(({ name }) => name).includes('flip_fewest') // true
 */
export function proposalColumns(protocol: string, display: (address: Address) => string): CsvColumn<DecidedProposal>[] {
  type Column = CsvColumn<DecidedProposal>
  const rule = ({ proposal }: DecidedProposal) => proposal.rule
  const asked = ({ proposal, outcome }: DecidedProposal) => (proposal.options.length === 0 ? outcome.tally : null)
  const ruling = ({ outcome }: DecidedProposal) => (typeof outcome.ruling === 'string' ? null : outcome.ruling)
  const ofFlip = (name: string, flip: (row: DecidedProposal) => Flip | null | undefined): Column[] => [
    { name: `${name}_alone`, kind: 'number', value: (row) => flip(row)?.alone.toString() ?? null },
    { name: `${name}_largest`, kind: 'code', value: (row) => flip(row)?.largest.map(display).join(':') || null },
    { name: `${name}_fewest`, kind: 'number', value: (row) => flip(row)?.fewest?.count.toString() ?? null },
    { name: `${name}_is_bound`, kind: 'code', value: (row) => toYesNo(flip(row)?.fewest && !flip(row)!.fewest!.exact) },
  ]
  const [word, ...place] = proposalNameColumns<DecidedProposal>(({ proposal }) => proposal, protocol)
  return [
    word!,
    { name: 'title', kind: 'text', value: ({ proposal }) => proposal.title || null },
    { name: 'state', kind: 'code', value: ({ proposal }) => proposal.state },
    { name: 'opens_time', kind: 'code', value: ({ proposal }) => toTime(proposal.opens) },
    { name: 'closes_time', kind: 'code', value: ({ proposal }) => toTime(proposal.closes) },
    { name: 'for_raw', kind: 'number', value: (row) => asked(row)?.for.toString() ?? null },
    { name: 'against_raw', kind: 'number', value: (row) => asked(row)?.against.toString() ?? null },
    { name: 'abstain_raw', kind: 'number', value: (row) => asked(row)?.abstain.toString() ?? null },
    { name: 'cast_raw', kind: 'number', value: ({ outcome }) => String(outcome.cast) },
    { name: 'voters', kind: 'number', value: ({ outcome }) => String(outcome.voters) },
    { name: 'delegated_raw', kind: 'number', value: ({ delegated }) => delegated?.toString() ?? null },
    { name: 'turnout_pct', kind: 'number', value: ({ outcome, delegated }) => (delegated ? toPercent(outcome.cast, delegated) : null) },
    { name: 'minimal_quorum', kind: 'number', value: ({ outcome }) => outcome.minimalQuorum?.toString() ?? null },
    { name: 'largest_voter', kind: 'code', value: ({ outcome }) => outcome.largest && display(outcome.largest.voter) },
    { name: 'largest_raw', kind: 'number', value: ({ outcome }) => outcome.largest?.votes.toString() ?? null },
    { name: 'quorum_raw', kind: 'number', value: (row) => rule(row)?.quorum.toString() ?? null },
    { name: 'quorum_of', kind: 'code', value: (row) => rule(row)?.quorumOf.join(':') || null },
    { name: 'majority', kind: 'code', value: (row) => (rule(row) ? `${rule(row)!.majority.numerator}:${rule(row)!.majority.denominator}` : null) },
    { name: 'threshold_raw', kind: 'number', value: ({ proposal }) => proposal.threshold?.toString() ?? null },
    { name: 'told', kind: 'code', value: ({ outcome }) => (typeof outcome.ruling === 'string' ? outcome.ruling : 'ok') },
    { name: 'passed', kind: 'code', value: (row) => toYesNo(ruling(row)?.passed) },
    ...ofFlip('flip', (row) => ruling(row)?.flip),
    ...ofFlip('flip_with_absent', (row) => ruling(row)?.flipWithAbsent),
    { name: 'passed_by_address', kind: 'code', value: (row) => toYesNo(ruling(row)?.passedByAddress) },
    ...([0, 1, 2] as const).map((at): Column => ({ name: `passed_without_${[1, 3, 10][at]}`, kind: 'code', value: (row) => toYesNo(ruling(row)?.passedWithout[at]?.passed) })),
    ...(['for', 'against', 'abstain'] as const).map((support): Column => ({ name: `insiders_${support}_raw`, kind: 'number', value: (row) => (asked(row) ? String(row.insiders[support]) : null) })),
    { name: 'insiders_enough', kind: 'code', value: (row) => toYesNo(toInsiderSway(row)?.enough) },
    { name: 'insiders_needed', kind: 'code', value: (row) => toYesNo(toInsiderSway(row)?.needed) },
    { name: 'proposer', kind: 'code', value: ({ proposal }) => proposal.proposer && display(proposal.proposer) },
    { name: 'created_time', kind: 'code', value: ({ proposal }) => toTime(proposal.created.timestamp) },
    { name: 'block_number', kind: 'number', value: ({ proposal }) => proposal.created.block?.toString() ?? null },
    { name: 'counted_clock', kind: 'code', value: ({ proposal }) => proposal.countedAt?.clock ?? null },
    { name: 'counted_at', kind: 'number', value: ({ proposal }) => proposal.countedAt?.at.toString() ?? null },
    { name: 'queued_time', kind: 'code', value: ({ proposal }) => toTime(proposal.queued) },
    { name: 'executed_time', kind: 'code', value: ({ proposal }) => toTime(proposal.executed) },
    { name: 'gaps', kind: 'text', value: ({ proposal }) => proposal.gaps.map(({ subject, reason }) => `${subject}: ${reason}`).join('; ') || null },
    ...place,
  ]
}
