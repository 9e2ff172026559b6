import { wealthBreedsWealth as thesis } from '../../findings/wealthBreedsWealth'
import type { Growth } from '../../domain/growth'
import { loadStudies } from '../studies/loadStudies'
import { fromStudy, type ThesisSource } from './thesisSource'

const missing = {
  en: 'Its token’s history was not studied yet, or no month of it began with at least 100 holders.',
  de: 'Der Verlauf seines Tokens ist noch nicht ausgewertet, oder kein Monat darin begann mit mindestens 100 Haltern.',
} as const

/** From the kept study of growth. */
export const wealthBreedsWealth: ThesisSource<Growth> = {
  thesis,
  ofHolders: true,
  load: (database, protocols) => Promise.all(protocols.map(async (protocol) => {
    const { growth } = await loadStudies(database, protocol.slug, ['growth'])
    return fromStudy(protocol, growth, (study) => study, missing)
  })),
}
