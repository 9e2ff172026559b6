import type { Database } from '@/db/database'
import type { SavedSnapshot } from '@/db/snapshots'
import type { HeadlineBand } from '@/lib/domain/headlineBand'
import type { Lens } from '@/lib/domain/lens'
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
export async function loadHeadlineBands(database: Database, ledger: Ledger, { measurements, block }: SavedSnapshot, lens: Lens): Promise<readonly HeadlineBand[]> {
  // Of an imported list nobody asks for the label.
  if (!block) return toBands(measurements, {}, {})
  return askOnce(
    'bands',
    [ledger.tokenId, block.number, toRecipe(ledger.outlook), lens.id].join(':'),
    async () => describeBand(await replayDistribution(database, ledger, block.number, lens), measurements, ledger.outlook.labels, lens),
    kept,
  )
}
