import type { Log } from '../../chain/log'
import type { PoolFacts } from '../../domain/pool'
import { ProviderBook } from '../../liquidity/providerBook'
import { toPlace } from '../eventWords'
import { concerning, toPoolContracts, toPoolEvent, toSwapEvent } from '../uniswapV3Logs'
import { openShareManagers, toShareManagers, type OpenShareManagers } from './shareManagers'
import { toTickSpacing } from './uniswapV3Facts'

/**
 * An empty book of a Uniswap v3 pool, and what puts its logs, the manager's, those of who keeps NFTs and those of share managers into it, whole blocks in
 * the chain's order.
 *
 * @returns `add` throws an Error that names the log, where one does not follow from those before it; the book is of no use from then on
 * @example const { book, add } = openReplay(facts); add(logs); book.core.liquidity // 10n
 */
export function openReplay(pool: Pick<PoolFacts, 'address' | 'contracts' | 'feePpm' | 'quote'>): { book: ProviderBook; shared: OpenShareManagers; add: (logs: readonly Log[]) => void } {
  const accounts = toShareManagers(pool.contracts)
  const of = { ...toPoolContracts(pool), shareManagers: new Set(accounts) }
  const book = new ProviderBook({ feePpm: pool.feePpm, tickSpacing: toTickSpacing(pool.feePpm), quote: pool.quote }, of.manager)
  const shared = openShareManagers(book, accounts)
  const met = new Set<string>()
  const addLog = (log: Log) => {
    const swap = log.address === of.pool ? toSwapEvent(log) : null
    if (swap) return book.swap(swap)
    if (of.shareManagers.has(log.address)) return shared.move(log)
    const event = toPoolEvent(log, of)
    if (event) book.add(event)
  }
  const add = (logs: readonly Log[]) => {
    let block = -1
    for (const log of concerning(logs, of, met)) {
      try {
        if (accounts.length > 0 && log.blockNumber !== block) shared.end()
        block = log.blockNumber
        shared.begin(log)
        addLog(log)
        if (accounts.length > 0) shared.catchUp()
      } catch (error) {
        throw new Error(`${toPlace(log)} does not follow from the logs before it: ${(error as Error).message}. Logs are missing.`, { cause: error })
      }
    }
    book.endBlock()
    shared.catchUp()
    shared.end()
  }
  return { book, shared, add }
}
