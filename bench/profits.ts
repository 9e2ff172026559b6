import type { Database } from '@/db/database'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import type { ChainReader } from '@/lib/chain/reader'
import { protocolSchema } from '@/lib/domain/protocol'
import { inTightHeap } from '@/lib/jobs/tightHeap'
import { readLiquidity } from '@/lib/pipeline/liquidity/readLiquidity'
import { fillApart, withBenchDatabase } from './benchDatabase'
import { toBenchBlock, toBenchDayEnd } from './benchDays'
import { benchManager, benchPool, type PoolLife } from './poolHistory'
import { settle } from './settle'
import { toBenchAddress } from './transferHistory'

/** Two years */
const days = 730
const [token0, token1] = ['1', '2'].map((digit) => `0x${digit.repeat(40)}` as const) as [`0x${string}`, `0x${string}`]

/**
 * `npm run -s bench -- profits`: a Uniswap v3 pool with so many swaps, 60,000 positions of 20,000 owners in two years, from kept logs in Postgres to
 * every provider's result and every day of the pool in Postgres; receipts are answered at once. Then one more day. Writing the logs is no part of the
 * time, and done by a process of its own.
 */
export async function benchProfits(swaps: number) {
  const life: PoolLife = { swaps, positions: Math.max(2, Math.round(swaps / 50)), owners: Math.max(2, Math.round(swaps / 150)), days: days + 1 }
  return withBenchDatabase(async (database, url) => {
    const protocol = await follow(database)
    await fillApart('fillPool.ts', url, life)
    const take = async (day: number) => {
      await settle(database, protocol, toBenchDayEnd(day))
      const began = performance.now()
      const { said, failures } = await inTightHeap(() => readLiquidity({ protocol, reader, database }, { isInterrupted: () => false }))
      if (failures.length > 0) throw failures[0]
      return { said: said[0], seconds: Math.round((performance.now() - began) / 100) / 10 }
    }
    const full = await take(days - 1)
    const oneMore = await take(days)
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    return { ...life, said: full.said, seconds: full.seconds, swapsASecond: Math.round(swaps / full.seconds), oneMoreDay: oneMore.said, oneMoreDaySeconds: oneMore.seconds, peakRssMb }
  })
}

async function follow(database: Database): Promise<TrackedProtocol> {
  const token = { chainId: 1, address: token0, symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
  const wrapper = { source: 'uniswapV3Pool', address: benchPool, name: 'Bench pool', firstBlock: 0, assets: [token0, token1], contracts: { positionManager: benchManager }, fact: 'bench' }
  const protocol = protocolSchema.parse({ slug: 'bench', name: 'Bench', category: 'exchange', website: 'https://example.org', token, wrappers: [wrapper], money: { wrappedEther: token1 } })
  return saveProtocol(database, protocol, 0)
}

/** Nothing is asked of it but where blocks are, what transactions cost, and whether the largest providers are contracts: none is. */
const reader = {
  chainId: 1,
  readBlock: (number: number) => Promise.resolve(toBenchBlock(number)),
  readCodes: (accounts) => Promise.resolve(accounts.map(() => ({ status: 'ok', bytes: '0x' }))),
  readStorage: () => Promise.resolve([]),
  readContracts: () => Promise.resolve([]),
  readTransactionFees: (hashes) => Promise.resolve(hashes.map(() => ({ status: 'ok', sender: toBenchAddress(0), wei: 10n ** 15n }))),
} satisfies Partial<ChainReader> as unknown as ChainReader
