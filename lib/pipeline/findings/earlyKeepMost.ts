import type { CohortStudy } from '../../domain/cohorts'
import { earlyKeepMost as thesis } from '../../findings/earlyKeepMost'
import { loadStudies } from '../studies/loadStudies'
import { fromStudy, type ThesisSource } from './thesisSource'

const missing = { en: 'Its history is not worked through yet.', de: 'Seine Geschichte ist noch nicht durchgerechnet.' } as const

/** Who came when, of every protocol, from its study of cohorts. */
export const earlyKeepMost: ThesisSource<CohortStudy> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map(async (protocol) => {
    const { cohorts } = await loadStudies(database, protocol.slug, ['cohorts'])
    return fromStudy(protocol, cohorts, (study) => study, missing)
  })),
}
