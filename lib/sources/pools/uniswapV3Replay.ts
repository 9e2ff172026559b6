import type { Log } from '../../chain/log'
import type { PoolFacts } from '../../domain/pool'
import { ProviderBook } from '../../liquidity/providerBook'
import { toPlace } from '../eventWords'
import { concerning, toPoolContracts, toPoolEvent, toSwapEvent } from '../uniswapV3Logs'
import { toTickSpacing } from './uniswapV3Facts'

/**
 * An empty book of a Uniswap v3 pool, and what puts its logs, the manager's and those of who keeps NFTs into it, whole blocks in the chain's order.
 *
 * @returns `add` throws an Error that names the log, where one does not follow from those before it; the book is of no use from then on
 * @example const { book, add } = openReplay(facts); add(logs); book.core.liquidity // 10n
 */
export function openReplay(pool: Pick<PoolFacts, 'address' | 'contracts' | 'feePpm' | 'quote'>): { book: ProviderBook; add: (logs: readonly Log[]) => void } {
  const of = toPoolContracts(pool)
  const book = new ProviderBook({ feePpm: pool.feePpm, tickSpacing: toTickSpacing(pool.feePpm), quote: pool.quote }, of.manager)
  const met = new Set<string>()
  const addLog = (log: Log) => {
    const swap = log.address === of.pool ? toSwapEvent(log) : null
    if (swap) return book.swap(swap)
    const event = toPoolEvent(log, of)
    if (event) book.add(event)
  }
  const add = (logs: readonly Log[]) => {
    for (const log of concerning(logs, of, met)) {
      try {
        addLog(log)
      } catch (error) {
        throw new Error(`${toPlace(log)} does not follow from the logs before it: ${(error as Error).message}. Logs are missing.`, { cause: error })
      }
    }
    book.endBlock()
  }
  return { book, add }
}
