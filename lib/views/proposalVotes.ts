import type { Address } from '@/lib/domain/address'
import { toRatio } from '@/lib/domain/amount'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import type { Vote } from '@/lib/domain/proposal'
import type { Locale } from '@/lib/domain/text'
import { toDecisive } from '@/lib/governance/decisiveVoters'
import { toAccountHref } from './accountCells'
import type { WholeProposal } from './decidedProposal'
import { formatNumber } from './format'
import { toSupportText, toVoterName, toVotesCell } from './proposalWords'
import type { ProposalContext } from './proposalsTable'

/** One vote with its place among all. */
export interface VoteRow extends Vote {
  /** 1 is the largest */
  rank: number
  /** All votes up to this one */
  upTo: bigint
  cast: bigint
  /** Whether it could have turned the outcome alone; null where that cannot be told */
  decisive: boolean | null
}

/**
 * Votes with their place and what they add up to.
 *
 * @example toVoteRows(whole)[1]?.upTo // the two largest together
 */
export function toVoteRows({ proposal: { rule }, outcome: { ruling, cast }, votes }: WholeProposal): VoteRow[] {
  const alone = typeof ruling === 'string' || !rule ? null : new Set(toDecisive(votes, rule).alone)
  let upTo = 0n
  return votes.map((vote, place) => ({ ...vote, rank: place + 1, upTo: (upTo += vote.votes), cast, decisive: alone && alone.has(vote.voter) }))
}

const words = {
  en: {
    caption: 'Votes', rank: 'Rank', voter: 'Voter', how: 'How', votes: 'Votes', share: 'Share', upTo: 'Up to here', decisive: 'Alone decisive', yes: 'yes', no: 'no',
    sentence: (voters: string, largest: string, share: string) => `${voters} voters; the largest, ${largest}, cast ${share} of all votes.`, none: 'Nobody voted.',
    half: (count: string) => ` ${count} of them cast at least half of it.`,
  },
  de: {
    caption: 'Stimmen', rank: 'Rang', voter: 'Wer', how: 'Wie', votes: 'Stimmen', share: 'Anteil', upTo: 'Bis hierher', decisive: 'Allein entscheidend', yes: 'ja', no: 'nein',
    sentence: (voters: string, largest: string, share: string) => `${voters} haben abgestimmt; am meisten gab ${largest} ab, ${share} aller Stimmen.`, none: 'Niemand hat abgestimmt.',
    half: (count: string) => ` Mindestens die Hälfte stammt von ${count} von ihnen.`,
  },
} as const

/**
 * Votes to read, largest first.
 *
 * @example proposalVotes(rows, context, 'en').rows[0]?.[1]?.text // 'Whale'
 */
export function proposalVotes(rows: readonly VoteRow[], { token, nameOf, display }: Omit<ProposalContext, 'slug'>, locale: Locale): Table {
  const word = words[locale]
  const share = (part: bigint, whole: bigint): Cell => {
    if (whole === 0n) return { value: null, text: '–' }
    const value = toRatio(part, whole)
    return { value, text: formatNumber(value, 'share', locale) }
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'voter', label: word.voter, numeric: false },
      { id: 'rank', label: word.rank, numeric: true },
      { id: 'how', label: word.how, numeric: false },
      { id: 'votes', label: `${word.votes} (${token.symbol})`, numeric: true },
      { id: 'share', label: word.share, numeric: true },
      { id: 'upTo', label: word.upTo, numeric: true },
      { id: 'decisive', label: word.decisive, numeric: false },
    ],
    rows: rows.map(({ voter, rank, parts, votes, upTo, cast, decisive }) => [
      { value: display(voter), text: toVoterName(voter, nameOf, display), href: toAccountHref(display(voter), locale) },
      { value: rank, text: formatNumber(rank, 'count', locale) },
      { value: toSupportText(parts, 'en'), text: toSupportText(parts, locale) },
      toVotesCell(votes, token, locale),
      share(votes, cast),
      share(upTo, cast),
      decisive === null ? { value: null, text: '–' } : { value: decisive ? 'yes' : 'no', text: decisive ? word.yes : word.no },
    ]),
  }
}

/**
 * The votes in one sentence.
 *
 * @example proposalVotesSentence(outcome, nameOf, toChecksumAddress, 'en') // '120 voters; the largest, Whale, cast 58.3% of all votes. 1 of them cast at least half of it.'
 */
export function proposalVotesSentence({ voters, largest, cast, minimalQuorum }: WholeProposal['outcome'], nameOf: ProposalContext['nameOf'], display: (address: Address) => string, locale: Locale): string {
  const word = words[locale]
  if (!largest || minimalQuorum === null) return word.none
  const count = (value: number) => formatNumber(value, 'count', locale)
  return word.sentence(count(voters), toVoterName(largest.voter, nameOf, display), formatNumber(toRatio(largest.votes, cast), 'share', locale)) + word.half(count(minimalQuorum))
}
