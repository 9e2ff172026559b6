import type { Database } from '@/db/database'
import { findProposal, loadCastBy, loadDelegatedOn, loadOutcomes, loadVotesOf } from '@/db/decidedProposals'
import type { TrackedProtocol } from '@/db/protocols'
import { toDay } from '@/lib/chain/dayEnds'
import type { Address } from '@/lib/domain/address'
import type { ProposalSummary } from '@/lib/domain/proposal'
import type { ProposalName } from '@/lib/domain/proposalWord'
import { toCastBy } from '@/lib/governance/otherwise'
import { toOutcome } from '@/lib/governance/outcome'
import { insiderRoles, type DecidedProposal, type WholeProposal } from '@/lib/views/decidedProposal'

/** Every proposal of a protocol with what its votes make of it, the last to close first. No vote is read but those of insiders. */
export async function loadDecidedProposals(database: Database, protocol: TrackedProtocol): Promise<DecidedProposal[]> {
  const [rows, cast] = await Promise.all([loadOutcomes(database, protocol.slug), loadCastBy(database, protocol.slug, toInsiders(protocol))])
  const delegated = await loadDelegatedOn(database, protocol.slug, rows.map(({ proposal }) => toDayBefore(proposal)))
  return rows.map(({ id, proposal, outcome }) => ({
    proposal, outcome, insiders: cast.get(id) ?? { for: 0n, against: 0n, abstain: 0n }, delegated: outcome.delegated ?? toDelegated(proposal, delegated),
  }))
}

/** One proposal with all its votes; null where the protocol has none of this name. */
export async function loadWholeProposal(database: Database, protocol: TrackedProtocol, name: ProposalName): Promise<WholeProposal | null> {
  const found = await findProposal(database, protocol.slug, name)
  if (!found) return null
  const { id, proposal } = found
  const [votes, delegated] = await Promise.all([loadVotesOf(database, id), loadDelegatedOn(database, protocol.slug, [toDayBefore(proposal)])])
  const outcome = found.outcome ?? toOutcome(proposal, votes)
  return { id, proposal, votes, outcome, insiders: toCastBy(votes, new Set(toInsiders(protocol))), delegated: outcome.delegated ?? toDelegated(proposal, delegated) }
}

/** Accounts that carry a label of an insider. @example toInsiders(protocol) // [team, treasury] */
export const toInsiders = ({ labels }: Pick<TrackedProtocol, 'labels'>): Address[] => labels.flatMap(({ address, role }) => (insiderRoles.some((insider) => insider === role) ? [address] : []))

/** The last UTC day that was over when votes were counted. */
const toDayBefore = ({ opens }: Pick<ProposalSummary, 'opens'>): string => toDay(opens - 86_400)

/** Off the chain votes are counted by rules of their own: what is delegated says nothing of them. */
const toDelegated = (proposal: ProposalSummary, days: ReadonlyMap<string, bigint>): bigint | null => (proposal.origin === 'chain' ? days.get(toDayBefore(proposal)) ?? null : null)
