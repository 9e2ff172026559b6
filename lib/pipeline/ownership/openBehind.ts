import type { Database } from '@/db/database'
import type { Claim } from '../../domain/distribution'
import type { Ledger } from '../ledger'
import { toLookedAt, type LookedAt } from './loadSight'
import { openOwnerships } from './openOwnerships'
import { toRepresentatives } from './representatives'

/**
 * What stands behind a token's addresses at one block after the other, from the database alone.
 *
 * @param upTo the last block that will be asked about
 * @returns asks about a block; null where every address is its own owner
 */
export async function openBehind(database: Database, ledger: Ledger, upTo: number): Promise<(block: number, claims: () => readonly Claim[]) => Promise<LookedAt | null>> {
  const { outlook } = ledger
  if (outlook.wrappers.length === 0 && toRepresentatives(outlook.labels).size === 0) return () => Promise.resolve(null)
  const opened = await openOwnerships(database, ledger, upTo)
  return async (block, claims) => toLookedAt(ledger, claims(), await opened.at(block))
}
