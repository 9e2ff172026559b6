import { keepCheckpoint, loadBalancesAt, loadFirstChange } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadLastDay } from '@/db/history'
import { loadCursor } from '@/db/ledger'
import { saveHistory } from '@/db/snapshots'
import type { ChainReader } from '../chain/reader'
import type { Block, Gap, Measurement, Snapshot } from '../domain/snapshot'
import { completeDayEnds } from './completeDayEnds'
import type { Ledger } from './ledger'
import { keepOtherSides } from './ownership/keepOtherSides'
import { openBehind, type BehindAt } from './ownership/openBehind'
import type { OnProgress } from './progress'
import { toRecipe } from './recipe'
import { toRunningMeasurements, type RunningMeasurements } from './runningMeasurements'
import { walkBalances } from './walkBalances'

/** Days are saved in pieces of this many: what is done stays done when the run is killed. */
const daysAPiece = 50

/**
 * Takes one snapshot a day from the token's first day to its last whole one, from the ledger alone: the chain is asked only where
 * days end. Goes on after the last day that is there; days made with other labels or metrics are made again, as is all that follows them.
 *
 * Supply is what was minted less what was burned by the logs; nothing is audited, as old state may no longer be readable.
 *
 * @returns how many days were taken
 */
export async function takeHistory(options: {
  ledger: Ledger
  reader: ChainReader
  database: Database
  onProgress?: OnProgress
}): Promise<number> {
  const { ledger, reader, database, onProgress } = options
  const { token, tokenId, outlook } = ledger
  const cursor = await loadCursor(database.db, tokenId)
  const firstChange = await loadFirstChange(database, tokenId)
  if (!cursor || firstChange === null) return 0
  const recipe = toRecipe(outlook)
  const last = await loadLastDay(database, tokenId, recipe)
  const ends = await completeDayEnds({ reader, database, onProgress }, firstChange, cursor.block)
  const days = [...ends].filter(([day]) => !last || day > last.day)
  if (days.length === 0) return 0
  await keepOtherSides(database, ledger, null)
  const running = toRunningMeasurements(last ? await loadBalancesAt(database, tokenId, last.block) : new Map(), outlook.labels)
  const behindAt = await openBehind(database, ledger, days.at(-1)![1].number)
  let measurements: Measurement[] | null = null
  let before: BehindAt | null = null
  let taken: Snapshot[] = []
  let index = 0
  for await (const { day, block, changes } of walkBalances({ tokenId, database }, days, last?.block ?? -1)) {
    running.change(changes)
    // A day on which nothing moved has yesterday's figures.
    const behind = await behindAt(block.number, running)
    if (!measurements || changes.size > 0 || behind !== before) measurements = running.measure(behind?.behind)
    before = behind
    taken.push(toDaySnapshot(day, block, running, measurements, behind?.gaps ?? []))
    index += 1
    if (taken.length === daysAPiece || index === days.length) {
      await saveHistory(database, tokenId, taken, recipe, outlook)
      await keepCheckpoint(database, tokenId, block.number, index === days.length)
      taken = []
      onProgress?.({ label: `history ${token.symbol}`, unit: 'days', done: index, total: days.length })
    }
  }
  return days.length
}

function toDaySnapshot(day: string, block: Block, running: RunningMeasurements, measurements: Measurement[], behindGaps: readonly Gap[]): Snapshot {
  const negative = running.negative()
  const reason = 'below zero by the Transfer logs alone: the token also moves without logs'
  return {
    origin: 'ledger',
    day,
    block,
    supply: running.supply(),
    population: 'complete',
    gaps: [...(negative > 0 ? [{ subject: `balances of ${negative} accounts`, reason }] : []), ...behindGaps],
    audit: null,
    measurements,
    file: null,
  }
}
