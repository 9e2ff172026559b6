import { loadBalancesAt, loadChanges, loadDayEnds, loadFirstChange, saveDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadLastDay } from '@/db/history'
import { loadCursor } from '@/db/ledger'
import { saveHistory } from '@/db/snapshots'
import { findDayEnds, toDay } from '../chain/dayEnds'
import type { ChainReader } from '../chain/reader'
import type { Address } from '../domain/address'
import type { Label } from '../domain/label'
import type { Token } from '../domain/protocol'
import type { Block, Measurement, Snapshot } from '../domain/snapshot'
import type { OnProgress } from './progress'
import { toMeasurements } from './toMeasurements'

/** Days are saved in pieces of this many: what is done stays done when the run is killed. */
const daysAPiece = 50

/**
 * Takes one snapshot a day from the token's first day to its last whole one, from the ledger alone: the chain is asked only where
 * days end. Goes on after the last day that is there.
 *
 * Supply is what was minted less what was burned by the logs; nothing is audited, as old state may no longer be readable.
 *
 * @returns how many days were added
 */
export async function takeHistory(options: {
  token: Token
  tokenId: number
  labels: readonly Label[]
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}): Promise<number> {
  const { token, tokenId, labels, reader, database, onProgress } = options
  const cursor = await loadCursor(database.db, tokenId)
  const firstChange = await loadFirstChange(database, tokenId)
  if (!cursor || firstChange === null) return 0
  const last = await loadLastDay(database, tokenId)
  const ends = await toDayEnds(options, firstChange, cursor.block)
  const days = [...ends].filter(([day]) => !last || day > last.day)
  const balances: Map<Address, bigint> = last ? await loadBalancesAt(database, tokenId, last.block) : new Map()
  let after = last?.block ?? -1
  let measurements: Measurement[] | null = null
  let taken: Snapshot[] = []
  for (const [index, [day, block]] of days.entries()) {
    const changes = block.number > after ? await loadChanges(database, tokenId, after, block.number) : []
    for (const { account, balance } of changes) balances.set(account, balance)
    after = Math.max(after, block.number)
    // A day on which nothing moved has yesterday's figures.
    if (!measurements || changes.length > 0) measurements = toMeasurements(toPositive(balances), labels, { curve: false })
    taken.push(toDaySnapshot(day, block, balances, measurements))
    if (taken.length === daysAPiece || index === days.length - 1) {
      await saveHistory(database, tokenId, taken)
      taken = []
      onProgress?.({ label: `history ${token.symbol}`, unit: 'days', done: index + 1, total: days.length })
    }
  }
  return days.length
}

const toPositive = (balances: ReadonlyMap<Address, bigint>) =>
  [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))

function toDaySnapshot(day: string, block: Block, balances: ReadonlyMap<Address, bigint>, measurements: Measurement[]): Snapshot {
  const negative = [...balances.values()].filter((balance) => balance < 0n).length
  const reason = 'below zero by the Transfer logs alone: the token also moves without logs'
  return {
    origin: 'ledger',
    day,
    block,
    supply: [...balances.values()].reduce((sum, balance) => sum + balance, 0n),
    population: 'complete',
    gaps: negative > 0 ? [{ subject: `balances of ${negative} accounts`, reason }] : [],
    audit: null,
    measurements,
    file: null,
  }
}

/** The last block of each whole day since the first change: those kept already, and those after them asked of the chain. */
async function toDayEnds(
  { token, reader, database, onProgress }: { token: Token; reader: ChainReader; database: Database; onProgress?: OnProgress },
  firstChange: number,
  newest: Block,
): Promise<Map<string, Block>> {
  const known = await loadDayEnds(database, token.chainId)
  const first = await reader.readBlock(firstChange)
  const firstDay = toDay(first.timestamp)
  const from = toLastKnown(known, firstDay) ?? first
  const report = (done: number, total: number) => onProgress?.({ label: `day ends of chain ${token.chainId}`, unit: 'days', done, total })
  const found = from.number < newest.number ? await findDayEnds(reader.readBlock, from, newest, report) : new Map<string, Block>()
  await saveDayEnds(database, token.chainId, found)
  const all = [...new Map([...known, ...found])].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(all.filter(([day, block]) => day >= firstDay && block.number <= newest.number))
}

/** The end of the last day up to which all days since the first are known: other tokens may have left holes after it. */
function toLastKnown(known: ReadonlyMap<string, Block>, firstDay: string): Block | undefined {
  let last: Block | undefined
  for (let day = firstDay; known.has(day); day = toNextDay(day)) last = known.get(day)
  return last
}

const toNextDay = (day: string): string => toDay(Date.parse(`${day}T00:00:00Z`) / 1000 + 86_400)
