import { asc, desc, sql } from 'drizzle-orm'
import type { IncidentCount, IncidentKind } from '@/lib/domain/incident'
import type { Database } from './database'
import { incidents } from './schema'

/** Adds to what went wrong on a chain. Kinds are counted from their first time on. */
export async function saveIncidents(
  { db }: Database,
  chainId: number,
  met: ReadonlyMap<IncidentKind, { times: number; reason: string }>,
): Promise<void> {
  // In one order, so that two syncs that count the same kinds wait for each other instead of deadlocking.
  const rows = [...met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, { times, reason }]) => ({ chainId, kind, times, reason }))
  if (rows.length === 0) return
  await db
    .insert(incidents)
    .values(rows)
    .onConflictDoUpdate({
      target: [incidents.chainId, incidents.kind],
      set: { times: sql`${incidents.times} + excluded.times`, reason: sql`excluded.reason`, last: sql`now()` },
    })
}

/** What went wrong on each chain, the most frequent first. */
export async function loadIncidents({ db }: Database): Promise<IncidentCount[]> {
  const rows = await db.select().from(incidents).orderBy(asc(incidents.chainId), desc(incidents.times), asc(incidents.kind))
  const toSeconds = (date: Date) => Math.floor(date.getTime() / 1000)
  return rows.map((row) => ({ ...row, since: toSeconds(row.since), last: toSeconds(row.last) }))
}
