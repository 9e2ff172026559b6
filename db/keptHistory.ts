import type { Database } from './database'
import type { HistoryDay } from './history'

interface Kept {
  mark: string
  days: readonly HistoryDay[]
  size: number
}

/** So many figures are kept in all, some tens of megabytes. What was asked for longest ago goes first. */
const most = 400_000

const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * The days of a history from memory, where the database says that they are still the same, or read anew.
 *
 * @param key what is asked for
 * @param read.mark says which days there are, quickly; `read.days` reads them, with the mark of just those
 */
export async function keepHistory(
  database: Database,
  key: string,
  read: { mark: () => Promise<string>; days: () => Promise<{ mark: string; days: HistoryDay[] }> },
): Promise<readonly HistoryDay[]> {
  const all = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, all)
  const known = all.get(key)
  if (known && known.mark === (await read.mark())) {
    all.delete(key)
    all.set(key, known)
    return known.days
  }
  const { mark, days } = await read.days()
  const size = days.reduce((sum, { metrics }) => sum + Object.keys(metrics).length, 0)
  all.delete(key)
  all.set(key, { mark, days, size })
  let total = [...all.values()].reduce((sum, one) => sum + one.size, 0)
  for (const [oldest, one] of all) {
    if (total <= most) break
    all.delete(oldest)
    total -= one.size
  }
  return days
}
