import type { Database } from '@/db/database'
import { loadCursor } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { saveSyncRun } from '@/db/status'
import type { ChainReader } from '../chain/reader'
import { toReason } from '../chain/reason'
import type { Block } from '../domain/snapshot'
import { toLedgers } from './ledger'
import { syncEvents } from './syncEvents'
import type { OnProgress } from './progress'
import { syncToken } from './syncToken'

/** A first sync takes hours, and what was final then is too old to be audited: most nodes keep the state of 128 blocks. */
const mostRounds = 5

interface SyncOptions {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  /** Aborted when the work is to be given back: being stopped is no failure */
  signal?: AbortSignal
  onProgress?: OnProgress
  /** Told where another process reads the same token at this moment and is waited for */
  onWait?: (symbol: string) => void
}

/**
 * Brings every ledger of a protocol, and the events of what is looked through, up to the same final block, and on to the next one that became final meanwhile. How each ended is kept
 * for the status page; one that fails does not keep the others from their turn.
 *
 * @param finalized the block that all are brought to; the chain's newest final block where absent
 * @returns the block that all ledgers reach, and why events of some contracts do not
 * @throws the first failure of a ledger, after all ledgers had their turn
 */
export async function syncProtocol(options: SyncOptions & { finalized?: Block }): Promise<{ finalized: Block; failures: unknown[] }> {
  let finalized = options.finalized ?? (await options.reader.readFinalizedBlock())
  let failures = await syncTo(finalized, options)
  for (let round = 1; round < mostRounds && !options.finalized; round += 1) {
    const newer = await options.reader.readFinalizedBlock()
    if (newer.number <= finalized.number) break
    failures = await syncTo(newer, options)
    finalized = newer
  }
  return { finalized, failures }
}

async function syncTo(finalized: Block, { protocol, reader, database, signal, onProgress, onWait }: SyncOptions): Promise<unknown[]> {
  let failure: unknown
  for (const { token, tokenId } of toLedgers(protocol)) {
    try {
      const began = { cursor: await loadCursor(database.db, tokenId), at: performance.now() }
      await syncToken({ token, tokenId, reader, database, finalized, onProgress, onWait: () => onWait?.(token.symbol) })
      const transfers = ((await loadCursor(database.db, tokenId))?.transfers ?? 0) - (began.cursor?.transfers ?? 0)
      const pace = transfers > 0 ? { transfers, milliseconds: Math.ceil(performance.now() - began.at) } : {}
      await saveSyncRun(database, tokenId, { finalizedBlock: finalized.number, error: null, ...pace })
    } catch (error) {
      if (signal?.aborted) throw error
      failure ??= error
      await saveSyncRun(database, tokenId, { finalizedBlock: finalized.number, error: toReason(error) })
    }
  }
  if (failure) throw failure
  return syncEvents({ protocol, reader, database, finalized, signal, onProgress })
}
