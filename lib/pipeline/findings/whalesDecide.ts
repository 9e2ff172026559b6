import { toDay } from '../../chain/dayEnds'
import { whalesDecide as thesis, type WhalesEvidence } from '../../findings/whalesDecide'
import { toDecisions } from '../../views/decidedProposal'
import { loadDecidedProposals } from '../governance/loadProposals'
import { toProtocolSubject, type ThesisSource } from './thesisSource'

const missing = {
  unfollowed: { en: 'No Governor and no Snapshot space of it is followed.', de: 'Es wird weder ein Governor noch ein Snapshot-Bereich verfolgt.' },
  undecided: { en: 'No proposal is known that was decided by for and against under a rule that is known.', de: 'Es ist kein Vorschlag bekannt, über den nach einer bekannten Regel mit Dafür und Dagegen entschieden wurde.' },
} as const

/** Decisions are those that the page Proposals counts. */
export const whalesDecide: ThesisSource<WhalesEvidence> = {
  thesis,
  load: async (database, protocols) => Promise.all(protocols.map(async (protocol) => {
    const subject = toProtocolSubject(protocol)
    const proposals = await loadDecidedProposals(database, protocol)
    const outcomes = new Map(proposals.map(({ proposal, outcome }) => [proposal, outcome]))
    const decisions = toDecisions(proposals)
    const last = decisions.at(-1)
    if (!last) {
      const { governors, space } = protocol.governance
      return { subject, basis: null, evidence: null, missing: governors.length + proposals.length === 0 && !space ? missing.unfollowed : missing.undecided }
    }
    return {
      subject,
      basis: { day: toDay(last.proposal.closes), block: null },
      evidence: { decisions: decisions.map(({ ruling, insiders, proposal }) => ({ ruling, insiders, minimalQuorum: outcomes.get(proposal)!.minimalQuorum, voters: outcomes.get(proposal)!.voters })) },
      missing: null,
    }
  })),
}
