import { loadChangedBalances } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import type { Address } from '../domain/address'
import type { Block } from '../domain/snapshot'

/** What changed up to the end of a day since the end before. */
export interface ChangedDay {
  day: string
  block: Block
  /** What each account that changed held after it; 0 for who left */
  changes: ReadonlyMap<Address, bigint>
}

/**
 * What changed from one end to the next: of days, of months, of whatever is asked for. The next one is asked for while this one is worked on: the
 * database works meanwhile.
 *
 * @param ends oldest first
 * @param after changes up to and with this block are known already; -1 for none
 */
export async function* walkBalances({ tokenId, database }: { tokenId: number; database: Database }, ends: readonly (readonly [day: string, block: Block])[], after = -1): AsyncGenerator<ChangedDay> {
  if (ends.length === 0) return
  const known = new Map<number, Address>()
  const load = (nth: number) => {
    const from = nth === 0 ? after : ends[nth - 1]![1].number
    const asked = loadChangedBalances(database, tokenId, from, ends[nth]![1].number, known)
    // Whoever waits for it hears of a failure; until then it is not unhandled.
    asked.catch(() => undefined)
    return asked
  }
  let next = load(0)
  for (const [nth, [day, block]] of ends.entries()) {
    const changes = await next
    if (nth + 1 < ends.length) next = load(nth + 1)
    yield { day, block, changes }
  }
}
