import type { Database } from '@/db/database'
import { loadBalancesAt } from '@/db/balanceHistory'
import { loadEditionSnapshot } from '@/db/editions'
import { loadOutlook } from '@/db/labelSets'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Claim, Distribution } from '../domain/distribution'
import type { Lens, LensId } from '../domain/lens'
import type { Outlook } from '../domain/outlook'
import type { Measurement } from '../domain/snapshot'
import { throughLens } from '../ownership/throughLens'
import { askOnce } from './askOnce'
import type { Ledger } from './ledger'
import { loadSight, type LookedAt } from './ownership/loadSight'
import { hasFiguresOf, toRecipe } from './recipe'
import { toMeasurements } from './toMeasurements'

/** A token's snapshot, with what it was looked at with: that may have changed since. */
export interface SeenSnapshot {
  snapshot: SavedSnapshot
  outlook: Outlook
}

/**
 * A token's snapshot at a block, or its newest, with its figures: those that it keeps, or, where it gave them up for the day's next one or
 * was made again with other labels, measured again from the ledger with what it was first looked at with. They are the same for ever.
 *
 * @param ledger looked at as today: for snapshots that do not say how they were
 * @param blockNumber null for the newest
 * @param rules by which somebody chose to join addresses: then all figures are made with them; absent or null for the usual ones
 * @returns null where none was ever taken there
 */
export async function loadStateAt(database: Database, ledger: Ledger, blockNumber: number | null, rules?: readonly string[] | null): Promise<SeenSnapshot | null> {
  const { tokenId } = ledger
  const snapshot = await loadEditionSnapshot(database, tokenId, blockNumber)
  if (!snapshot) return null
  const { labelVersion, measurements, block } = snapshot
  const seen = (labelVersion === null ? null : await loadOutlook(database, tokenId, labelVersion)) ?? ledger.outlook
  const outlook: Outlook = rules ? { ...seen, rules } : seen
  const isOwn = !rules && measurements.length > 0 && (snapshot.origin !== 'ledger' || hasFiguresOf(snapshot.recipe, toRecipe(outlook)))
  if (isOwn || !block) return { snapshot, outlook }
  return { snapshot: { ...snapshot, measurements: await replay(database, { ...ledger, outlook }, block.number) }, outlook }
}

/**
 * What a snapshot measures under a lens: what it keeps; where it keeps nothing of it, made again from the ledger. A day of history keeps the figures of some
 * lenses only, and older snapshots know only those of their time.
 *
 * @returns undefined for a list that was imported, under a lens that it was not measured under
 * @example (await loadMeasurement(database, ledger, snapshot, 'raw'))?.metrics.gini // { status: 'ok', value: 0.84 }
 */
export async function loadMeasurement(database: Database, ledger: Ledger, { measurements, block }: Pick<SavedSnapshot, 'measurements' | 'block'>, lens: LensId): Promise<Measurement | undefined> {
  const isOf = (one: Measurement) => one.lens === lens
  return measurements.find(isOf) ?? (block ? (await replay(database, ledger, block.number)).find(isOf) : undefined)
}

/** What a token's holders after a block measure under every lens. The ledger must reach the block. */
export const replay = (database: Database, ledger: Ledger, blockNumber: number): Promise<readonly Measurement[]> =>
  askOnce('replay', toKey(ledger, blockNumber), async () => toMeasurements((await replaySight(database, ledger, blockNumber)).sight, { curve: true }))

/** Who held a token after a block under a lens. */
export const replayDistribution = (database: Database, ledger: Ledger, blockNumber: number, lens: Lens): Promise<Distribution> =>
  askOnce('distribution', `${toKey(ledger, blockNumber)}:${lens.id}`, async () => throughLens((await replaySight(database, ledger, blockNumber)).sight, lens).distribution)

/** A block as every lens looks at it, replayed from the ledger. */
export const replaySight = (database: Database, ledger: Ledger, blockNumber: number): Promise<LookedAt> =>
  askOnce('sight', toKey(ledger, blockNumber), async () => loadSight(database, ledger, blockNumber, await loadClaimsAt(database, ledger.tokenId, blockNumber)))

const toKey = ({ tokenId, outlook }: Ledger, blockNumber: number): string => [tokenId, blockNumber, toRecipe(outlook)].join(':')

/** What every account held at a block, replayed from the ledger. Accounts below zero hold nothing: their gap is the snapshot's. */
export async function loadClaimsAt(database: Database, tokenId: number, block: number): Promise<Claim[]> {
  const balances = await loadBalancesAt(database, tokenId, block)
  return [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
}
