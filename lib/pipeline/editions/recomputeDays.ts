import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Address } from '@/lib/domain/address'
import type { Label } from '@/lib/domain/label'
import type { LensId } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import type { LoadedDay } from '@/lib/publish/view'
import { toRunningMeasurements } from '../runningMeasurements'

/** Makes the figures of days anew, from the ledger's rows and the labels alone. */
export async function recomputeDays(database: Database, tokenId: number, days: readonly LoadedDay[], labels: readonly Label[], lens: LensId): Promise<LoadedDay[]> {
  const [first] = days
  if (!first) return []
  const running = toRunningMeasurements(await loadBalancesAt(database, tokenId, first.block), labels)
  const known = new Map<number, Address>()
  const made: LoadedDay[] = []
  let [before, current] = [first.block, pickLens(running.measure(), lens)]
  for (const day of days) {
    const changes = day.block > before ? await loadChangedBalances(database, tokenId, before, day.block, known) : new Map<Address, bigint>()
    if (changes.size > 0) {
      running.change(changes)
      current = pickLens(running.measure(), lens)
    }
    before = day.block
    made.push({ ...day, denominator: current.denominator, metrics: current.metrics })
  }
  return made
}

/** What was measured under a lens; @throws Error where nothing was: every ledger is measured under every lens. */
export function pickLens(measurements: readonly Measurement[], lens: LensId): Measurement {
  const found = measurements.find((one) => one.lens === lens)
  if (!found) throw new Error(`editions: nothing was measured under the lens "${lens}"`)
  return found
}
