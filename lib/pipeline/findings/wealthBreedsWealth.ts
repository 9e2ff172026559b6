import { wealthBreedsWealth as thesis } from '../../findings/wealthBreedsWealth'
import type { Growth } from '../../domain/growth'
import { loadStudies } from '../studies/loadStudies'
import { toProtocolSubject, type ThesisSource } from './thesisSource'

const missing = {
  en: 'No month of its token’s history that is kept began with at least 100 holders.',
  de: 'Kein Monat im erfassten Verlauf seines Tokens begann mit mindestens 100 Haltern.',
} as const

/** From the kept study of growth. */
export const wealthBreedsWealth: ThesisSource<Growth> = {
  thesis,
  load: (database, protocols) => Promise.all(protocols.map(async (protocol) => {
    const { growth } = await loadStudies(database, protocol.slug, ['growth'])
    const subject = toProtocolSubject(protocol)
    return growth ? { subject, basis: { day: growth.day, block: growth.block }, evidence: growth.result, missing: null } : { subject, basis: null, evidence: null, missing }
  })),
}
