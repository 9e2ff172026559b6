import { loadDayEnds, saveDayEnds } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { findDayEnds, toDay, toDayAfter } from '../chain/dayEnds'
import type { ChainReader } from '../chain/reader'
import type { Block } from '../domain/snapshot'
import type { OnProgress } from './progress'

/**
 * The last block of each whole day since a block: those kept already, and those after them asked of the chain and kept.
 *
 * @param firstBlock its day is the first
 * @param newest its day has not ended and is left out
 * @returns day → block, oldest first
 * @example await completeDayEnds({ reader, database }, 10_861_674, newest) // Map { '2020-09-14' => { number: 10_862_…, … }, … }
 */
export async function completeDayEnds(
  { reader, database, onProgress }: { reader: Pick<ChainReader, 'chainId' | 'readBlock'>; database: Database; onProgress?: OnProgress },
  firstBlock: number,
  newest: Block,
): Promise<Map<string, Block>> {
  const { chainId } = reader
  const known = await loadDayEnds(database, chainId)
  const first = await reader.readBlock(firstBlock)
  const firstDay = toDay(first.timestamp)
  const missing = toFirstMissing(known, firstDay)
  const from = known.get(toDayAfter(missing, -1)) ?? first
  const report = (done: number, total: number) => onProgress?.({ label: `day ends of chain ${chainId}`, unit: 'days', done, total })
  // The newest block's own day has not ended: where only that is missing, there is nothing to look for.
  const found = missing < toDay(newest.timestamp) ? await findDayEnds(reader.readBlock, from, newest, report) : new Map<string, Block>()
  await saveDayEnds(database, chainId, found)
  const all = [...new Map([...known, ...found])].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(all.filter(([day, block]) => day >= firstDay && block.number <= newest.number))
}

/** The first day whose end is not known: other tokens may have left holes, and known days after it. */
function toFirstMissing(known: ReadonlyMap<string, Block>, firstDay: string): string {
  let day = firstDay
  while (known.has(day)) day = toDayAfter(day, 1)
  return day
}
