import type { Database } from '@/db/database'
import { loadHistory } from '@/db/history'
import { loadProtocols } from '@/db/protocols'
import { loadNewestSnapshot } from '@/db/snapshots'
import type { LensId } from '@/lib/domain/lens'
import type { OverviewEntry } from '@/lib/views/overview'

/** Every followed protocol with its newest figures, and the last year of its Gini coefficient under a lens. */
export async function loadOverview(database: Database, lens: LensId): Promise<OverviewEntry[]> {
  const protocols = await loadProtocols(database)
  return Promise.all(
    protocols.map(async (protocol) => {
      const [snapshot, year] = await Promise.all([
        loadNewestSnapshot(database, protocol.tokenId),
        loadHistory(database, protocol.tokenId, lens, { metricIds: ['gini'], lastDays: 365 }),
      ])
      return { protocol, snapshot, year }
    }),
  )
}
