import type { Database } from '@/db/database'
import { loadHolders, type Holder } from '@/db/holders'
import type { SavedSnapshot } from '@/db/snapshots'
import type { Lens } from '../domain/lens'
import { isAsKept, type Ledger } from './ledger'
import { replayDistribution } from './replay'

/**
 * One page of a snapshot's holders under a lens, largest first, and how many match in all: from the list that is kept, else from the ledger. Both
 * are in one order.
 *
 * @param page.search an address or its beginning, or words of a label
 */
export async function loadHolderPage(
  database: Database,
  ledger: Ledger,
  { snapshot, lens, offset, limit, search = '' }: { snapshot: SavedSnapshot; lens: Lens; offset: number; limit: number; search?: string },
): Promise<{ rows: Holder[]; matched: number }> {
  const kept = isAsKept(ledger.outlook, lens) ? await loadHolders(database, { snapshotId: snapshot.id, lens: lens.id, offset, limit, search }) : null
  if (kept || !snapshot.block) return kept ?? { rows: [], matched: 0 }
  const { accounts, amounts } = await replayDistribution(database, ledger, snapshot.block.number, lens)
  const known = new Map(ledger.outlook.labels.map((label) => [label.address, label]))
  const words = search.trim().toLowerCase()
  const matches = (place: number) => words === '' || accounts[place]!.startsWith(words) || known.get(accounts[place]!)?.name.toLowerCase().includes(words)
  const places = accounts.flatMap((_, place) => (matches(place) ? [place] : []))
  const rows = places.slice(offset, offset + limit).map((place) => ({ rank: place + 1, account: accounts[place]!, amount: amounts[place]!, label: known.get(accounts[place]!) ?? null }))
  return { rows, matched: places.length }
}
