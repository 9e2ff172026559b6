import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Finding, FindingSubject } from '../../domain/finding'
import type { KeptStudy } from '../../domain/study'
import type { Text } from '../../domain/text'
import type { Thesis } from '../../findings/thesis'

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
 * What a kept study tells of a protocol.
 *
 * @param study null or absent where it was not made yet
 * @param missing why there is nothing then
 * @example fromStudy(uniswap, cohorts, (result) => result, notYet).basis // { day: '2026-04-01', block: 21_500_000 }
 */
export const fromStudy = <Result, Evidence>(
  protocol: Pick<TrackedProtocol, 'slug' | 'name' | 'demo'>,
  study: KeptStudy<Result> | null | undefined,
  toEvidence: (result: Result) => Evidence,
  missing: Text,
): SubjectEvidence<Evidence> => {
  const subject = toProtocolSubject(protocol)
  return study ? { subject, basis: { day: study.day, block: study.block }, evidence: toEvidence(study.result), missing: null } : { subject, basis: null, evidence: null, missing }
}
