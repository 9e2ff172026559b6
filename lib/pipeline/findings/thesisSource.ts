import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Finding, FindingSubject } from '../../domain/finding'
import type { KeptStudy, Studies, StudyId } from '../../domain/study'
import type { Text } from '../../domain/text'
import type { Thesis } from '../../findings/thesis'
import { loadNothingToTell, loadStudies } from '../studies/loadStudies'

/** What was measured of one subject; where nothing could be, in plain words why. */
export interface SubjectEvidence<Evidence> extends Pick<Finding, 'basis'> {
  subject: FindingSubject
  evidence: Evidence | null
  /** Why there is no evidence; null where there is */
  missing: Text | null
}

/** A thesis, and from where its evidence comes. */
export interface ThesisSource<Evidence> {
  thesis: Thesis<Evidence>
  /** Whether it is told by who holds a token: then one whose holders are another one's already is not told beside it */
  ofHolders?: true
  /** One of each subject that the thesis can be told of in principle, in the order of the protocols. From the database alone. */
  load: (database: Database, protocols: readonly TrackedProtocol[]) => Promise<SubjectEvidence<Evidence>[]>
}

/**
 * A protocol as the subject of theses.
 *
 * @example toProtocolSubject(uniswap) // { kind: 'protocol', id: 'uniswap', name: { en: 'Uniswap', de: 'Uniswap' }, demo: false }
 */
export const toProtocolSubject = ({ slug, name, demo }: Pick<TrackedProtocol, 'slug' | 'name' | 'demo'>): FindingSubject => ({ kind: 'protocol', id: slug, name: { en: name, de: name }, demo })

/**
 * What a kept study tells of a protocol; where it has nothing to tell, its own reason.
 *
 * @param notYet what is said where it was not made yet
 * @example (await loadFromStudy(database, uniswap, 'cohorts', (result) => result, notYet)).basis // { day: '2026-04-01', block: 21_500_000 }
 */
export async function loadFromStudy<Id extends StudyId, Evidence>(
  database: Database,
  protocol: Pick<TrackedProtocol, 'slug' | 'name' | 'demo'>,
  id: Id,
  toEvidence: (result: Studies[Id]) => Evidence | Promise<Evidence>,
  notYet: Text,
): Promise<SubjectEvidence<Evidence>> {
  const subject = toProtocolSubject(protocol)
  const study = (await loadStudies(database, protocol.slug, [id]))[id] as KeptStudy<Studies[Id]> | null
  if (study) return { subject, basis: { day: study.day, block: study.block }, evidence: await toEvidence(study.result), missing: null }
  return { subject, basis: null, evidence: null, missing: (await loadNothingToTell(database, protocol.slug, id)) ?? notYet }
}
