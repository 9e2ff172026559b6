import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import { loadLabels } from '@/db/labelSets'
import type { SavedSnapshot } from '@/db/snapshots'
import { toDistribution, type Distribution } from '../domain/distribution'
import type { Label } from '../domain/label'
import type { Measurement } from '../domain/snapshot'
import { askOnce } from './askOnce'
import { loadClaimsAt } from './editions/loadDistributionAt'
import { toRecipe } from './recipe'
import { toMeasurements } from './toMeasurements'

/** A token at a block, from the ledger alone: for blocks whose snapshot gave way to a newer one. */
export interface Replayed {
  distribution: Distribution
  measurements: readonly Measurement[]
}

interface Ledger {
  tokenId: number
  labels: readonly Label[]
}

/** A token's snapshot, with the labels that it was taken with: they may have changed since. */
export interface LabelledSnapshot {
  snapshot: SavedSnapshot
  labels: readonly Label[]
}

/**
 * A token's snapshot at a block, or its newest, with its figures: those that it keeps, or, where it gave them up for the day's next one or
 * was made again with other labels, measured again from the ledger with the labels that it was first taken with. They are the same for ever.
 *
 * @param ledger with today's labels: for snapshots that do not say which were theirs
 * @param blockNumber null for the newest
 * @returns null where none was ever taken there
 */
export async function loadStateAt(database: Database, ledger: Ledger, blockNumber: number | null): Promise<LabelledSnapshot | null> {
  const { tokenId } = ledger
  const snapshot = await loadEditionSnapshot(database, tokenId, blockNumber)
  if (!snapshot) return null
  const { labelVersion, measurements, block } = snapshot
  const labels = (labelVersion === null ? null : await loadLabels(database, tokenId, labelVersion)) ?? ledger.labels
  const isOwn = measurements.length > 0 && (snapshot.origin !== 'ledger' || snapshot.recipe === toRecipe(labels))
  if (isOwn || !block) return { snapshot, labels }
  return { snapshot: { ...snapshot, measurements: (await replay(database, { tokenId, labels }, block.number)).measurements }, labels }
}

/** Who held a token after a block, and what that measures. The ledger must reach the block. */
export function replay(database: Database, { tokenId, labels }: Ledger, blockNumber: number): Promise<Replayed> {
  return askOnce('replay', [tokenId, blockNumber, toRecipe(labels)].join(':'), async () => {
    const claims = await loadClaimsAt(database, tokenId, blockNumber)
    return { distribution: toDistribution(claims), measurements: toMeasurements(claims, labels, { curve: true }) }
  })
}
