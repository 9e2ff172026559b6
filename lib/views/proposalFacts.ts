import { toDecimalString, toRatio } from '@/lib/domain/amount'
import { supports, type Support } from '@/lib/domain/ballot'
import { proposalStates } from '@/lib/domain/proposal'
import type { Locale } from '@/lib/domain/text'
import { toQuorumVotes } from '@/lib/governance/tally'
import { toAccountHref } from './accountCells'
import { delayText } from './controlWords'
import type { WholeProposal } from './decidedProposal'
import { formatAmount, formatNumber, formatTime } from './format'
import { toRuleText, toVoterName } from './proposalWords'
import type { ProposalContext } from './proposalsTable'

/** One thing to know of a proposal. */
export interface Fact {
  name: string
  value: string
  href?: string
}

const words = {
  en: {
    state: 'State', at: 'Voted on', chain: 'on the chain, at the Governor', offChain: 'off the chain, in the space', imported: 'from the file', key: 'Number', proposer: 'Proposed by', created: 'Proposed', block: 'block', delay: 'Delay before voting', period: 'Time to vote', opens: 'Voting opened', closes: 'Voting closed', countedAt: 'Votes counted at', second: 'second',
    queued: 'Queued', executed: 'Executed', rule: 'Rule', threshold: 'Votes to propose', quorum: 'Towards the quorum', of: 'of', turnout: 'Turnout', turnoutOf: 'of what could have been cast', cast: 'Cast', minimal: 'Minimal quorum', options: 'Choices',
    voters: (count: string) => (count === '1' ? '1 voter with at least half of what was cast' : `${count} voters with at least half of what was cast`), chose: 'Who chose which is not kept here.',
  },
  de: {
    state: 'Stand', at: 'Abgestimmt', chain: 'auf der Chain, beim Governor', offChain: 'außerhalb der Chain, im Space', imported: 'laut Datei', key: 'Nummer', proposer: 'Eingereicht von', created: 'Eingereicht', block: 'Block', delay: 'Wartezeit vor der Abstimmung', period: 'Zeit zum Abstimmen', opens: 'Abstimmung ab', closes: 'Abstimmung bis', countedAt: 'Stimmen gezählt bei', second: 'Sekunde',
    queued: 'In der Wartefrist seit', executed: 'Ausgeführt', rule: 'Regel', threshold: 'Stimmen zum Einreichen', quorum: 'Für das Quorum zählen', of: 'von', turnout: 'Beteiligung', turnoutOf: 'dessen, was hätte abgegeben werden können', cast: 'Abgegeben', minimal: 'Minimales Quorum', options: 'Auswahl',
    voters: (count: string) => (count === '1' ? '1 Abstimmender mit mindestens der Hälfte des Abgegebenen' : `${count} Abstimmende mit mindestens der Hälfte des Abgegebenen`), chose: 'Wer was gewählt hat, ist hier nicht festgehalten.',
  },
} as const

/**
 * What is to be known of a proposal besides its votes: state, dates, rule, and what was counted against the quorum.
 *
 * @example toProposalFacts(whole, context, 'en')[0] // { name: 'State', value: 'executed' }
 */
export function toProposalFacts({ proposal, outcome, delegated }: WholeProposal, { token, nameOf, display }: ProposalContext, locale: Locale): Fact[] {
  const word = words[locale]
  const { rule, countedAt, created, options } = proposal
  const amount = (units: bigint) => `${formatAmount({ units, decimals: token.decimals }, locale)} ${token.symbol}`
  const share = (part: bigint, whole: bigint) => (whole > 0n ? ` (${formatNumber(toRatio(part, whole), 'share', locale)})` : '')
  const block = (number: number) => `${word.block} ${formatNumber(number, 'count', locale)}`
  const time = (seconds: number | null) => (seconds === null ? null : formatTime(seconds, locale))
  const { tally, cast } = outcome
  const quorumVotes = rule && toQuorumVotes(tally, rule)
  const facts: readonly (readonly [string, string | null | undefined, string?])[] = [
    [word.state, proposalStates[proposal.state][locale]],
    ...(options.length > 0
      ? [[word.options, `${options.join(' · ')}. ${word.chose}`] as const]
      : (Object.keys(supports) as Support[]).map((support) => [supports[support][locale], amount(tally[support]) + share(tally[support], cast)] as const)),
    [word.cast, amount(cast)],
    [word.quorum, rule && quorumVotes !== null && rule.quorum > 0n ? `${amount(quorumVotes)} ${word.of} ${amount(rule.quorum)}${share(quorumVotes, rule.quorum)}` : null],
    [word.rule, toRuleText(rule, token, locale)],
    [word.turnout, delegated ? `${formatNumber(toRatio(cast, delegated), 'share', locale)} ${word.turnoutOf}` : null],
    [word.minimal, outcome.minimalQuorum === null ? null : word.voters(formatNumber(outcome.minimalQuorum, 'count', locale))],
    [word.at, `${word[proposal.origin]} ${proposal.origin === 'chain' ? display(proposal.place as `0x${string}`) : proposal.place}`],
    [word.key, proposal.key],
    [word.proposer, proposal.proposer && toVoterName(proposal.proposer, nameOf, display), proposal.proposer ? toAccountHref(display(proposal.proposer), locale) : undefined],
    [word.threshold, proposal.threshold === null ? null : amount(proposal.threshold)],
    [word.created, `${time(created.timestamp)}${created.block === null ? '' : `, ${block(created.block)}`}`],
    [word.countedAt, countedAt && (countedAt.clock === 'blockNumber' ? block(countedAt.at) : `${word.second} ${countedAt.at}`)],
    [word.delay, proposal.origin === 'chain' ? delayText(proposal.opens - created.timestamp, locale) : null],
    [word.period, delayText(proposal.closes - proposal.opens, locale)],
    [word.opens, time(proposal.opens)],
    [word.closes, time(proposal.closes)],
    [word.queued, time(proposal.queued)],
    [word.executed, time(proposal.executed)],
  ]
  return facts.flatMap(([name, value, href]) => (value ? [{ name, value, ...(href === undefined ? {} : { href }) }] : []))
}

/** An amount of the chain's own coin, in wei, to read; null for nothing. */
export const toCoinText = (wei: bigint): string | null => (wei === 0n ? null : `${toDecimalString(wei, 18)} ETH`)
