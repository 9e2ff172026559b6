import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { loadVotesSnapshot } from '@/db/votesSnapshots'
import { toRatio } from '@/lib/domain/amount'
import { toDecisions } from '@/lib/views/decidedProposal'
import { toDay } from '../../chain/dayEnds'
import { teamsControl as thesis, type TeamsControlEvidence } from '../../findings/teamsControl'
import { loadDecidedProposals, toInsiders } from '../governance/loadProposals'
import { loadContractHands } from './loadContractHands'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

/** Who controls a protocol: keys as they were last read, and what labelled insiders did in its decided proposals. */
export const teamsControl: ThesisSource<TeamsControlEvidence> = { thesis, load: (database, protocols) => Promise.all(protocols.map((protocol) => loadOne(database, protocol))) }

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<TeamsControlEvidence>> {
  const [hands, votes, proposals] = await Promise.all([loadContractHands(database, protocol), loadVotesSnapshot(database, protocol.slug), loadDecidedProposals(database, protocol)])
  const insiders = new Set(toInsiders(protocol))
  // A treasury and a timelock alone are nobody whose votes could be followed.
  const isKnown = protocol.labels.some(({ role }) => role === 'team' || role === 'investor' || role === 'foundation')
  const decided = toDecisions(proposals).map((decision) => decision.insiders)
  const count = (asked: (sway: (typeof decided)[number]) => boolean) => decided.filter(asked).length
  const theirs = (votes?.delegates ?? []).reduce((sum, one) => (insiders.has(one.delegate) ? sum + one.votes : sum), 0n)
  const block = hands?.block ?? votes?.block ?? null
  return {
    subject: toProtocolSubject(protocol),
    basis: block && { day: toDay(block.timestamp), block: block.number },
    missing: hands || decided.length > 0 ? null : { en: 'Neither keys nor decided proposals are kept.', de: 'Weder Schlüssel noch entschiedene Vorschläge sind gelesen.' },
    evidence: hands || decided.length > 0
      ? {
        contracts: hands?.contracts ?? null,
        codes: hands?.codes ?? [],
        decisions: isKnown && decided.length > 0
          ? { decided: decided.length, enough: count(({ enough }) => enough), needed: count(({ needed }) => needed), either: count(({ enough, needed }) => enough || needed) }
          : null,
        insiderVotes: votes && isKnown && votes.delegated > 0n ? toRatio(theirs, votes.delegated) : null,
      }
      : null,
  }
}
