import type { Database } from '@/db/database'
import { loadPools, type SavedPool } from '@/db/pools'
import type { TrackedProtocol } from '@/db/protocols'
import { loadProviderResults } from '@/db/providerResults'
import { toDay } from '../../chain/dayEnds'
import type { Currency } from '../../domain/pool'
import { profitsGather as thesis, type ProfitsEvidence } from '../../findings/profitsGather'
import { countProviders, toEarningsBySize } from '../../liquidity/earningsBySize'
import { toProtocolSubject, type SubjectEvidence, type ThesisSource } from './thesisSource'

const missing = {
  none: { en: 'No pool of it is followed as a place of trade.', de: 'Es wird kein Pool davon als Handelsplatz verfolgt.' },
  unread: { en: 'Its pools were not read yet.', de: 'Seine Pools sind noch nicht gelesen.' },
  unpriced: { en: 'Its pools have no price yet.', de: 'Seine Pools haben noch keinen Preis.' },
} as const

/** Providers of all pools of a protocol that can be added, at the newest reading of each. */
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
  const priced = toPriced(read)
  if (!priced) return { subject, basis: null, evidence: null, missing: pools.length === 0 ? missing.none : read.length === 0 ? missing.unread : missing.unpriced }
  const { currency, counted } = priced
  const results = []
  for (const { id } of counted) results.push(await loadProviderResults(database, id))
  const { number, timestamp } = counted.map(({ reading }) => reading!.block).reduce((newest, block) => (block.timestamp > newest.timestamp ? block : newest))
  return {
    subject,
    basis: { day: toDay(timestamp), block: number },
    evidence: { earnings: toEarningsBySize(results, currency), providers: countProviders(results, currency), pools: counted.length, poolsLeftOut: pools.length - counted.length, inDollars: currency === 'dollar' },
    missing: null,
  }
}

/** Pools whose results can be added, and in which currency: those that have a price in dollars, else in ether, else the one with most providers. */
function toPriced(pools: readonly SavedPool[]): { currency: Currency; counted: readonly SavedPool[] } | null {
  const withPrice = (currency: Currency) => pools.filter(({ reading }) => reading!.marks[currency])
  for (const currency of ['dollar', 'ether'] as const) {
    const counted = withPrice(currency)
    if (counted.length > 0) return { currency, counted }
  }
  const [largest] = withPrice('quote').sort((a, b) => b.reading!.concentration.providers - a.reading!.concentration.providers)
  return largest ? { currency: 'quote', counted: [largest] } : null
}
