import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadProtocols, type TrackedProtocol } from '@/db/protocols'
import type { ThesisFindings, Finding } from '../../domain/finding'
import { judgeOverall } from '../../findings/judgeOverall'
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

async function judge<Evidence>({ thesis, load }: ThesisSource<Evidence>, database: Database, protocols: readonly TrackedProtocol[]): Promise<ThesisFindings> {
  const { judge: decide, ...words } = thesis
  const findings = (await load(database, protocols)).map((one) => toFinding(one, decide))
  return { words, findings, overall: judgeOverall(findings) }
}

function toFinding<Evidence>({ subject, basis, evidence, missing }: SubjectEvidence<Evidence>, decide: ThesisSource<Evidence>['thesis']['judge']): Finding {
  if (evidence !== null) return { subject, basis, ...decide(evidence) }
  return { subject, basis, verdict: 'cannotBeTold', reason: missing ?? { en: 'Nothing was measured yet.', de: 'Es ist noch nichts gemessen.' }, figures: [] }
}
