import { toDecimalString } from '@/lib/domain/amount'
import { untoldVotes } from '@/lib/domain/votingPower'
import { insidersNote } from '@/lib/views/decisionRates'
import { proposalFlip as proposalFlipView, toFlipRows, type FlipRow } from '@/lib/views/proposalFlip'
import { proposalVotes as proposalVotesView, proposalVotesSentence, toVoteRows, type VoteRow } from '@/lib/views/proposalVotes'
import { toFlipSentence, toRuleText, toTitleText } from '@/lib/views/proposalWords'
import type { CsvColumn } from '../csv'
import { toIsoTime } from '../csvBasis'
import { toPercent } from '../plainDecimal'
import { proposalNameColumns } from '../proposalColumns'
import type { Chart } from '../view'
import { largestShownNotes, rowsShown } from './largestShown'
import { toProposalContext } from './proposalParts'
import { toTableView, toTitle } from './toTableView'

const shared = { kind: 'table', scopes: ['proposal'], lenses: false, days: false, fixed: false, needs: ['proposals'], long: false } as const satisfies Partial<Chart>

const words = {
  en: { untold: (reason: string) => `Those who did not vote are left out: ${reason}.` },
  de: { untold: (reason: string) => `Wer nicht abgestimmt hat, bleibt außer Betracht: ${reason}.` },
} as const

export const proposalVotes: Chart = {
  ...shared,
  id: 'proposalVotes',
  title: { en: 'Who voted how', de: 'Wer wie abgestimmt hat' },
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    const whole = loaded.proposal
    if (!context || !whole) return null
    const { proposal, outcome } = whole
    const rows = toVoteRows(whole)
    const asked = proposal.options.length === 0
    const columns: CsvColumn<VoteRow>[] = [
      { name: 'rank', kind: 'number', value: ({ rank }) => String(rank) },
      { name: 'address', kind: 'code', value: ({ voter }) => context.display(voter) },
      { name: 'label', kind: 'text', value: ({ voter }) => context.nameOf(voter) },
      { name: 'amount', kind: 'number', value: ({ votes }) => toDecimalString(votes, context.token.decimals) },
      { name: 'amount_raw', kind: 'number', value: ({ votes }) => String(votes) },
      ...(['for', 'against', 'abstain'] as const).map((support): CsvColumn<VoteRow> => ({ name: `${support}_raw`, kind: 'number', value: ({ parts }) => (asked ? String(parts[support]) : null) })),
      { name: 'share_pct', kind: 'number', value: ({ votes, cast }) => (cast > 0n ? toPercent(votes, cast) : null) },
      { name: 'cumulative_share_pct', kind: 'number', value: ({ upTo, cast }) => (cast > 0n ? toPercent(upTo, cast) : null) },
      { name: 'decisive', kind: 'code', value: ({ decisive }) => (decisive === null ? null : decisive ? 'yes' : 'no') },
      { name: 'vote_time', kind: 'code', value: ({ timestamp }) => toIsoTime(timestamp) },
      ...proposalNameColumns<VoteRow>(() => proposal, context.slug),
    ]
    return toTableView({
      id: 'proposalVotes', title: toTitle(proposalVotes.title, toTitleText(proposal.title, locale), locale), sentence: proposalVotesSentence(outcome, context.nameOf, context.display, locale),
      notes: largestShownNotes(rows.length, locale), table: proposalVotesView(rows.slice(0, rowsShown), context, locale), columns, rows,
    }, locale)
  },
}

export const proposalFlip: Chart = {
  ...shared,
  id: 'proposalFlip',
  title: { en: 'What would have turned it', de: 'Was die Entscheidung gekippt hätte' },
  view: (loaded, locale) => {
    const context = toProposalContext(loaded)
    const whole = loaded.proposal
    if (!context || !whole) return null
    const { proposal, outcome } = whole
    const columns: CsvColumn<FlipRow>[] = [
      { name: 'case', kind: 'code', value: (row) => row.case },
      { name: 'turned', kind: 'code', value: ({ turned }) => (turned === null ? null : turned ? 'yes' : 'no') },
      { name: 'accounts_needed', kind: 'number', value: ({ voters }) => voters?.toString() ?? null },
      { name: 'is_bound', kind: 'code', value: ({ voters, isBound }) => (voters === null ? null : isBound ? 'yes' : 'no') },
      { name: 'largest', kind: 'code', value: ({ largest }) => largest.map(context.display).join(':') || null },
      ...proposalNameColumns<FlipRow>(() => proposal, context.slug),
    ]
    const rows = toFlipRows(whole)
    const untold = outcome.delegated === null ? (outcome.untoldPower ?? (proposal.origin === 'chain' ? null : 'offChain')) : null
    return toTableView({
      id: 'proposalFlip', title: toTitle(proposalFlip.title, toTitleText(proposal.title, locale), locale), sentence: toFlipSentence(outcome, context.nameOf, context.display, locale),
      notes: [toRuleText(proposal.rule, context.token, locale), ...(rows.length > 0 ? [insidersNote(locale)] : []), ...(rows.length > 0 && untold ? [words[locale].untold(untoldVotes[untold][locale])] : [])], table: proposalFlipView(rows, context, locale), columns, rows,
    }, locale)
  },
}
