import type { Database } from '@/db/database'
import { loadPools, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import type { Currency } from '../../domain/pool'
import { profitsGather as thesis, type ProfitsEvidence } from '../../findings/profitsGather'
import { countProviders, toEarningsBySize } from '../../liquidity/earningsBySize'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

const missing = {
  none: { en: 'No pool of it is followed as a place of trade.', de: 'Es wird kein Pool davon als Handelsplatz verfolgt.' },
  unread: { en: 'Its pools were not read yet.', de: 'Seine Pools sind noch nicht gelesen.' },
  unpriced: { en: 'Its pools have no price in a currency in common.', de: 'Seine Pools haben keinen Preis in einer gemeinsamen Währung.' },
} as const

/** Providers of all pools of a protocol together, at the newest reading of each. */
export const profitsGather: ThesisSource<ProfitsEvidence> = {
  thesis,
  load: async (database, protocols) => {
    const all: SubjectEvidence<ProfitsEvidence>[] = []
    // One after the other: all their results at once would be much.
    for (const protocol of protocols) all.push(await loadOne(database, protocol))
    return all
  },
}

async function loadOne(database: Database, protocol: TrackedProtocol): Promise<SubjectEvidence<ProfitsEvidence>> {
  const subject = toProtocolSubject(protocol)
  const pools = await loadPools(database, protocol.slug)
  const read = pools.filter(({ reading }) => reading)
  const currency = toCommonCurrency(read)
  if (!currency) return { subject, basis: null, evidence: null, missing: pools.length === 0 ? missing.none : read.length === 0 ? missing.unread : missing.unpriced }
  const results = []
  for (const { id } of read) results.push(await loadProviderResults(database, id))
  const { number, timestamp } = read.map(({ reading }) => reading!.block).reduce((newest, block) => (block.timestamp > newest.timestamp ? block : newest))
  return {
    subject,
    basis: { day: new Date(timestamp * 1000).toISOString().slice(0, 10), block: number },
    evidence: { earnings: toEarningsBySize(results, currency), providers: countProviders(results, currency), pools: read.length, inDollars: currency === 'dollar' },
    missing: null,
  }
}

/** In which currency results of several pools can be added; null where there is none, or no pool. */
function toCommonCurrency(pools: readonly SavedPool[]): Currency | null {
  if (pools.length === 0) return null
  const common = (['dollar', 'ether'] as const).find((currency) => pools.every(({ reading }) => reading!.marks[currency]))
  return common ?? (pools.length === 1 && pools[0]!.reading!.marks.quote ? 'quote' : null)
}
