import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { saveDayEnds } from '@/db/balanceHistory'
import { openDatabase, type Database } from '@/db/database'
import { startPostgres } from '@/db/embedded/startPostgres'
import { keepFilter, saveEvents } from '@/db/eventLogs'
import { migrate } from '@/db/migrate'
import { savePoolFacts } from '@/db/pools'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { toDay } from '@/lib/chain/dayEnds'
import type { Log } from '@/lib/chain/log'
import type { ChainReader } from '@/lib/chain/reader'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Block } from '@/lib/domain/snapshot'
import { readLiquidity } from '@/lib/pipeline/liquidity/readLiquidity'
import { toPoolFilters, toPoolPlaces } from '@/lib/pipeline/liquidity/poolPlaces'
import { benchManager, benchPool, tickSpacing, toPoolHistory, type PoolLife } from './poolHistory'
import { settle } from './settle'
import { blocksADay, toBenchAddress } from './transferHistory'

const firstDay = Date.UTC(2021, 4, 5) / 1000
/** Two years */
const days = 730
const [token0, token1] = ['1', '2'].map((digit) => `0x${digit.repeat(40)}` as const) as [`0x${string}`, `0x${string}`]

const toBlock = (number: number): Block => ({ number, hash: `0x${number.toString(16).padStart(64, '0')}`, timestamp: firstDay + Math.floor((number * 86_400) / blocksADay) })
const toDayEnd = (day: number) => toBlock((day + 1) * blocksADay - 1)

/**
 * `npm run -s bench -- profits`: a Uniswap v3 pool with so many swaps, 60,000 positions of 20,000 owners in two years, from kept logs in Postgres to
 * every provider's result and every day of the pool in Postgres; receipts are answered at once. Then one more day. Writing the logs is no part of the
 * time.
 */
export async function benchProfits(swaps: number) {
  const life: PoolLife = { swaps, positions: Math.max(2, Math.round(swaps / 50)), owners: Math.max(2, Math.round(swaps / 150)), days: days + 1 }
  const directory = await mkdtemp(path.join(tmpdir(), 'lorenz-bench-'))
  const postgres = await startPostgres({ directory: path.join(directory, 'postgres') })
  const database = openDatabase(postgres.url)
  try {
    await migrate(database)
    const protocol = await follow(database)
    await fill(database, protocol, life)
    const take = async (day: number) => {
      await settle(database, protocol, toDayEnd(day))
      const began = performance.now()
      const { said, failures } = await readLiquidity({ protocol, reader, database }, { isInterrupted: () => false })
      if (failures.length > 0) throw failures[0]
      return { said: said[0], seconds: Math.round((performance.now() - began) / 100) / 10 }
    }
    const full = await take(days - 1)
    const oneMore = await take(days)
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    return { ...life, said: full.said, seconds: full.seconds, swapsASecond: Math.round(swaps / full.seconds), oneMoreDay: oneMore.said, oneMoreDaySeconds: oneMore.seconds, peakRssMb }
  } finally {
    await database.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

async function follow(database: Database): Promise<TrackedProtocol> {
  const token = { chainId: 1, address: token0, symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
  const wrapper = { source: 'uniswapV3Pool', address: benchPool, name: 'Bench pool', firstBlock: 0, assets: [token0, token1], contracts: { positionManager: benchManager }, fact: 'bench' }
  const protocol = protocolSchema.parse({ slug: 'bench', name: 'Bench', category: 'exchange', website: 'https://example.org', token, wrappers: [wrapper], money: { wrappedEther: token1 } })
  return saveProtocol(database, protocol, 0)
}

/** Nothing is asked of it but where blocks are, and what transactions cost. */
const reader = {
  chainId: 1,
  readBlock: (number: number) => Promise.resolve(toBlock(number)),
  readTransactionFees: (hashes) => Promise.resolve(hashes.map(() => ({ status: 'ok', sender: toBenchAddress(0), wei: 10n ** 15n }))),
} satisfies Partial<ChainReader> as unknown as ChainReader

async function fill(database: Database, protocol: TrackedProtocol, life: PoolLife): Promise<void> {
  const [pool] = toPoolPlaces(protocol)
  const tokens = [token0, token1].map((address) => ({ address, symbol: 'T', decimals: 18 }))
  await savePoolFacts(database, protocol.slug, { ...pool!.place, tokens: [tokens[0]!, tokens[1]!], feePpm: 3000, quote: 1, contracts: { positionManager: benchManager } })
  const filters = await Promise.all(toPoolFilters(pool!).map(async (filter) => ({ filter, kept: await keepFilter(database, { chainId: 1, ...filter }, { firstBlock: 0, withTransactions: filter.withTransactions }) })))
  for (const { logs, lastBlock } of toPoolHistory(life))
    for (const one of filters) {
      const mine = logs.filter(({ address, topics }: Log) => address === one.filter.address && one.filter.topics.some((topic) => topic === topics[0]))
      const end = { number: lastBlock, hash: toBlock(lastBlock).hash }
      await saveEvents(database, one.kept, mine, end)
      one.kept = { ...one.kept, end }
    }
  await saveDayEnds(database, 1, new Map(Array.from({ length: life.days }, (_, day) => [toDay(toDayEnd(day).timestamp), toDayEnd(day)])))
  await database.pool.query('analyze')
}
