import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import { throughLens } from '@/lib/ownership/lenses'
import type { Loaded, LoadedDay } from '@/lib/publish/view'
import { toRunningMeasurements } from '../runningMeasurements'
import { toMeasurements } from '../toMeasurements'
import { findToken, type Edition } from './loadEdition'
import { toHolderRows } from './toHolderRow'

/**
 * Makes an edition's figures anew from the ledger's rows alone, and leaves aside those that were kept: balances at its block, every metric,
 * the curve, the holders, and each day of its history. What only the chain could tell (supply, audit, reserves) stays as it was read.
 *
 * @returns null where there is no block to make them at
 */
export async function recomputeEdition(database: Database, { protocol, pool, snapshot, loaded, question }: Edition): Promise<Loaded | null> {
  if (!protocol || !snapshot?.block || !loaded.subject) return null
  const { tokenId } = findToken(protocol, pool)
  const balances = await loadBalancesAt(database, tokenId, snapshot.block.number)
  const claims = [...balances].flatMap(([account, amount]) => (amount > 0n ? [{ account, amount }] : []))
  const measurement = pick(toMeasurements(claims, protocol.labels, { curve: true }), question.lens)
  const { distribution } = throughLens(claims, protocol.labels, loaded.lens)
  const { audit } = loaded.subject.snapshot
  const claimed = [...balances.values()].reduce((sum, balance) => sum + balance, 0n)
  return {
    ...loaded,
    subject: { ...loaded.subject, snapshot: { ...loaded.subject.snapshot, audit: audit && { ...audit, claimed } }, measurement },
    holders: loaded.holders.rows.length === 0 ? loaded.holders : { rows: toHolderRows(distribution, protocol.labels, loaded.holders.rows.length), matched: distribution.count },
    history: await recomputeDays(database, tokenId, loaded.history, protocol.labels, question.lens),
  }
}

async function recomputeDays(database: Database, tokenId: number, days: readonly LoadedDay[], labels: readonly Label[], lens: LensId): Promise<LoadedDay[]> {
  const [first] = days
  if (!first) return []
  const running = toRunningMeasurements(await loadBalancesAt(database, tokenId, first.block), labels)
  const known = new Map<number, Address>()
  const made: LoadedDay[] = []
  let [before, current] = [first.block, pick(running.measure(), lens)]
  for (const day of days) {
    const changes = day.block > before ? await loadChangedBalances(database, tokenId, before, day.block, known) : new Map<Address, bigint>()
    if (changes.size > 0) {
      running.change(changes)
      current = pick(running.measure(), lens)
    }
    before = day.block
    made.push({ ...day, denominator: current.denominator, metrics: current.metrics })
  }
  return made
}

function pick(measurements: readonly Measurement[], lens: LensId): Measurement {
  const found = measurements.find((one) => one.lens === lens)
  if (!found) throw new Error(`recomputeEdition: nothing was measured under the lens "${lens}"`)
  return found
}
