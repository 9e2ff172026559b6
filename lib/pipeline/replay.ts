import type { Database } from '@/db/database'
import { loadEditionSnapshot } from '@/db/editions'
import type { SavedSnapshot } from '@/db/snapshots'
import { toDistribution, type Distribution } from '../domain/distribution'
import type { Label } from '../domain/label'
import type { Measurement } from '../domain/snapshot'
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

/** Replaying takes seconds for a large token: the last few are kept, and whoever asks meanwhile waits for the same one. */
const kept = 4

const shared = globalThis as typeof globalThis & { lorenzReplays?: Map<string, Promise<Replayed>> }

/**
 * A token's snapshot at a block, or its newest, with its figures: those that it keeps, or, where it gave them up for the day's next one,
 * measured again from the ledger. They are the same.
 *
 * @param blockNumber null for the newest
 * @returns null where none was ever taken there
 */
export async function loadStateAt(database: Database, ledger: Ledger, blockNumber: number | null): Promise<SavedSnapshot | null> {
  const snapshot = await loadEditionSnapshot(database, ledger.tokenId, blockNumber)
  if (!snapshot?.block || snapshot.measurements.length > 0) return snapshot
  return { ...snapshot, measurements: (await replay(database, ledger, snapshot.block.number)).measurements }
}

/** Who held a token after a block, and what that measures. The ledger must reach the block. */
export function replay(database: Database, { tokenId, labels }: Ledger, blockNumber: number): Promise<Replayed> {
  const replays = (shared.lorenzReplays ??= new Map())
  const key = [tokenId, blockNumber, toRecipe(labels)].join(':')
  const known = replays.get(key)
  if (known) return known
  const made = make(database, { tokenId, labels }, blockNumber)
  replays.set(key, made)
  made.catch(() => replays.delete(key))
  for (const oldest of [...replays.keys()].slice(0, -kept)) replays.delete(oldest)
  return made
}

async function make(database: Database, { tokenId, labels }: Ledger, blockNumber: number): Promise<Replayed> {
  const claims = await loadClaimsAt(database, tokenId, blockNumber)
  return { distribution: toDistribution(claims), measurements: toMeasurements(claims, labels, { curve: true }) }
}
