import { loadDayEnds } from '@/db/balanceHistory'
import { loadContentVersion } from '@/db/contentVersion'
import type { Database } from '@/db/database'
import { loadEvents } from '@/db/eventLogs'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadAnswered, loadAnswers } from '@/db/wrapperAnswers'
import type { LoadedLiquidations, TimedLiquidation } from '@/lib/publish/loadedFarming'
import { toReason } from '../../chain/reason'
import type { Wrapper } from '../../domain/protocol'
import type { Block, Gap } from '../../domain/snapshot'
import { findLiquidationSource } from '../../sources/liquidations/registry'
import { assertEventsReach } from '../assertEventsReach'
import { askOnce } from '../askOnce'
import { openClock } from '../openClock'

/**
 * Liquidations of what lending contracts held of a protocol's token, from kept logs, up to a block. Made once for each state of the database.
 *
 * @param at null for the block of the newest balances
 * @returns null where no lending contract is known whose liquidations can be told, or nothing was read yet
 */
export async function loadLiquidations(database: Database, protocol: TrackedProtocol, at: Pick<Block, 'number' | 'timestamp'> | null): Promise<LoadedLiquidations | null> {
  const markets = protocol.wrappers.filter(({ source, assets }) => findLiquidationSource(source) && assets.includes(protocol.token.address))
  const block = markets.length === 0 ? null : at ?? await loadSettledBlock(database.db, protocol.tokenId)
  if (!block) return null
  return askOnce('liquidations', `${await loadContentVersion(database)}:${protocol.slug}:${block.number}`, () => makeLiquidations(database, protocol.token.chainId, markets, block))
}

async function makeLiquidations(database: Database, chainId: number, markets: readonly Wrapper[], block: Pick<Block, 'number' | 'timestamp'>): Promise<LoadedLiquidations> {
  const gaps: Gap[] = []
  const timeOf = openClock(await loadDayEnds(database, chainId), block)
  const rows = await Promise.all(markets.map(async (market) => {
    try {
      return await readMarket(database, chainId, market, block.number, timeOf)
    } catch (error) {
      gaps.push({ subject: `liquidations of ${market.name}`, reason: toReason(error) })
      return []
    }
  }))
  return {
    block: { number: block.number, timestamp: block.timestamp },
    rows: rows.flat().sort((a, b) => b.blockNumber - a.blockNumber || b.logIndex - a.logIndex),
    markets: markets.map(({ address, name }) => ({ address, name })),
    gaps,
  }
}

async function readMarket(database: Database, chainId: number, market: Wrapper, upTo: number, timeOf: (block: number) => number): Promise<TimedLiquidation[]> {
  const source = findLiquidationSource(market.source)!
  const filters = source.logs(market).map((filter) => ({ chainId, ...filter }))
  if (filters.length === 0) throw new Error('nothing says which contract tells of them')
  await assertEventsReach(database, filters, upTo, null)
  const logs = (await Promise.all(filters.map((filter) => loadEvents(database, filter, -1, upTo)))).flat()
  const liquidations = logs.flatMap((log) => source.toLiquidation(market, log) ?? [])
  if (liquidations.length === 0) return []
  const asked = [...(await loadAnswered(database, chainId, [market], upTo))].filter((key) => key.startsWith(`${market.source} `)).map((key) => Number(key.split(' ').at(-1))).sort((a, b) => a - b)
  const booksAt = (block: number) => askOnce('marketBooks', `${chainId}:${market.address}:${block}`, async () => (await loadAnswers(database, chainId, market, block))?.answers ?? null)
  return Promise.all(liquidations.map(async (liquidation): Promise<TimedLiquidation> => {
    // A market's rate grows slowly: that of the first reading after it, or of the last before.
    const near = asked.find((block) => block >= liquidation.blockNumber) ?? asked.at(-1)
    const answers = near === undefined ? null : await booksAt(near)
    return { ...liquidation, timestamp: timeOf(liquidation.blockNumber), amount: source.toAmount(liquidation, answers) }
  }))
}
