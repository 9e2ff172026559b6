import type { Database } from '@/db/database'
import { streamHolders } from '@/db/holderStream'
import { loadOutlook, toLabelVersion } from '@/db/labelSets'
import type { TrackedProtocol } from '@/db/protocols'
import { loadImports, loadNewestSnapshot, type SavedSnapshot } from '@/db/snapshots'
import type { Claim } from '../domain/distribution'
import type { Outlook } from '../domain/outlook'
import type { Measurement } from '../domain/snapshot'
import { measure } from '../metrics/registry'
import { lenses } from '../ownership/lenses'
import { withoutExcluded } from '../ownership/exclusions'
import { toPlainSight, type Sight } from '../ownership/throughLens'
import { toLedgers } from './ledger'
import { loadSight } from './ownership/loadSight'
import { loadClaimsAt } from './replay'
import { toMeasurements } from './toMeasurements'

/** A snapshot's figures as they are published, and as they would be with other labels. */
export interface Remeasured {
  protocol: string
  symbol: string
  /** The block of a snapshot from the chain, or the file of an imported list */
  of: { block: number } | { file: string }
  day: string
  /** Versions of the labels; `before` is null where it was not kept, as of imported lists */
  labels: { before: string | null; after: string }
  /** Under every lens that it was measured under */
  before: readonly Measurement[]
  after: readonly Measurement[]
  /** Every address but those that an imported list of exclusions names; null where it names no holder */
  withoutExcluded: { accounts: number; amount: bigint; metrics: Measurement['metrics'] } | null
}

/** A list that was cut off cannot be measured again from what is kept of it. */
export type NotRemeasured = Pick<Remeasured, 'protocol' | 'symbol' | 'of' | 'day'> & { reason: 'cutOff' }

/**
 * What would the newest figures of a protocol be with other labels? Measures its newest snapshot from the chain again from the ledger, those
 * of its pools as well, and its imported lists from the holders that are kept of them. Changes nothing: what was published stays.
 *
 * @param version of the labels, as a snapshot or a citation names it; null for those that count today
 * @returns null where the protocol keeps no labels of this version
 */
export async function remeasureSnapshots(database: Database, protocol: TrackedProtocol, version: string | null): Promise<(Remeasured | NotRemeasured)[] | null> {
  const outlook = version === null || version === toLabelVersion(protocol) ? protocol : await loadOutlook(database, protocol.tokenId, version)
  if (outlook === null) return null
  const made: (Remeasured | NotRemeasured)[] = []
  for (const ledger of toLedgers(protocol)) {
    const { token, tokenId } = ledger
    const subject = { protocol: protocol.slug, symbol: token.symbol }
    const newest = await loadNewestSnapshot(database, tokenId)
    if (newest?.block) {
      const { number: block } = newest.block
      const { sight } = await loadSight(database, { ...ledger, outlook }, block, await loadClaimsAt(database, tokenId, block))
      made.push({ ...subject, ...remeasure(newest, sight, outlook), of: { block } })
    }
    for (const list of await loadImports(database, tokenId)) {
      const of = { file: list.file?.name ?? '' }
      if (list.population === 'truncated') made.push({ ...subject, of, day: list.day, reason: 'cutOff' })
      else made.push({ ...subject, ...remeasure(list, { ...toPlainSight(await loadKeptClaims(database, list.id), outlook.labels), owned: null }, outlook), of })
    }
  }
  return made
}

function remeasure(snapshot: SavedSnapshot, sight: Sight, outlook: Outlook): Omit<Remeasured, 'protocol' | 'symbol' | 'of'> {
  const { distribution, left } = withoutExcluded(sight.claims, outlook.labels)
  return {
    day: snapshot.day,
    labels: { before: snapshot.labelVersion, after: toLabelVersion(outlook) },
    before: snapshot.measurements,
    // Under the lenses that it was measured under: of a list, nobody looked into the contracts.
    after: toMeasurements(sight, { curve: false, under: lenses.filter(({ id }) => snapshot.measurements.some(({ lens }) => lens === id)) }),
    withoutExcluded: left.length === 0 ? null : { accounts: left.length, amount: left.reduce((sum, { amount }) => sum + amount, 0n), metrics: measure(distribution) },
  }
}

async function loadKeptClaims(database: Database, snapshotId: number): Promise<Claim[]> {
  const claims: Claim[] = []
  for await (const piece of streamHolders(database, snapshotId, 'raw')) for (const { account, digits } of piece) claims.push({ account, amount: BigInt(digits) })
  return claims
}
