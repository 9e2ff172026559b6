import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import { loadHeldBy } from '@/db/holders'
import type { TrackedProtocol } from '@/db/protocols'
import { toRatio } from '@/lib/domain/amount'
import { custodianRoles } from '../../domain/custody'
import { toDistribution } from '../../domain/distribution'
import type { Block } from '../../domain/snapshot'
import { whatRulesReach as thesis, type WhatRulesReachEvidence } from '../../findings/whatRulesReach'
import { toCustody } from '../../ownership/custody'
import { toDay } from '../../chain/dayEnds'
import { loadContractHands } from './loadContractHands'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

/** What custodians keep, address by address of what circulates, and who keeps the keys. */
export const whatRulesReach: ThesisSource<WhatRulesReachEvidence> = { thesis, load: (database, protocols) => Promise.all(protocols.map((protocol) => loadOne(database, protocol))) }

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<WhatRulesReachEvidence>> {
  const [hands, kept] = await Promise.all([loadContractHands(database, protocol), loadCustody(database, protocol)])
  const block = kept?.block ?? hands?.block ?? null
  return {
    subject: toProtocolSubject(protocol),
    basis: block && { day: toDay(block.timestamp), block: block.number },
    missing: kept || hands ? null : { en: 'Neither holders nor keys were read yet.', de: 'Weder Halter noch Schlüssel sind schon gelesen.' },
    evidence: kept || hands ? { underCustody: kept?.share ?? null, contracts: hands?.contracts ?? null, controllers: hands?.controllers.length ?? 0 } : null,
  }
}

/** What labelled custodians hold, of what circulates, at the newest snapshot; null before it. */
async function loadCustody(database: Database, { tokenId, labels }: TrackedProtocol): Promise<{ share: number; block: Pick<Block, 'number' | 'timestamp'> } | null> {
  const snapshot = await loadEditionSnapshot(database, tokenId, null)
  const circulating = snapshot?.measurements.find(({ lens }) => lens === 'circulating')
  if (!snapshot?.block || !circulating || circulating.denominator === 0n) return null
  const custodians = labels.filter(({ role }) => custodianRoles.some((one) => one === role)).map(({ address }) => address)
  const held = await loadHeldBy(database, snapshot.id, custodians)
  if (!held) return null
  const claims = [...held].map(([account, amount]) => ({ account, amount }))
  return { share: toRatio(toCustody(toDistribution(claims), labels).amount, circulating.denominator), block: snapshot.block }
}
