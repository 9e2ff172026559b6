import type { Database } from '@/db/database'
import { loadReach } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Lens } from '@/lib/domain/lens'
import type { Loaded } from '@/lib/publish/view'
import { changeKinds, type ChangeKind, type ChangeRow } from '@/lib/views/changesTables'
import { toPeriod, toProblemText, type Period } from '@/lib/views/period'
import { toChangeRows, toChangesBasis } from '../describeChanges'
import { loadHolderChanges } from '../loadHolderChanges'
import { NoEditionError, type EditionQuestion } from './loadEdition'

/**
 * What changed between the two days that were asked for, or in the thirty days before the last one.
 *
 * @param snapshot the days go up to it; null for all there are
 * @returns null before there are days to compare
 * @throws NoEditionError for days that cannot be compared
 */
export async function loadChanges(database: Database, protocol: TrackedProtocol, lens: Lens, { from, to }: EditionQuestion, snapshot: SavedSnapshot | null): Promise<{ changes: Loaded['changes']; period: Period } | null> {
  // A block that turns out to be the last of its day stays the snapshot that was cited.
  const upTo = snapshot?.block ? snapshot.block.number - (snapshot.origin === 'chain' ? 1 : 0) : null
  const reach = await loadReach(database, protocol.tokenId, upTo)
  if (!reach || reach.from === reach.to) return null
  const period = toPeriod({ from, to }, reach)
  if ('problem' in period) throw new NoEditionError(400, toProblemText(period, 'en'))
  const found = await loadHolderChanges(database, protocol, lens, period)
  if (!found) throw new NoEditionError(404, `${protocol.token.symbol} was not measured on ${period.from} or on ${period.to}: ask for days beside them.`)
  const rows = Object.fromEntries(changeKinds.map((kind) => [kind, toChangeRows(found.changes[kind], protocol)])) as Record<ChangeKind, ChangeRow[]>
  return { changes: { basis: toChangesBasis(found, protocol, lens, 'en'), changes: found.changes, rows }, period }
}
