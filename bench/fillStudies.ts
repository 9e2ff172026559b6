import { keepCheckpoint, saveDayEnds } from '@/db/balanceHistory'
import { openDatabase } from '@/db/database'
import { savePoolPrices } from '@/db/poolPrices'
import { savePoolFacts } from '@/db/pools'
import { loadProtocol } from '@/db/protocols'
import { toDay } from '@/lib/chain/dayEnds'
import { toBenchDayEnd } from './benchDays'
import { fillAccounts, fillLedger } from './fillLedger'
import { toRandom } from './random'
import { settle } from './settle'
import { toBenchAddress, type HistorySize } from './transferHistory'

/** Fills the database of `studies`, in a process of its own so that what it takes is not counted: its address, and how long the token's life is as JSON. */
const [url, json] = process.argv.slice(2)
const size = JSON.parse(json!) as HistorySize
const database = openDatabase(url!)
const protocol = (await loadProtocol(database, 'bench'))!
const accounts = await fillLedger(database, protocol.tokenId, size)
for (const [address, tokenId] of protocol.ledgers) if (address !== protocol.token.address)
  await fillLedger(database, tokenId, { ...size, transfers: Math.ceil(size.transfers / 20), holders: Math.ceil(size.holders / 20) })
await fillAccounts(database, accounts)
const days = Array.from({ length: size.days }, (_, day) => [toDay(toBenchDayEnd(day).timestamp), toBenchDayEnd(day)] as const)
await saveDayEnds(database, 1, new Map(days))
for (const tokenId of protocol.ledgers.values()) {
  await settle(database, { tokenId }, days.at(-1)![1])
  // As the days of history leave it, which are taken before.
  await keepCheckpoint(database, tokenId, days.at(-1)![1].number, true)
}
const [ether, pool] = [protocol.money.wrappedEther!, toBenchAddress(99_999_990 + 3)]
await savePoolFacts(database, 'bench', {
  source: 'uniswapV2Pair', chainId: 1, address: pool, name: 'Pool', firstBlock: 0, contracts: {}, feePpm: 3000, quote: 1,
  tokens: [{ address: protocol.token.address, symbol: 'BENCH', decimals: 18 }, { address: ether, symbol: 'WETH', decimals: 18 }],
})
const random = toRandom(5)
let price = 2 ** 118
const prices = days.map(([day, { number }]) => {
  price *= 1 + (random() - 0.5) / 5
  return { day, block: number, mean: BigInt(Math.floor(price)), close: BigInt(Math.floor(price)) }
})
await savePoolPrices(database, 1, pool, prices)
await database.pool.query('analyze')
await database.close()
