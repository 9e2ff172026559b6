import type { Database } from '@/db/database'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { WrongAnswerError } from '../chain/errors'
import type { Log } from '../chain/log'
import type { ChainReader } from '../chain/reader'
import type { Block } from '../domain/snapshot'
import { toGovernorSource } from '../sources/governors/registry'
import { toLiquidationLogs } from '../sources/liquidations/registry'
import { toSource } from '../sources/registry'
import { toRewardLogs } from '../sources/rewards/registry'
import type { LogFilter } from '../sources/source'
import { toVotesSource } from '../sources/votes/registry'
import type { OnProgress } from './progress'

/** So many logs or blocks are saved together. */
const enough = { logs: 20_000, blocks: 250_000 }

/** A contract whose logs are kept, and from which block on there can be any. */
interface Emitter {
  name: string
  firstBlock: number
}

/**
 * Reads the logs that a protocol's wrappers, what these pay and seize, votes and Governors are read from, up to a final block: resumable at any
 * moment, each filter by itself. Where another process reads the same, whoever comes first has it.
 *
 * @throws WrongAnswerError where the chain is not the one that they were read from
 */
export async function syncEvents(options: { protocol: TrackedProtocol; reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress }): Promise<void> {
  const filters = new Map<string, { emitter: Emitter; filter: LogFilter }>()
  for (const { emitter, logs } of toEmitters(options.protocol))
    for (const filter of logs) filters.set(JSON.stringify([filter.address, [...filter.topics].sort()]), { emitter, filter })
  for (const { emitter, filter } of filters.values()) await syncFilter(options, emitter, filter)
}

const toEmitters = ({ wrappers, governance }: TrackedProtocol): { emitter: Emitter; logs: readonly LogFilter[] }[] => [
  ...wrappers.map((wrapper) => ({ emitter: wrapper, logs: [...toSource(wrapper.source).logs(wrapper), ...toRewardLogs(wrapper), ...toLiquidationLogs(wrapper)] })),
  ...governance.votes.map((contract) => ({ emitter: contract, logs: toVotesSource(contract.source).logs(contract) })),
  ...governance.governors.map((governor) => ({ emitter: governor, logs: toGovernorSource(governor.source).logs(governor) })),
]

async function syncFilter(
  { reader, database, finalized, onProgress }: { reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress },
  { name, firstBlock }: Emitter,
  { address, topics }: LogFilter,
): Promise<void> {
  let kept = await keepFilter(database, { chainId: reader.chainId, address, topics })
  if (kept.end) await assertSameChain(reader, address, kept.end)
  const first = kept.end ? kept.end.number + 1 : firstBlock
  let [logs, from]: [Log[], number] = [[], first]
  if (first > finalized.number) return
  for await (const range of reader.readEvents({ address, topics, fromBlock: first, toBlock: finalized.number })) {
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
