import type { Database } from '@/db/database'
import { loadLookThrough } from '@/db/lookThroughs'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Address } from '@/lib/domain/address'
import type { ShownSide } from '@/lib/domain/otherSide'
import type { Outlook } from '@/lib/domain/outlook'
import type { LoadedLookThrough } from '@/lib/publish/view'
import { toSource } from '@/lib/sources/registry'
import { loadShownSides } from '../ownership/loadShownSides'
import type { LookedAt } from '../ownership/loadSight'
import { replaySight } from '../replay'
import type { Ledger } from '../ledger'

/** How what contracts hold came to its owners at a snapshot: as it is kept of the newest one, else from the ledger. */
export async function loadThrough(database: Database, ledger: Ledger, snapshot: Pick<SavedSnapshot, 'id' | 'block' | 'measurements'>): Promise<LoadedLookThrough | null> {
  if (!snapshot.block) return null
  const held = snapshot.measurements.find(({ lens }) => lens === 'raw')
  if (ledger.outlook.wrappers.length === 0 && held) return toDirect(held.denominator, [])
  const kept = await loadLookThrough(database, snapshot.id)
  const sides = await loadShownSides(database, ledger, snapshot.block.number)
  if (!kept) return describeThrough(await replaySight(database, ledger, snapshot.block.number), ledger.outlook, sides)
  const { total, meanDepth, unresolved, flows, byDepth } = kept
  return { total, meanDepth, unresolved, flows, byDepth, wrappers: toWrappers(ledger.outlook, sides) }
}

/** The same from a block that is at hand; where no contract is looked through, every address owns what it holds. */
export function describeThrough({ sight: { claims }, lookedThrough }: LookedAt, outlook: Outlook, sides: ReadonlyMap<Address, ShownSide>): LoadedLookThrough | null {
  const wrappers = toWrappers(outlook, sides)
  if (lookedThrough) {
    const { total, meanDepth, unresolved, flows, byDepth } = lookedThrough
    return { total, meanDepth, unresolved, flows, byDepth, wrappers }
  }
  return toDirect(claims.reduce((sum, { amount }) => sum + amount, 0n), wrappers)
}

/** Every address owns what it holds. */
function toDirect(total: bigint, wrappers: LoadedLookThrough['wrappers']): LoadedLookThrough | null {
  if (total === 0n) return null
  return { total, meanDepth: 0, unresolved: [], flows: [{ from: null, to: { kind: 'owners' }, amount: total }], byDepth: [{ depth: 0, owned: total, unresolved: 0n }], wrappers }
}

const toWrappers = ({ wrappers }: Outlook, sides: ReadonlyMap<Address, ShownSide>): LoadedLookThrough['wrappers'] =>
  wrappers.map((wrapper) => ({ wrapper, source: toSource(wrapper.source).name, side: sides.get(wrapper.address) ?? null }))
