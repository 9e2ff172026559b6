import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import { toLedger } from '../ledger'
import { readParts, type PartsReading } from '../partsReading'
import { loadStateAt } from '../replay'
import { keepPart } from './keepPart'
import { toDaily, toReadings } from './partsToKeep'

/**
 * Keeps what a protocol's charts are made from where no ledger tells it again: each reading of a pool, of studies, keys and rewards, and once a day all
 * else. So that every address that names a block or a day answers for ever.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function keepParts({ protocol, database }: { protocol: TrackedProtocol; database: Database }, { isInterrupted }: { isInterrupted: (error: unknown) => boolean }): Promise<PartsReading> {
  const seen = await loadStateAt(database, toLedger(protocol, null)!, null)
  if (!seen) return { said: [], failures: [] }
  const parts = [...await toReadings(database, protocol, seen), ...await toDaily(database, protocol, seen)]
  return readParts(parts.map((part) => () => keepPart(database, protocol.slug, part)), isInterrupted)
}
