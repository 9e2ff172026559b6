import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../chain/reader'
import type { Snapshot } from '../domain/snapshot'
import { toLedgers } from './ledger'
import type { OnProgress } from './progress'
import { takeHistory } from './takeHistory'
import { takeSnapshot } from './takeSnapshot'

/** The newest snapshot of each of a protocol's ledgers, then their history day by day. */
export async function takeSnapshots(options: {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}): Promise<{ symbol: string; snapshot: Snapshot | null; days: number }[]> {
  const { protocol, reader, database, onProgress } = options
  const taken = []
  for (const ledger of toLedgers(protocol)) {
    const snapshot = await takeSnapshot({ ledger, reader, database })
    const days = ledger.purpose === 'shares' ? 0 : await takeHistory({ ledger, reader, database, onProgress })
    taken.push({ symbol: ledger.token.symbol, snapshot, days })
  }
  return taken
}
