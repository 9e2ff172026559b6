import { toRatio } from '@/lib/domain/amount'
import type { Address } from '@/lib/domain/address'
import type { Cell, Table } from '@/lib/domain/chartSpec'
import { proposalStates } from '@/lib/domain/proposal'
import type { Token } from '@/lib/domain/protocol'
import type { Locale } from '@/lib/domain/text'
import { toDecisionRates } from '@/lib/governance/decisionRates'
import { untoldReasons } from '@/lib/governance/outcome'
import { toDecisions, type DecidedProposal, type NameOf } from './decidedProposal'
import { formatDate, formatNumber } from './format'
import { toProposalHref, toTitleText, toVoterName, toVotesCell } from './proposalWords'

const words = {
  en: {
    caption: 'Proposals', closes: 'Closes', title: 'Proposal', state: 'State', inFavour: 'For', against: 'Against', turnout: 'Turnout', minimalQuorum: 'Minimal quorum', flip: 'Could be turned by', byAddress: 'One address, one vote',
    alone: (name: string, others: number) => (others === 0 ? `1: ${name}` : `1: ${name} or ${others} others`), nobody: 'nobody who voted', atMost: 'at most ', turned: 'another outcome', same: 'the same', tie: 'nobody counts',
    sentence: (all: string, decided: string) => `${all} proposals; of ${decided} decided ones it can be told who was decisive.`,
    rates: (one: string, address: string) => ` ${one} of them could have been turned by one voter alone; one address, one vote would have ended ${address} otherwise.`,
    none: 'No proposals are known yet.',
  },
  de: {
    caption: 'Vorschläge', closes: 'Endet', title: 'Vorschlag', state: 'Stand', inFavour: 'Dafür', against: 'Dagegen', turnout: 'Beteiligung', minimalQuorum: 'Minimales Quorum', flip: 'Kippbar durch', byAddress: 'Eine Adresse, eine Stimme',
    alone: (name: string, others: number) => (others === 0 ? `1: ${name}` : `1: ${name} oder ${others} andere`), nobody: 'niemand, der abstimmte', atMost: 'höchstens ', turned: 'anderer Ausgang', same: 'derselbe', tie: 'niemand zählt',
    sentence: (all: string, decided: string) => `${all} Vorschläge; bei ${decided} entschiedenen lässt sich sagen, wer den Ausschlag gab.`,
    rates: (one: string, address: string) => ` ${one} davon hätte ein Einzelner kippen können; mit einer Stimme je Adresse wären ${address} anders ausgegangen.`,
    none: 'Es sind noch keine Vorschläge bekannt.',
  },
} as const

/** What a list of proposals needs beside them. */
export interface ProposalContext {
  slug: string
  token: Pick<Token, 'decimals' | 'symbol'>
  nameOf: NameOf
  display: (address: Address) => string
}

const unknown: Cell = { value: null, text: '–' }

/**
 * Proposals to read, each with how it ended and how few could have ended it otherwise.
 *
 * @example proposalsTable(proposals, context, 'en').rows[0]?.[7]?.text // '1: Whale'
 */
export function proposalsTable(proposals: readonly DecidedProposal[], { slug, token, nameOf, display }: ProposalContext, locale: Locale): Table {
  const word = words[locale]
  const flipCell = ({ outcome: { ruling } }: DecidedProposal): Cell => {
    if (typeof ruling === 'string') return { value: null, text: untoldReasons[ruling][locale] }
    const { alone, largest, fewest } = ruling.flip
    if (alone > 0) return { value: 1, text: word.alone(toVoterName(largest[0]!, nameOf, display), alone - 1) }
    return fewest ? { value: fewest.count, text: (fewest.exact ? '' : word.atMost) + formatNumber(fewest.count, 'count', locale) } : { value: null, text: word.nobody }
  }
  const addressCell = ({ outcome: { ruling } }: DecidedProposal): Cell => {
    if (typeof ruling === 'string') return unknown
    if (ruling.passedByAddress === null) return { value: null, text: word.tie }
    const turned = ruling.passedByAddress !== ruling.passed
    return { value: turned ? 'turned' : 'same', text: turned ? word.turned : word.same }
  }
  const share = (part: bigint, whole: bigint | null): Cell => {
    if (whole === null || whole === 0n) return unknown
    const value = toRatio(part, whole)
    return { value, text: formatNumber(value, 'share', locale) }
  }
  return {
    caption: word.caption,
    columns: [
      { id: 'title', label: word.title, numeric: false },
      { id: 'closes', label: word.closes, numeric: false },
      { id: 'state', label: word.state, numeric: false },
      { id: 'for', label: word.inFavour, numeric: true },
      { id: 'against', label: word.against, numeric: true },
      { id: 'turnout', label: word.turnout, numeric: true },
      { id: 'minimalQuorum', label: word.minimalQuorum, numeric: true },
      { id: 'flip', label: word.flip, numeric: false },
      { id: 'byAddress', label: word.byAddress, numeric: false },
    ],
    rows: proposals.map((decided) => {
      const { proposal, outcome, delegated } = decided
      const { tally, minimalQuorum } = outcome
      const asked = proposal.options.length === 0
      return [
        { value: proposal.title, text: toTitleText(proposal.title, locale), href: toProposalHref(slug, proposal, locale) },
        { value: new Date(proposal.closes * 1000).toISOString(), text: formatDate(proposal.closes, locale) },
        { value: proposal.state, text: proposalStates[proposal.state][locale] },
        asked ? toVotesCell(tally.for, token, locale) : unknown,
        asked ? toVotesCell(tally.against, token, locale) : unknown,
        share(outcome.cast, delegated),
        minimalQuorum === null ? unknown : { value: minimalQuorum, text: formatNumber(minimalQuorum, 'count', locale) },
        flipCell(decided),
        addressCell(decided),
      ]
    }),
  }
}

/**
 * The list in one sentence.
 *
 * @example proposalsSentence(proposals, 'en') // '12 proposals; of 9 decided ones it can be told who was decisive. …'
 */
export function proposalsSentence(proposals: readonly DecidedProposal[], locale: Locale): string {
  const word = words[locale]
  if (proposals.length === 0) return word.none
  const count = (value: number) => formatNumber(value, 'count', locale)
  const decisions = toDecisions(proposals)
  const { byOne, turnedByAddress } = toDecisionRates(decisions)
  return word.sentence(count(proposals.length), count(decisions.length)) + (decisions.length > 0 ? word.rates(count(byOne.count), count(turnedByAddress.count)) : '')
}
