import { loadBalancesAt, loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Address } from '@/lib/domain/address'
import type { Lens } from '@/lib/domain/lens'
import type { Measurement } from '@/lib/domain/snapshot'
import type { LoadedDay } from '@/lib/publish/view'
import type { Ledger } from '../ledger'
import { openBehind, type BehindAt } from '../ownership/openBehind'
import { toRunningMeasurements } from '../runningMeasurements'

/** Makes the figures of days anew under a daily lens, from the ledger's rows and what they are looked at with alone. */
export async function recomputeDays(database: Database, ledger: Ledger, days: readonly LoadedDay[], lens: Lens): Promise<LoadedDay[]> {
  const [first] = days
  if (!first) return []
  const { tokenId, outlook } = ledger
  const running = toRunningMeasurements(await loadBalancesAt(database, tokenId, first.block), outlook.labels)
  const behindAt = await openBehind(database, ledger, days.at(-1)!.block)
  const known = new Map<number, Address>()
  const made: LoadedDay[] = []
  let before = first.block
  let current: Measurement | null = null
  let behindBefore: BehindAt | null = null
  for (const day of days) {
    const changes = day.block > before ? await loadChangedBalances(database, tokenId, before, day.block, known) : new Map<Address, bigint>()
    if (changes.size > 0) running.change(changes)
    const behind = await behindAt(day.block, running)
    if (!current || changes.size > 0 || behind !== behindBefore) current = pickLens(running.measure(behind?.behind), lens)
    before = day.block
    behindBefore = behind
    made.push({ ...day, denominator: current.denominator, metrics: current.metrics, composition: current.composition })
  }
  return made
}

/** What was measured under a lens; @throws Error where nothing was. */
export function pickLens(measurements: readonly Measurement[], lens: Lens): Measurement {
  const found = measurements.find((one) => one.lens === lens.id)
  if (!found) throw new Error(`editions: nothing was measured under the lens "${lens.id}"`)
  return found
}
