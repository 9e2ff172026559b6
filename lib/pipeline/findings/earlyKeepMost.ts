import type { CohortStudy } from '../../domain/cohorts'
import { earlyKeepMost as thesis } from '../../findings/earlyKeepMost'
import { loadFromStudy, type ThesisSource } from './thesisSource'

const notYet = { en: 'Its history is not worked through yet.', de: 'Seine Geschichte ist noch nicht durchgerechnet.' } as const

/** Who came when, of every protocol, from its study of cohorts. */
export const earlyKeepMost: ThesisSource<CohortStudy> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map((protocol) => loadFromStudy(database, protocol, 'cohorts', (study) => study, notYet))),
}
