import type { Database } from '@/db/database'
import { streamHolders } from '@/db/holderStream'
import type { SavedSnapshot } from '@/db/snapshots'
import { toDistribution, type Claim } from '@/lib/domain/distribution'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { Lens } from '@/lib/domain/lens'
import { findMovers } from '@/lib/metrics/movers'
import { toBands } from '@/lib/ownership/band'
import { askOnce } from '../askOnce'
import type { Ledger } from '../ledger'
import { replayDistribution } from '../replay'
import { toRecipe } from '../recipe'
import { describeBand } from './describeOwnership'

/** A band is a few figures: those of many protocols and lenses may be kept. */
const kept = 400

/**
 * How far the headline figures of a snapshot depend on the lens. The ends follow from what was measured; which label moves a figure most has to
 * be asked of every holder, once a snapshot: who asks first waits for it, because finished pages are kept and would lack it until the next one.
 */
export async function loadHeadlineBands(database: Database, ledger: Ledger, snapshot: SavedSnapshot, lens: Lens): Promise<readonly HeadlineBand[]> {
  const { origin, measurements, block } = snapshot
  if (origin === 'imported') return loadListBands(database, ledger, snapshot, lens)
  if (!block) return toBands(measurements, {}, {})
  return askOnce(
    'bands',
    [ledger.tokenId, block.number, toRecipe(ledger.outlook), lens.id].join(':'),
    async () => describeBand(await replayDistribution(database, ledger, block.number, lens), measurements, ledger.outlook.labels, lens),
    kept,
  )
}

/**
 * The same of an imported list, from its own holders: the ledger knows others, even where the list names a block. Of one that was cut off, and of one
 * whose labels say something else by now than when it was measured, no label is asked for.
 */
async function loadListBands(database: Database, { outlook }: Ledger, { id, population, measurements }: SavedSnapshot, lens: Lens): Promise<readonly HeadlineBand[]> {
  const measured = measurements.find((one) => one.lens === lens.id)
  if (population === 'truncated' || !measured) return toBands(measurements, {}, {})
  return askOnce(
    'bands',
    ['list', id, toRecipe(outlook), lens.id].join(':'),
    async () => {
      const claims: Claim[] = []
      for await (const piece of streamHolders(database, id, lens.id)) for (const { account, digits } of piece) claims.push({ account, amount: BigInt(digits) })
      const distribution = toDistribution(claims)
      return toBands(measurements, {}, distribution.total === measured.denominator ? findMovers(distribution, outlook.labels) : {})
    },
    kept,
  )
}
