import type { Database } from '@/db/database'
import { findList } from '@/db/holders'
import { streamHolders } from '@/db/holderStream'
import { loadLookThrough } from '@/db/lookThroughs'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Lens } from '@/lib/domain/lens'
import type { HolderRow } from '@/lib/views/holderRow'
import { isAsKept, type Ledger } from '../ledger'
import { openHolderWays } from '../ownership/holderWays'
import { replayDistribution } from '../replay'
import { StreamedRow, toHolderRows } from './toHolderRow'

/** So many rows are made at a time from the ledger. */
const pieceSize = 5_000
/** For so many holders the ways are asked for at once: many small questions take three times as long. */
const askedTogether = 20_000

/**
 * Every holder of a snapshot under a lens, largest first, piece by piece: from the list that is kept, else from the ledger; with the ways by
 * which they came where the lens looks through contracts.
 *
 * @throws where a newer snapshot takes this one's place meanwhile: part of a list is none
 */
export async function* streamHolderRows(database: Database, ledger: Ledger, snapshot: SavedSnapshot, lens: Lens): AsyncGenerator<readonly HolderRow[]> {
  const addWays = await openHolderWays(database, ledger, snapshot, lens)
  if (isAsKept(ledger.outlook, lens) && (await findList(database, snapshot.id, lens.id))) {
    const hadWays = lens.looksThrough && (await loadLookThrough(database, snapshot.id)) !== null
    const rows: HolderRow[] = []
    const take = async () => {
      const whole = await addWays(rows.splice(0))
      if (hadWays && !(await findList(database, snapshot.id, lens.id))) throw new Error(`editions: the holders of snapshot ${snapshot.id} were replaced while they were read`)
      return whole
    }
    for await (const piece of streamHolders(database, snapshot.id, lens.id)) {
      for (const holder of piece) rows.push(new StreamedRow(holder))
      if (!hadWays || rows.length >= askedTogether) yield take()
    }
    if (rows.length > 0) yield take()
    return
  }
  if (!snapshot.block) return
  const distribution = await replayDistribution(database, ledger, snapshot.block.number, lens)
  const rows = toHolderRows(distribution, ledger.outlook.labels, Infinity)
  for (let at = 0; at < rows.length; at += pieceSize) yield addWays(rows.slice(at, at + pieceSize))
}
