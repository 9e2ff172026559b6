import { loadChangedBetween } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadHistoryDay, type HistoryDay } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '../domain/address'
import type { Lens } from '../domain/lens'
import { toHolderChanges, type HolderChanges } from '../ownership/holderChanges'
import { toExcludedRoles } from '../ownership/throughLens'

/** What changed between the ends of two days, under a lens. */
export interface PeriodChanges {
  from: HistoryDay
  to: HistoryDay
  changes: HolderChanges
}

/**
 * Who came, left, holds more or holds less of a protocol's token between the ends of two days, from the ledger alone.
 * The accounts that the lens leaves out are no holders at either.
 *
 * @param period UTC days
 * @returns null where the ledger has not been replayed for one of the days
 * @example (await loadHolderChanges(database, uniswap, toLens('raw'), { from: '2026-03-01', to: '2026-04-01' }))?.changes.entered.length
 */
export async function loadHolderChanges(
  database: Database,
  { tokenId, labels }: Pick<TrackedProtocol, 'tokenId' | 'labels'>,
  lens: Lens,
  period: { from: string; to: string },
): Promise<PeriodChanges | null> {
  const [from, to] = await Promise.all([period.from, period.to].map((day) => loadHistoryDay(database, tokenId, lens.id, day)))
  if (!from || !to) return null
  const { before, after } = await loadChangedBetween(database, tokenId, from.block, to.block)
  const excluded = toExcludedRoles(labels, lens)
  const keep = (balances: ReadonlyMap<Address, bigint>) => new Map([...balances].filter(([account]) => !excluded.has(account)))
  return { from, to, changes: toHolderChanges(keep(before), keep(after)) }
}
