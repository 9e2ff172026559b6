import { wealthBreedsWealth as thesis } from '../../findings/wealthBreedsWealth'
import type { Growth } from '../../domain/growth'
import { loadFromStudy, type ThesisSource } from './thesisSource'

const notYet = { en: 'Its token’s history was not studied yet.', de: 'Der Verlauf seines Tokens ist noch nicht ausgewertet.' } as const

/** From the kept study of growth. */
export const wealthBreedsWealth: ThesisSource<Growth> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map((protocol) => loadFromStudy(database, protocol, 'growth', (study) => study, notYet))),
}
