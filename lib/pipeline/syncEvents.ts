import type { Database } from '@/db/database'
import { keepFilter, saveEvents, saveEventsError, type KeptFilter } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { WrongAnswerError } from '../chain/errors'
import type { Log } from '../chain/log'
import { widestSpan } from '../chain/logRanges'
import type { ChainReader } from '../chain/reader'
import { toReason } from '../chain/reason'
import type { Block } from '../domain/snapshot'
import { toNeededFilters, type NeededFilter } from './neededFilters'
import type { OnProgress } from './progress'

/** After so many logs or blocks what was read is saved. */
const enough = { logs: 20_000, blocks: 250_000 }
/** So many blocks are saved together at most: what one answer left out lies within them. */
export const longestPiece = enough.blocks + widestSpan

interface EventsSync {
  protocol: TrackedProtocol
  reader: ChainReader
  database: Database
  finalized: Block
  /** Aborted when the work is to be given back: being stopped is no failure */
  signal?: AbortSignal
  onProgress?: OnProgress
}

/**
 * Reads the logs that a protocol's wrappers, what these pay and seize, votes, Governors and pools are read from, up to a final block: resumable at
 * any moment, each filter by itself. Where another process reads the same, whoever comes first has it. How each ended is kept for the status page:
 * one that fails keeps no other from its turn, as long as the chain answers at all.
 *
 * @returns what failed
 * @throws WrongAnswerError where the chain is not the one that they were read from; the failure, where the chain answers nothing any more
 */
export async function syncEvents(options: EventsSync): Promise<unknown[]> {
  const { protocol, reader, database, finalized, signal } = options
  const filters = toNeededFilters(protocol)
  for (const needed of filters) {
    const { end } = await keep(options, needed)
    if (end) await assertSameChain(reader, needed.filter.address, end)
  }
  const failures: unknown[] = []
  for (const needed of filters) {
    const kept = await keep(options, needed)
    try {
      await syncFilter(options, needed, kept)
      if (kept.error !== null) await saveEventsError(database, kept, null)
    } catch (error) {
      if (signal?.aborted) throw error
      await saveEventsError(database, kept, toReason(error))
      failures.push(error)
      await reader.readBlock(finalized.number).catch(() => Promise.reject(error))
    }
  }
  return failures
}

const keep = ({ reader, database }: EventsSync, { filter, firstBlock, withTransactions }: NeededFilter): Promise<KeptFilter> =>
  keepFilter(database, { chainId: reader.chainId, ...filter }, { firstBlock, withTransactions })

async function syncFilter({ reader, database, finalized, onProgress }: EventsSync, { name, filter }: NeededFilter, begun: KeptFilter): Promise<void> {
  let kept = begun
  const first = kept.end ? kept.end.number + 1 : kept.firstBlock
  let [logs, from]: [Log[], number] = [[], first]
  if (first > finalized.number) return
  for await (const range of reader.readEvents({ ...filter, fromBlock: first, toBlock: finalized.number })) {
    logs.push(...range.logs)
    const isLast = range.toBlock === finalized.number
    if (!isLast && logs.length < enough.logs && range.toBlock - from < enough.blocks) continue
    const { number, hash } = isLast ? finalized : await reader.readBlock(range.toBlock)
    if (!(await saveEvents(database, kept, logs, { number, hash }))) return
    kept = { ...kept, end: { number, hash } }
    ;[logs, from] = [[], range.toBlock + 1]
    onProgress?.({ label: `events of ${name}`, unit: 'blocks', done: range.toBlock - first + 1, total: finalized.number - first + 1 })
  }
}

async function assertSameChain(reader: ChainReader, address: string, known: { number: number; hash: string }): Promise<void> {
  const block = await reader.readBlock(known.number)
  if (block.hash !== known.hash)
    throw new WrongAnswerError(
      `events of ${address}: block ${known.number} of chain ${reader.chainId} has the hash ${block.hash}, they were read under ${known.hash}. The endpoint serves another chain or fork; nothing was written.`,
    )
}
