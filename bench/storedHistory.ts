import { saveDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { toDay } from '@/lib/chain/dayEnds'
import type { ChainReader } from '@/lib/chain/reader'
import type { Token } from '@/lib/domain/protocol'
import type { Block } from '@/lib/domain/snapshot'
import { takeHistory } from '@/lib/pipeline/takeHistory'
import { withBenchDatabase } from './benchDatabase'
import { fillAccounts, fillLedger } from './fillLedger'
import { benchLabels } from './history'
import { blocksADay, toBenchAddress, type HistorySize } from './transferHistory'

const token: Token = { chainId: 1, address: toBenchAddress(-1), symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
const firstDay = Date.UTC(2020, 8, 17) / 1000

const toBlock = (number: number): Block => ({
  number,
  hash: `0x${number.toString(16).padStart(64, '0')}`,
  timestamp: firstDay + Math.floor((number * 86_400) / blocksADay),
})
const toDayEnd = (day: number) => toBlock((day + 1) * blocksADay - 1)

/**
 * `npm run -s bench -- storedHistory`: the same history as `history`, from the ledger in Postgres to every day's snapshot in Postgres, and
 * then one more day in its own run, which begins by loading the balances. Filling the ledger is no part of the time.
 */
export async function benchStoredHistory({ transfers, holders, days }: HistorySize) {
  return withBenchDatabase(async (database) => {
    const tokenId = await fill(database, { transfers, holders, days })
    await saveDayEnds(database, token.chainId, new Map(Array.from({ length: days }, (_, day) => [toDay(toDayEnd(day).timestamp), toDayEnd(day)])))
    const readBlock = (number: number) => Promise.resolve(toBlock(number))
    const take = async (lastDay: number) => {
      await moveCursor(database, tokenId, toDayEnd(lastDay))
      const began = performance.now()
      const taken = await takeHistory({ ledger: { token, tokenId, outlook: { labels: benchLabels, wrappers: [] }, ledgers: new Map() }, reader: { chainId: token.chainId, readBlock } satisfies Partial<ChainReader> as unknown as ChainReader, database })
      return { taken, seconds: Math.round(performance.now() - began) / 1000 }
    }
    const full = await take(days - 2)
    const oneMore = await take(days - 1)
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    return { transfers, days: full.taken, fullSeconds: full.seconds, oneMoreDays: oneMore.taken, oneMoreDaySeconds: oneMore.seconds, peakRssMb }
  })
}

async function fill(database: Database, size: HistorySize): Promise<number> {
  const { pool } = database
  await pool.query(`insert into protocols (slug, position, definition) values ('bench', 0, '{}')`)
  const { rows } = await pool.query<{ id: number }>(
    `insert into tokens (protocol, chain_id, address, symbol, name, decimals, first_block) values ('bench', 1, $1, 'BENCH', 'Bench', 18, 0) returning id`,
    [Buffer.from(token.address.slice(2), 'hex')],
  )
  const tokenId = rows[0]!.id
  await fillAccounts(database, await fillLedger(database, tokenId, size))
  await pool.query('analyze')
  return tokenId
}

const moveCursor = ({ pool }: Database, tokenId: number, { number, hash, timestamp }: Block) =>
  pool.query(
    `insert into cursors (token_id, block_number, block_hash, block_timestamp, transfers) values ($1, $2, $3, $4, 0)
     on conflict (token_id) do update set block_number = $2, block_timestamp = $4`,
    [tokenId, number, Buffer.from(hash.slice(2), 'hex'), timestamp],
  )
