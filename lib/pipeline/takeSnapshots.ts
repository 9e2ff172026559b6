import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '../chain/reader'
import type { Snapshot } from '../domain/snapshot'
import type { OnProgress } from './progress'
import { toLedgerTokens } from './syncProtocol'
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
  const { labels } = protocol
  const taken = []
  for (const { token, tokenId, isPool } of toLedgerTokens(protocol)) {
    const snapshot = await takeSnapshot({ token, tokenId, isPool, labels, reader, database })
    const days = await takeHistory({ token, tokenId, labels, reader, database, onProgress })
    taken.push({ symbol: token.symbol, snapshot, days })
  }
  return taken
}
