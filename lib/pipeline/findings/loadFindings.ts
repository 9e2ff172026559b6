import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import type { ThesisFindings, Finding } from '../../domain/finding'
import { judgeOverall } from '../../findings/judgeOverall'
import { toInsides } from '../../ownership/insides'
import { insideText } from '../../views/insideNotes'
import { askOnce } from '../askOnce'
import type { ThesisSource, SubjectEvidence } from './thesisSource'
import { thesisSources } from './registry'

/** Every thesis with what became of it, from what is kept alone; made anew when something that pages show was saved. */
export async function loadFindings(database: Database): Promise<readonly ThesisFindings[]> {
  return askOnce('findings', await loadContentVersion(database), async () => {
    const protocols = await loadProtocols(database)
    const all: ThesisFindings[] = []
    // One after the other: what all of them need at once would be much.
    for (const source of thesisSources) all.push(await judge(source, database, protocols))
    return all
  }, 1)
}

async function judge<Evidence>({ thesis, ofHolders, load }: ThesisSource<Evidence>, database: Database, protocols: readonly TrackedProtocol[]): Promise<ThesisFindings> {
  const { judge: decide, ...words } = thesis
  const found = await load(database, protocols)
  const findings = (ofHolders ? tellOnce(found, protocols) : found).map((one) => toFinding(one, decide))
  return { words, findings, overall: judgeOverall(findings) }
}

/** One whose holders are among another one's is told of that one alone: its verdict would count the same tokens once more. */
function tellOnce<Evidence>(found: readonly SubjectEvidence<Evidence>[], protocols: readonly TrackedProtocol[]): SubjectEvidence<Evidence>[] {
  const wholes = toInsides(protocols)
  const told = new Set(found.flatMap(({ subject, evidence }) => (evidence === null ? [] : [subject.id])))
  return found.map((one) => {
    const whole = wholes.get(one.subject.id)
    return whole && told.has(whole.slug) ? { ...one, basis: null, evidence: null, missing: insideText({ name: one.subject.name.en, whole: whole.name }) } : one
  })
}

function toFinding<Evidence>({ subject, basis, evidence, missing }: SubjectEvidence<Evidence>, decide: ThesisSource<Evidence>['thesis']['judge']): Finding {
  if (evidence !== null) return { subject, basis, ...decide(evidence) }
  return { subject, basis, verdict: 'cannotBeTold', reason: missing ?? { en: 'Nothing was measured yet.', de: 'Es ist noch nichts gemessen.' }, figures: [] }
}
