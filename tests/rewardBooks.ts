import { z } from 'zod'
import { toTopicFilter } from '@/lib/chain/eventLogs'
import { logSchema } from '@/lib/chain/log'
import type { ChainReader } from '@/lib/chain/reader'
import type { Rpc } from '@/lib/demo/rpc'
import { inChainOrder } from '@/lib/domain/chainOrder'
import type { Address } from '@/lib/domain/address'
import type { Wrapper } from '@/lib/domain/protocol'
import { readOwedAnswers, toOwedCalls } from '@/lib/sources/rewards/owedAnswers'
import { toProgramPlaces } from '@/lib/sources/rewards/registry'
import type { PaidSums, RewardBook } from '@/lib/sources/rewards/rewardSource'
import type { LogFilter } from '@/lib/sources/source'

interface World {
  rpc: Pick<Rpc, 'call'>
  reader: Pick<ChainReader, 'readContracts'>
}

export async function readLogs({ rpc }: Pick<World, 'rpc'>, filters: readonly LogFilter[]) {
  const answers = await Promise.all(filters.map(({ address, ...asked }) => rpc.call('eth_getLogs', { address, topics: toTopicFilter(asked), fromBlock: '0x0', toBlock: 'latest' })))
  return answers.flatMap((answer) => z.array(logSchema).parse(answer)).sort(inChainOrder)
}

/** The book of a wrapper's programme, from the logs that its source asks for; the first one where it pays for several stakes. */
export async function readBook(world: Pick<World, 'rpc'>, wrapper: Wrapper, nth = 0, paid?: PaidSums): Promise<RewardBook> {
  const { source, wrapper: own } = toProgramPlaces(wrapper)[nth]!
  const book = source.open(own, paid)
  for (const log of await readLogs(world, source.logs(own))) book.add(log)
  return book
}

/** What its contract says that it owes an account at a block. */
export async function readOwed(world: World, wrapper: Wrapper, account: Address, block: number, nth = 0, paid?: PaidSums): Promise<bigint | string> {
  const place = toProgramPlaces(wrapper)[nth]!
  const book = await readBook(world, wrapper, nth, paid)
  return readOwedAnswers(place.source, account, await world.reader.readContracts(toOwedCalls(place, account, book), block), book)
}
