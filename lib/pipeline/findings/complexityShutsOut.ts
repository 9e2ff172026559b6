import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import { loadLookThrough } from '@/db/lookThroughs'
import type { TrackedProtocol } from '@/db/protocols'
import { toRatio } from '@/lib/domain/amount'
import { complexityShutsOut as thesis, type ComplexityEvidence } from '../../findings/complexityShutsOut'
import { loadStudies } from '../studies/loadStudies'
import { fromStudy, type SubjectEvidence, type ThesisSource } from './thesisSource'

/** Who takes part by size, from the kept study, and how deep the newest snapshot lies in contracts. */
export const complexityShutsOut: ThesisSource<ComplexityEvidence> = { thesis, ofHolders: true, load: (database, protocols) => Promise.all(protocols.map((protocol) => loadOne(database, protocol))) }

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<ComplexityEvidence>> {
  const { votes, governors, space } = protocol.governance
  const [{ participation }, snapshot] = await Promise.all([loadStudies(database, protocol.slug, ['participation']), loadEditionSnapshot(database, protocol.tokenId, null)])
  const through = snapshot && (await loadLookThrough(database, snapshot.id))
  const inWallets = through?.byDepth.find(({ depth }) => depth === 0)
  const depth = through && through.meanDepth !== null && through.total > 0n
    ? { mean: through.meanDepth, behind: 1 - toRatio((inWallets?.owned ?? 0n) + (inWallets?.unresolved ?? 0n), through.total) }
    : null
  return fromStudy(protocol, participation, (study) => ({ participation: study, depth }), votes.length + governors.length === 0 && space === undefined
    ? { en: 'No votes of this token are followed.', de: 'Stimmen dieses Tokens werden nicht verfolgt.' }
    : { en: 'Who takes part was not worked out yet.', de: 'Wer sich beteiligt, ist noch nicht ausgewertet.' })
}
