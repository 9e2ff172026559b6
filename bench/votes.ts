import { saveDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { keepFilter, loadEvents, saveEvents } from '@/db/eventLogs'
import { saveProtocol, type TrackedProtocol } from '@/db/protocols'
import { toDay } from '@/lib/chain/dayEnds'
import type { Log } from '@/lib/chain/log'
import type { ChainReader } from '@/lib/chain/reader'
import { protocolSchema } from '@/lib/domain/protocol'
import type { Block } from '@/lib/domain/snapshot'
import { takeVotes } from '@/lib/pipeline/governance/takeVotes'
import { takeVotesHistory } from '@/lib/pipeline/governance/takeVotesHistory'
import { delegatedVotes } from '@/lib/sources/votes/delegatedVotes'
import { withBenchDatabase } from './benchDatabase'
import { toRandom } from './random'
import { settle } from './settle'
import { toBenchAddress } from './transferHistory'

const days = 1800
const delegates = 20_000
const blocksADay = 7200
const daysAPiece = 100
const logsAPiece = 20_000
const firstDay = Date.UTC(2020, 8, 17) / 1000
const address = `0x${'b'.repeat(40)}` as const

const toBlock = (number: number): Block => ({ number, hash: toWord(BigInt(number)), timestamp: firstDay + Math.floor((number * 86_400) / blocksADay) })
const toWord = (value: bigint): `0x${string}` => `0x${value.toString(16).padStart(64, '0')}`
const toDayEnd = (day: number) => toBlock((day + 1) * blocksADay - 1)
const seconds = (began: number) => Math.round(performance.now() - began) / 1000

/**
 * `npm run -s bench -- votes`: so many changes of delegates' votes and 1,800 days, from kept logs in Postgres to every day's figures in Postgres;
 * then one more day, and the newest votes with their delegates, each in its own run. Beside it: reading the same logs, and nothing else.
 */
export async function benchVotes(changes: number) {
  return withBenchDatabase(async (database) => {
    const token = { chainId: 1, address, symbol: 'BENCH', name: 'Bench', decimals: 18, firstBlock: 0 }
    const votes = [{ source: 'delegatedVotes', address, name: 'Bench', firstBlock: 0, fact: 'bench' }]
    const protocol = await saveProtocol(database, protocolSchema.parse({ slug: 'bench', name: 'Bench', category: 'lending', website: 'https://example.org', token, governance: { votes } }), 0)
    await fill(database, changes)
    const reader = { chainId: 1, readBlock: (number: number) => Promise.resolve(toBlock(number)), readContracts: (calls) => Promise.resolve(calls.map(() => ({ status: 'failed', reason: 'bench' }))) } satisfies Partial<ChainReader> as unknown as ChainReader
    const take = async (work: typeof takeVotesHistory | typeof takeVotes, day: number) => {
      await settle(database, protocol, toDayEnd(day))
      const began = performance.now()
      const taken = await work({ protocol, reader, database })
      return { taken, seconds: seconds(began) }
    }
    const residentBeforeMb = Math.round(process.memoryUsage.rss() / 2 ** 20)
    const loading = performance.now()
    for (let day = 0; day <= days; day += daysAPiece) await loadEvents(database, toFilter(protocol), day === 0 ? -1 : toDayEnd(day - 1).number, toDayEnd(Math.min(days, day + daysAPiece - 1)).number)
    const loadSeconds = seconds(loading)
    const full = await take(takeVotesHistory, days - 1)
    const oneMore = await take(takeVotesHistory, days)
    const newest = await take(takeVotes, days)
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    return { changes, residentBeforeMb, days: full.taken, loadSeconds, fullSeconds: full.seconds, fullOverLoading: Math.round((10 * full.seconds) / loadSeconds) / 10, oneMoreDays: oneMore.taken, oneMoreDaySeconds: oneMore.seconds, newestSeconds: newest.seconds, peakRssMb }
  })
}

const toFilter = ({ governance }: TrackedProtocol) => ({ chainId: 1, ...delegatedVotes.logs(governance.votes[0]!)[0]! })

async function fill(database: Database, changes: number): Promise<void> {
  const random = toRandom(11)
  const held = new Map<number, bigint>()
  const filter = delegatedVotes.logs({ source: 'delegatedVotes', address, name: 'Bench', firstBlock: 0, contracts: {}, fact: 'bench' })[0]!
  const toLog = (nth: number): Log => {
    // Delegates come in the order of their numbers; the first are named far more often.
    const delegate = Math.floor(Math.max(1, (delegates * nth) / changes) * random() ** 3)
    const [before, after] = [held.get(delegate) ?? 0n, random() < 0.05 ? 0n : BigInt(Math.floor(random() * 1e15)) * 1_000_003n]
    held.set(delegate, after)
    const blockNumber = Math.floor((nth * (days + 1) * blocksADay) / changes)
    return { address, blockNumber, blockHash: toWord(BigInt(blockNumber)), logIndex: nth, topics: [filter.topics[1]!, toWord(BigInt(toBenchAddress(delegate)))], data: `${toWord(before)}${toWord(after).slice(2)}` }
  }
  let kept = await keepFilter(database, { chainId: 1, ...filter }, { firstBlock: 0, withTransactions: false })
  // In pieces, so that what is made up is never in memory as a whole.
  for (let from = 0; from < changes; from += logsAPiece) {
    const logs = Array.from({ length: Math.min(logsAPiece, changes - from) }, (_, place) => toLog(from + place))
    const end = from + logsAPiece < changes ? toBlock(logs.at(-1)!.blockNumber) : toDayEnd(days)
    await saveEvents(database, kept, logs, end)
    kept = { ...kept, end }
  }
  await saveDayEnds(database, 1, new Map(Array.from({ length: days + 1 }, (_, day) => [toDay(toDayEnd(day).timestamp), toDayEnd(day)])))
  await database.pool.query('analyze')
}
