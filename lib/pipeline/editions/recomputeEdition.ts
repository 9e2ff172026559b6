import { loadBalancesAt } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { throughLens } from '@/lib/ownership/throughLens'
import type { Loaded } from '@/lib/publish/view'
import { toAddWaysOf } from '../ownership/holderWays'
import { loadShownSides } from '../ownership/loadShownSides'
import { loadSight } from '../ownership/loadSight'
import { toMeasurements } from '../toMeasurements'
import { describeBand, describeComposition, loadCompositionDays } from './describeOwnership'
import { loadLiquidations } from '../farming/loadLiquidations'
import { loadChanges } from './loadChanges'
import { requireLedger, type Edition } from './loadEdition'
import { describeThrough } from './loadThrough'
import { pickLens, recomputeDays } from './recomputeDays'
import { toHolderRows } from './toHolderRow'

/**
 * Makes an edition's figures anew from the ledger's rows alone, and leaves aside those that were kept: balances at its block, every metric,
 * the curve, the holders, and each day of its history. What only the chain could tell (supply, audit, reserves) stays as it was read.
 *
 * @returns null where there is no block to make them at
 */
export async function recomputeEdition(database: Database, { protocol, pool, snapshot, loaded, question, period }: Edition): Promise<Loaded | null> {
  if (!protocol || !snapshot?.block || !loaded.subject) return null
  const ledger = requireLedger(protocol, pool)
  const balances = await loadBalancesAt(database, ledger.tokenId, snapshot.block.number)
  const claims = [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  const lookedAt = await loadSight(database, ledger, snapshot.block.number, claims)
  const { sight, lookedThrough } = lookedAt
  const measurements = toMeasurements(sight, { curve: true })
  const measurement = pickLens(measurements, loaded.lens)
  const { distribution } = throughLens(sight, loaded.lens)
  const { audit } = loaded.subject.snapshot
  const claimed = [...balances.values()].reduce((sum, balance) => sum + balance, 0n)
  const days = await recomputeDays(database, ledger, loaded.history, loaded.lens)
  // Snapshots from before it was kept do not say who held by role.
  const history = days.map((day, place) => (loaded.history[place]!.composition ? day : { ...day, composition: null }))
  const sides = await loadShownSides(database, ledger, snapshot.block.number)
  const addWays = toAddWaysOf(ledger.outlook, loaded.lens, lookedThrough, sides)
  return {
    ...loaded,
    composition: loaded.composition && describeComposition(distribution, protocol.labels, await loadCompositionDays(database, ledger, history, loaded.lens)),
    band: loaded.band && describeBand(distribution, measurements, protocol.labels, loaded.lens),
    subject: { ...loaded.subject, snapshot: { ...loaded.subject.snapshot, audit: audit && { ...audit, claimed } }, measurement },
    holders: loaded.holders.rows.length === 0 ? loaded.holders : { rows: await addWays(toHolderRows(distribution, protocol.labels, loaded.holders.rows.length)), matched: distribution.count },
    lookThrough: loaded.lookThrough && describeThrough(lookedAt, ledger.outlook, sides),
    history,
    liquidations: loaded.liquidations && await loadLiquidations(database, protocol, snapshot.block),
    changes: loaded.changes && ((await loadChanges(database, protocol, loaded.lens, { ...question, ...period }, snapshot))?.changes ?? null),
  }
}
