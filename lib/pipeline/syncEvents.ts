import type { Database } from '@/db/database'
import { keepFilter, saveEvents, toTopicsKey, type FilterNeeds } from '@/db/eventLogs'
import type { TrackedProtocol } from '@/db/protocols'
import { WrongAnswerError } from '../chain/errors'
import type { Log } from '../chain/log'
import type { ChainReader } from '../chain/reader'
import type { Block } from '../domain/snapshot'
import { toGovernorSource } from '../sources/governors/registry'
import { toSource } from '../sources/registry'
import type { LogFilter } from '../sources/source'
import { toVotesSource } from '../sources/votes/registry'
import { toDollarPool, toPoolFilters, toPoolPlaces, toPriceFilters, type PoolFilter } from './liquidity/poolPlaces'
import type { OnProgress } from './progress'

/** So many logs or blocks are saved together. */
const enough = { logs: 20_000, blocks: 250_000 }

/** A contract whose logs are kept, and from which block on there can be any. */
interface Emitter {
  name: string
  firstBlock: number
}

/** Events of a contract, with what anybody needs of them. */
interface NeededFilter extends FilterNeeds {
  name: string
  filter: LogFilter
}

/**
 * Reads the logs that a protocol's wrappers, votes, Governors and pools are read from, up to a final block: resumable at any moment, each filter by
 * itself. Several who ask for the same filter share it; it is kept with transactions where anybody needs them. Where another process reads the
 * same, whoever comes first has it.
 *
 * @throws WrongAnswerError where the chain is not the one that they were read from
 */
export async function syncEvents(options: { protocol: TrackedProtocol; reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress }): Promise<void> {
  const filters = new Map<string, NeededFilter>()
  for (const { emitter: { name, firstBlock }, logs } of toEmitters(options.protocol))
    for (const { withTransactions = false, ...filter } of logs) {
      const key = `${filter.address} ${toTopicsKey(filter.topics)}`
      const same = filters.get(key)
      filters.set(key, {
        name: same?.name ?? name, filter,
        firstBlock: Math.min(firstBlock, same?.firstBlock ?? firstBlock),
        withTransactions: withTransactions || (same?.withTransactions ?? false),
      })
    }
  for (const filter of filters.values()) await syncFilter(options, filter)
}

function toEmitters(protocol: TrackedProtocol): { emitter: Emitter; logs: readonly (LogFilter & Partial<PoolFilter>)[] }[] {
  const { wrappers, governance } = protocol
  const [pools, dollarPool] = [toPoolPlaces(protocol), toDollarPool(protocol)]
  const isFollowed = pools.some(({ place }) => place.address === dollarPool?.place.address)
  return [
    ...wrappers.map((wrapper) => ({ emitter: wrapper, logs: toSource(wrapper.source).logs(wrapper) })),
    ...governance.votes.map((contract) => ({ emitter: contract, logs: toVotesSource(contract.source).logs(contract) })),
    ...governance.governors.map((governor) => ({ emitter: governor, logs: toGovernorSource(governor.source).logs(governor) })),
    ...pools.map((pool) => ({ emitter: pool.place, logs: toPoolFilters(pool) })),
    ...(dollarPool && !isFollowed ? [{ emitter: dollarPool.place, logs: toPriceFilters(dollarPool, false) }] : []),
  ]
}

async function syncFilter(
  { reader, database, finalized, onProgress }: { reader: ChainReader; database: Database; finalized: Block; onProgress?: OnProgress },
  { name, filter: { address, topics }, ...needs }: NeededFilter,
): Promise<void> {
  let kept = await keepFilter(database, { chainId: reader.chainId, address, topics }, needs)
  if (kept.end) await assertSameChain(reader, address, kept.end)
  const first = kept.end ? kept.end.number + 1 : kept.firstBlock
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
