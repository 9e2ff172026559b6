import { and, asc, count, desc, eq, inArray, lt, lte, max, min, sql, sum } from 'drizzle-orm'
import type { LensId } from '@/lib/domain/lens'
import type { MetricResult } from '@/lib/domain/metric'
import type { Measurement } from '@/lib/domain/snapshot'
import type { Database } from './database'
import { keepHistory } from './keptHistory'
import { measurements, snapshots } from './schema'
import { compositionSchema, metricsSchema } from './snapshotRows'

/** The figures of one day. */
export interface HistoryDay {
  /** 'chain' for the newest where the ledger's days do not reach it yet */
  origin: 'ledger' | 'chain' | 'imported'
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  denominator: bigint
  metrics: Record<string, MetricResult>
  /** Who held by role, where it is kept; null, too, where only some metrics were asked for */
  composition: Measurement['composition']
  /** What its figures were made with beside the balances, see `toRecipe`; null for snapshots from the chain */
  recipe: string | null
}

export interface HistoryQuestion {
  /** Which metrics; all where absent */
  metricIds?: readonly string[]
  /** Only so many days up to the newest; all where absent */
  lastDays?: number
}

/**
 * A token's figures day by day, oldest first: one snapshot a day from the ledger, and the newest from the chain at its end. What was asked
 * for last is kept in memory, and read again when there are other days than before: days are replaced, never changed.
 */
export function loadHistory(database: Database, tokenId: number, lens: LensId, question: HistoryQuestion = {}): Promise<readonly HistoryDay[]> {
  const { metricIds, lastDays } = question
  return keepHistory(database, JSON.stringify([tokenId, lens, metricIds, lastDays]), {
    mark: () => loadMark(database, tokenId, lens, lastDays),
    days: () => loadDays(database, tokenId, lens, question),
  })
}

const toPlace = (tokenId: number, lastDays: number | undefined) =>
  and(
    eq(snapshots.tokenId, tokenId),
    inArray(snapshots.origin, ['ledger', 'chain']),
    lastDays
      ? sql`${snapshots.day} > (select to_char(max(day)::date - ${lastDays}::int, 'YYYY-MM-DD') from snapshots where token_id = ${tokenId} and origin <> 'imported')`
      : undefined,
  )

/** Which days there are, in short: their number, and the sum and the largest of their ids. */
async function loadMark({ db }: Database, tokenId: number, lens: LensId, lastDays: number | undefined): Promise<string> {
  const [row] = await db
    .select({ days: count(), sum: sum(snapshots.id), newest: max(snapshots.id) })
    .from(snapshots)
    .innerJoin(measurements, and(eq(measurements.snapshotId, snapshots.id), eq(measurements.lens, lens)))
    .where(toPlace(tokenId, lastDays))
  return toMark(row?.days ?? 0, Number(row?.sum ?? 0), row?.newest ?? 0)
}

const toMark = (...parts: readonly number[]): string => parts.join()

async function loadDays({ db }: Database, tokenId: number, lens: LensId, { metricIds, lastDays }: HistoryQuestion): Promise<{ mark: string; days: HistoryDay[] }> {
  const chosen = metricIds
    ? sql<unknown>`(select jsonb_object_agg(key, value) from jsonb_each(${measurements.metrics}) where key = any(${sql.param([...metricIds])}::text[]))`
    : sql<unknown>`${measurements.metrics}`
  const rows = await db
    .select({
      id: snapshots.id,
      origin: snapshots.origin,
      day: snapshots.day,
      block: snapshots.blockNumber,
      timestamp: snapshots.blockTimestamp,
      denominator: measurements.denominator,
      metrics: chosen,
      composition: metricIds ? sql<unknown>`null` : sql<unknown>`${measurements.composition}`,
      recipe: snapshots.recipe,
    })
    .from(snapshots)
    .innerJoin(measurements, and(eq(measurements.snapshotId, snapshots.id), eq(measurements.lens, lens)))
    .where(toPlace(tokenId, lastDays))
    .orderBy(asc(snapshots.blockNumber), asc(snapshots.id))
  const lastDay = rows.findLast(({ origin }) => origin === 'ledger')?.day ?? ''
  const newest = rows.findLast(({ origin }) => origin === 'chain')
  const days = rows
    .filter((row) => row.origin === 'ledger' || (row === newest && row.day > lastDay))
    .map(({ origin, day, block, timestamp, denominator, metrics, composition, recipe }) => ({
      origin,
      day,
      block: block!,
      timestamp: timestamp!,
      denominator,
      metrics: metricsSchema.parse(metrics ?? {}),
      composition: compositionSchema.parse(composition),
      recipe,
    }))
  const ids = rows.map(({ id }) => id)
  return { mark: toMark(rows.length, ids.reduce((all, id) => all + id, 0), ids.reduce((most, id) => Math.max(most, id), 0)), days }
}

/**
 * The last day that history reaches with figures made as they are made today: the day before the first that was made otherwise, or null.
 *
 * @param recipe what figures are made with, see `toRecipe`
 */
export async function loadLastDay({ db }: Database, tokenId: number, recipe: string): Promise<{ day: string; block: number } | null> {
  const ofLedger = and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'ledger'))
  const [stale] = await db.select({ first: min(snapshots.day) }).from(snapshots).where(and(ofLedger, sql`${snapshots.recipe} is distinct from ${recipe}`))
  const [row] = await db
    .select({ day: snapshots.day, block: snapshots.blockNumber })
    .from(snapshots)
    .where(and(ofLedger, stale?.first ? lt(snapshots.day, stale.first) : undefined))
    .orderBy(desc(snapshots.day))
    .limit(1)
  return row ? { day: row.day, block: row.block! } : null
}

/** The first and the last day that were made from a token's ledger, up to a block where one is named, or null where none was. */
export async function loadReach({ db }: Database, tokenId: number, upTo: number | null = null): Promise<{ from: string; to: string } | null> {
  const ofLedger = and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'ledger'), upTo === null ? undefined : lte(snapshots.blockNumber, upTo))
  const [row] = await db.select({ from: min(snapshots.day), to: max(snapshots.day) }).from(snapshots).where(ofLedger)
  return row?.from && row.to ? { from: row.from, to: row.to } : null
}

/** One day made from a token's ledger, with all its figures under a lens; null where there is no such day. */
export async function loadHistoryDay({ db }: Database, tokenId: number, lens: LensId, day: string): Promise<HistoryDay | null> {
  const [row] = await db
    .select({ block: snapshots.blockNumber, timestamp: snapshots.blockTimestamp, denominator: measurements.denominator, metrics: measurements.metrics, composition: measurements.composition, recipe: snapshots.recipe })
    .from(snapshots)
    .innerJoin(measurements, and(eq(measurements.snapshotId, snapshots.id), eq(measurements.lens, lens)))
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'ledger'), eq(snapshots.day, day)))
  if (!row) return null
  return { origin: 'ledger', day, block: row.block!, timestamp: row.timestamp!, denominator: row.denominator, metrics: metricsSchema.parse(row.metrics), composition: compositionSchema.parse(row.composition), recipe: row.recipe }
}
