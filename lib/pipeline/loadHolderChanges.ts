import { loadChangedBetween } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadHistoryDay, type HistoryDay } from '@/db/history'
import type { TrackedProtocol } from '@/db/protocols'
import type { Address } from '../domain/address'
import type { Lens } from '../domain/lens'
import { ok } from '../domain/metric'
import { toHolderChanges, type HolderChanges } from '../ownership/holderChanges'
import { toExcludedRoles } from '../ownership/throughLens'
import { toLedger, type Ledger } from './ledger'
import { recomputeDays } from './editions/recomputeDays'
import { hasFiguresOf, toRecipe } from './recipe'
import { replayDistribution } from './replay'

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
export async function loadHolderChanges(database: Database, protocol: TrackedProtocol, lens: Lens, period: { from: string; to: string }): Promise<PeriodChanges | null> {
  const ledger = toLedger(protocol, null)!
  const [first, last] = await Promise.all([period.from, period.to].map((day) => loadHistoryDay(database, ledger.tokenId, lens.id, day)))
  if (!first || !last) return null
  const [from, to] = await underOutlook(database, ledger, lens, [first, last])
  if (lens.looksThrough || lens.mergesEntities) return replayBoth(database, ledger, lens, from, to)
  const { before, after } = await loadBoth(database, ledger, lens, from, to)
  return { from, to, changes: toHolderChanges(before, after) }
}

/** Days that were made with other labels are made with these: what was cited with them stays as it was. */
async function underOutlook(database: Database, ledger: Ledger, lens: Lens, days: [HistoryDay, HistoryDay]): Promise<[HistoryDay, HistoryDay]> {
  const recipe = toRecipe(ledger.outlook)
  if (lens.id === 'raw' || days.every((day) => hasFiguresOf(day.recipe, recipe))) return days
  const [from, to] = await recomputeDays(database, ledger, days, lens)
  return [{ ...days[0], ...from }, { ...days[1], ...to }]
}

interface Both {
  before: ReadonlyMap<Address, bigint>
  after: ReadonlyMap<Address, bigint>
}

/** Where each address is its own owner, only those that changed are read. */
async function loadBoth(database: Database, { tokenId, outlook }: Ledger, lens: Lens, from: HistoryDay, to: HistoryDay): Promise<Both> {
  const { before, after } = await loadChangedBetween(database, tokenId, from.block, to.block)
  const excluded = toExcludedRoles(outlook.labels, lens)
  const keep = (balances: ReadonlyMap<Address, bigint>) => new Map([...balances].filter(([account]) => !excluded.has(account)))
  return { before: keep(before), after: keep(after) }
}

/** Where contracts are looked through, what somebody owns may change without a transfer of its own; and rules of one's own count other holders than were kept. */
async function replayBoth(database: Database, ledger: Ledger, lens: Lens, from: HistoryDay, to: HistoryDay): Promise<PeriodChanges> {
  const [before, after] = await Promise.all([from, to].map(async ({ block }) => {
    const { accounts, amounts } = await replayDistribution(database, ledger, block, lens)
    return new Map(accounts.map((account, place) => [account, amounts[place]!]))
  })) as [Map<Address, bigint>, Map<Address, bigint>]
  const changed = (own: Map<Address, bigint>, other: Map<Address, bigint>) => new Map([...own].filter(([account, amount]) => other.get(account) !== amount))
  const counted = (day: HistoryDay, { size }: Map<Address, bigint>): HistoryDay => ({ ...day, metrics: { ...day.metrics, holders: ok(size) } })
  return { from: counted(from, before), to: counted(to, after), changes: toHolderChanges(changed(before, after), changed(after, before)) }
}
