import type { Database } from '@/db/database'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { ProgramPlace } from '../../sources/rewards/registry'
import type { RewardBook } from '../../sources/rewards/rewardSource'
import { assertEventsReach } from '../assertEventsReach'
import { toEventFilters } from '../liquidity/poolPlaces'
import { streamLogs } from '../liquidity/streamLogs'

/**
 * Folds a programme's kept logs up to a block.
 *
 * @param note hears of who did something for its stake or its reward in which log
 * @returns the same book
 * @throws Error in plain words where they do not reach the block
 */
export async function foldBook(database: Database, chainId: number, { wrapper, source }: ProgramPlace, book: RewardBook, upTo: number, note?: (log: Log, account: Address) => void): Promise<RewardBook> {
  const filters = toEventFilters(chainId, source.logs(wrapper))
  await assertEventsReach(database, filters, upTo, null)
  for await (const { logs } of streamLogs(database, filters, -1, upTo))
    for (const log of logs) {
      const account = book.add(log)
      if (account) note?.(log, account)
    }
  return book
}
