import type { CohortStudy } from '../../domain/cohorts'
import { earlyKeepMost as thesis } from '../../findings/earlyKeepMost'
import { loadStudies } from '../studies/loadStudies'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

/** Who came when, of every protocol, from its study of cohorts. */
export const earlyKeepMost: ThesisSource<CohortStudy> = {
  thesis,
  load: (database, protocols) => Promise.all(protocols.map(async (protocol): Promise<SubjectEvidence<CohortStudy>> => {
    const { cohorts } = await loadStudies(database, protocol.slug, ['cohorts'])
    const subject = toProtocolSubject(protocol)
    if (cohorts) return { subject, basis: { day: cohorts.day, block: cohorts.block }, evidence: cohorts.result, missing: null }
    return { subject, basis: null, evidence: null, missing: { en: 'Its history is not worked through yet.', de: 'Seine Geschichte ist noch nicht durchgerechnet.' } }
  })),
}
