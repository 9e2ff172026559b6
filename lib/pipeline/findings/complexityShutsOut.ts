import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import { loadLookThrough } from '@/db/lookThroughs'
import type { TrackedProtocol } from '@/db/protocols'
import { toRatio } from '@/lib/domain/amount'
import { complexityShutsOut as thesis, type ComplexityEvidence } from '../../findings/complexityShutsOut'
import { loadFromStudy, type SubjectEvidence, type ThesisSource } from './thesisSource'

const notYet = { en: 'Who takes part was not worked out yet.', de: 'Wer sich beteiligt, ist noch nicht ausgewertet.' } as const

/** Who takes part by size, from the kept study, and how deep the newest snapshot lies in contracts. */
export const complexityShutsOut: ThesisSource<ComplexityEvidence> = { thesis, ofHolders: true, load: (database, protocols) => Promise.all(protocols.map((protocol) => loadOne(database, protocol))) }

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<ComplexityEvidence>> {
  const snapshot = await loadEditionSnapshot(database, protocol.tokenId, null)
  const through = snapshot && (await loadLookThrough(database, snapshot.id))
  const inWallets = through?.byDepth.find(({ depth }) => depth === 0)
  const depth = through && through.meanDepth !== null && through.total > 0n
    ? { mean: through.meanDepth, behind: 1 - toRatio((inWallets?.owned ?? 0n) + (inWallets?.unresolved ?? 0n), through.total) }
    : null
  return loadFromStudy(database, protocol, 'participation', (study) => ({ participation: study, depth }), notYet)
}
