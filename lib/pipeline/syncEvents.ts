import type { Database } from '@/db/database'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { WrongAnswerError } from '../chain/errors'
import type { Log } from '../chain/log'
import type { ChainReader } from '../chain/reader'
import type { Block } from '../domain/snapshot'
import { toNeededFilters, type NeededFilter } from './neededFilters'
import type { OnProgress } from './progress'

/** So many logs or blocks are saved together. */
const enough = { logs: 20_000, blocks: 250_000 }

/**
 * Reads the logs that a protocol's wrappers, what these pay and seize, votes, Governors and pools are read from, up to a final block: resumable at
 * any moment, each filter by itself. Where another process reads the same, whoever comes first has it.
 *
 * @throws WrongAnswerError where the chain is not the one that they were read from
 */
export async function syncEvents(options: { protocol: TrackedProtocol; reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress }): Promise<void> {
  for (const filter of toNeededFilters(options.protocol)) await syncFilter(options, filter)
}

async function syncFilter(
  { reader, database, finalized, onProgress }: { reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress },
  { name, filter, ...needs }: NeededFilter,
): Promise<void> {
  let kept = await keepFilter(database, { chainId: reader.chainId, ...filter }, needs)
  if (kept.end) await assertSameChain(reader, filter.address, kept.end)
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
