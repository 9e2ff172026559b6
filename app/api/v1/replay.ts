import { loadBalancesAt } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { toDistribution, type Distribution } from '@/lib/domain/distribution'
import type { Label } from '@/lib/domain/label'
import type { Measurement } from '@/lib/domain/snapshot'
import { toMeasurements } from '@/lib/pipeline/toMeasurements'
import { toRecipe } from '@/lib/pipeline/recipe'

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
  const balances = await loadBalancesAt(database, tokenId, blockNumber)
  const claims = [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  return { distribution: toDistribution(claims), measurements: toMeasurements(claims, labels, { curve: true }) }
}
