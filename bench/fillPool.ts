import { saveDayEnds } from '@/db/balanceHistory'
import { openDatabase, type Database } from '@/db/database'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import { savePoolFacts } from '@/db/pools'
import { loadProtocol, type TrackedProtocol } from '@/db/protocols'
import { toDay } from '@/lib/chain/dayEnds'
import type { Log } from '@/lib/chain/log'
import { toPoolFilters, toPoolPlaces } from '@/lib/pipeline/liquidity/poolPlaces'
import { toBenchBlock, toBenchDayEnd } from './benchDays'
import { benchManager, toPoolHistory, type PoolLife } from './poolHistory'

/** Fills the database of `profits`, in a process of its own so that what it takes is not counted: its address and the pool's life as JSON. */
const [url, life] = process.argv.slice(2)
const database = openDatabase(url!)
await fill(database, (await loadProtocol(database, 'bench'))!, JSON.parse(life!) as PoolLife)
await database.close()

async function fill(database: Database, protocol: TrackedProtocol, life: PoolLife): Promise<void> {
  const [pool] = toPoolPlaces(protocol)
  const tokens = protocol.wrappers[0]!.assets.map((address) => ({ address, symbol: 'T', decimals: 18 }))
  await savePoolFacts(database, protocol.slug, { ...pool!.place, tokens: [tokens[0]!, tokens[1]!], feePpm: 3000, quote: 1, contracts: { positionManager: benchManager } })
  const filters = await Promise.all(toPoolFilters(pool!).map(async (filter) => ({ filter, kept: await keepFilter(database, { chainId: 1, ...filter }, { firstBlock: 0, withTransactions: filter.withTransactions }) })))
  for (const { logs, lastBlock } of toPoolHistory(life))
    for (const one of filters) {
      const mine = logs.filter(({ address, topics }: Log) => address === one.filter.address && one.filter.topics.some((topic) => topic === topics[0]))
      const end = { number: lastBlock, hash: toBenchBlock(lastBlock).hash }
      await saveEvents(database, one.kept, mine, end)
      one.kept = { ...one.kept, end }
    }
  await saveDayEnds(database, 1, new Map(Array.from({ length: life.days }, (_, day) => [toDay(toBenchDayEnd(day).timestamp), toBenchDayEnd(day)])))
  await database.pool.query('analyze')
}
