import { and, desc, eq, inArray, ne, asc } from 'drizzle-orm'
import type { Claim } from '@/lib/domain/distribution'
import type { Outlook } from '@/lib/domain/outlook'
import type { Audit, PoolReserves, Snapshot } from '@/lib/domain/snapshot'
import type { LensId } from '@/lib/domain/lens'
import { headlineLens, lenses } from '@/lib/ownership/lenses'
import { saveAccounts } from './accounts'
import { copyRows } from './copy'
import { markChanged } from './contentVersion'
import { inTransaction, type Database, type Queries } from './database'
import { saveLookThrough, type SavedLookThrough } from './lookThroughs'
import { keepOutlook } from './labelSets'
import { audits, gaps, holdings, lookThroughs, measurements, ownerParts, reserves, snapshots } from './schema'
import { toAudit, toAuditRow, toMeasurement, toMeasurementRow, toSnapshotBlock, toSnapshotRow } from './snapshotRows'

/** `takenAt` is when it was made, Unix seconds; `recipe` and `labelVersion` as their columns say. */
export type SavedSnapshot = Snapshot & { id: number; takenAt: number; recipe: string | null; labelVersion: string | null }

/** What hangs on a snapshot beside its figures. */
export interface SnapshotParts {
  /** Every claim, largest first: what `toDistribution` orders. Absent for daily history, whose holders the ledger has. */
  holders?: readonly Claim[]
  /** The same under the headline's lens, where contracts were looked through or owners merged */
  owners?: readonly Claim[]
  /** How what contracts hold came to its owners, where any was looked through */
  lookThrough?: SavedLookThrough
  reserves?: PoolReserves | null
  /** What it was looked at with; absent for imported lists */
  outlook?: Outlook
}

/**
 * Saves a snapshot with all its parts in one transaction. One at the same place (a chain's block, a ledger's day, a file's day)
 * is replaced; of a token's chain snapshots the last one of each day keeps its figures, and only the newest its holders, as the ledger can
 * tell the others. That there was one at a block stays for ever: somebody may have cited it.
 */
export async function saveSnapshot(
  database: Database,
  tokenId: number,
  snapshot: Snapshot,
  parts: SnapshotParts = {},
): Promise<number> {
  // Outside: who adds accounts at the same moment as another has to ask again, which a transaction does not survive.
  const { holders, owners = [], lookThrough } = parts
  const named = [...(holders ?? []), ...owners, ...(lookThrough?.parts ?? [])].map(({ account }) => account)
  const ids = await saveAccounts(database.pool, [...new Set(named)])
  return inTransaction(database, async (db, client) => {
    await deleteTwin(db, tokenId, snapshot)
    const labelVersion = parts.outlook ? await keepOutlook(db, tokenId, parts.outlook) : null
    const id = await insertSnapshot(db, tokenId, snapshot, labelVersion)
    if (parts.reserves) await insertReserves(db, id, parts.reserves)
    if (holders) {
      const toRows = (list: readonly Claim[], lens: LensId) => list.map(({ account, amount }, index) => [id, lens, index + 1, ids.get(account)!, amount] as const)
      await copyRows(client, 'holdings (snapshot_id, lens, rank, account_id, amount)', toRows(holders, 'raw'))
      await copyRows(client, 'holdings (snapshot_id, lens, rank, account_id, amount)', toRows(owners, headlineLens))
      if (lookThrough) await saveLookThrough(db, client, id, lookThrough, ids)
      if (snapshot.origin === 'chain') await dropSuperseded(db, tokenId, id, snapshot.day)
    }
    await markChanged(db, tokenId)
    return id
  })
}

/**
 * Saves many days of history at once: figures only, no holders. A day that is there already is replaced, and keeps its version of labels:
 * what was published at its block is made with those again.
 *
 * @param recipe what the figures were made with, see `toRecipe`
 * @param outlook what they were looked at with
 */
export async function saveHistory(database: Database, tokenId: number, days: readonly Snapshot[], recipe: string, outlook: Outlook): Promise<void> {
  if (days.length === 0) return
  await inTransaction(database, async (db) => {
    const there = days.map(({ day }) => day)
    const labelVersion = await keepOutlook(db, tokenId, outlook)
    const replaced = await db
      .delete(snapshots)
      .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'ledger'), inArray(snapshots.day, there)))
      .returning({ day: snapshots.day, block: snapshots.blockNumber, labelVersion: snapshots.labelVersion })
    const versionOf = ({ day, block }: Snapshot) => replaced.find((row) => row.day === day && row.block === block?.number)?.labelVersion ?? labelVersion
    const rows = await db
      .insert(snapshots)
      .values(days.map((day) => ({ ...toSnapshotRow(tokenId, day), recipe, labelVersion: versionOf(day) })))
      .returning({ id: snapshots.id, day: snapshots.day })
    const ids = new Map(rows.map(({ id, day }) => [day, id]))
    const gapRows = days.flatMap(({ day, gaps }) => gaps.map((gap, position) => ({ snapshotId: ids.get(day)!, position, ...gap })))
    if (gapRows.length > 0) await db.insert(gaps).values(gapRows)
    await db.insert(measurements).values(days.flatMap(({ day, measurements }) => measurements.map((each) => toMeasurementRow(ids.get(day)!, each))))
    await markChanged(db, tokenId)
  })
}

/** Replaces the audit of a token's snapshot from the chain at a block; does nothing where none was taken there. */
export async function saveAudit(database: Database, tokenId: number, blockNumber: number, audit: Audit): Promise<void> {
  const place = and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain'), eq(snapshots.blockNumber, blockNumber))
  await inTransaction(database, async (db) => {
    const [snapshot] = await db.select({ id: snapshots.id }).from(snapshots).where(place)
    if (!snapshot) return
    const row = toAuditRow(snapshot.id, audit)
    await db.insert(audits).values(row).onConflictDoUpdate({ target: audits.snapshotId, set: row })
    await markChanged(db, tokenId)
  })
}

async function deleteTwin(db: Queries, tokenId: number, { origin, day, block, file }: Snapshot): Promise<void> {
  const place =
    origin === 'chain' && block
      ? eq(snapshots.blockNumber, block.number)
      : and(eq(snapshots.day, day), file ? eq(snapshots.fileSha256, file.sha256) : undefined)
  await db.delete(snapshots).where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, origin), place))
}

async function insertSnapshot(db: Queries, tokenId: number, snapshot: Snapshot, labelVersion: string | null): Promise<number> {
  const [row] = await db.insert(snapshots).values({ ...toSnapshotRow(tokenId, snapshot), labelVersion }).returning({ id: snapshots.id })
  const snapshotId = row!.id
  if (snapshot.gaps.length > 0)
    await db.insert(gaps).values(snapshot.gaps.map((gap, position) => ({ snapshotId, position, ...gap })))
  if (snapshot.audit) await db.insert(audits).values(toAuditRow(snapshotId, snapshot.audit))
  await db.insert(measurements).values(snapshot.measurements.map((measurement) => toMeasurementRow(snapshotId, measurement)))
  return snapshotId
}

async function insertReserves(db: Queries, snapshotId: number, { tokens }: PoolReserves): Promise<void> {
  await db.insert(reserves).values(tokens.map((token, position) => ({ snapshotId, position, ...token })))
}

/** One audited snapshot a day keeps its figures, the last one; the newest alone its holders. What the chain said of the others stays: block, supply, audit. */
async function dropSuperseded(db: Queries, tokenId: number, newestId: number, day: string): Promise<void> {
  const older = and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain'), ne(snapshots.id, newestId))
  const earlier = db.select({ id: snapshots.id }).from(snapshots).where(and(older, eq(snapshots.day, day)))
  await db.delete(measurements).where(inArray(measurements.snapshotId, earlier))
  const superseded = db.select({ id: snapshots.id }).from(snapshots).where(older)
  for (const lists of [holdings, ownerParts, lookThroughs]) await db.delete(lists).where(inArray(lists.snapshotId, superseded))
}

/** A newer snapshot takes the place of the day's earlier one: who found that one looks again, so often at most. */
const looks = 5

/** A token's newest audited snapshot, or null before the first. */
export async function loadNewestSnapshot(database: Database, tokenId: number): Promise<SavedSnapshot | null> {
  for (let look = 0; look < looks; look += 1) {
    const [row] = await database.db
      .select({ id: snapshots.id })
      .from(snapshots)
      .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'chain')))
      .orderBy(desc(snapshots.blockNumber))
      .limit(1)
    if (!row) return null
    const snapshot = await loadSnapshot(database, row.id)
    if (snapshot) return snapshot
    await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** look))
  }
  throw new Error(`database: the newest snapshot of token ${tokenId} was replaced ${looks} times while it was read`)
}

/** A token's imported lists, newest first. */
export async function loadImports(database: Database, tokenId: number): Promise<SavedSnapshot[]> {
  const rows = await database.db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.tokenId, tokenId), eq(snapshots.origin, 'imported')))
    .orderBy(desc(snapshots.day), desc(snapshots.id))
  const loaded = await Promise.all(rows.map(({ id }) => loadSnapshot(database, id)))
  return loaded.filter((snapshot) => snapshot !== null)
}

/** One snapshot by its id, or null where there is none, or none with figures. */
export async function loadSnapshot(database: Database, id: number): Promise<SavedSnapshot | null> {
  const snapshot = await loadSnapshotParts(database, id)
  // Without figures it was superseded, or a replica has not yet all that its primary named.
  return snapshot && snapshot.measurements.length > 0 ? snapshot : null
}

/** One snapshot by its id with whatever is kept of it: a superseded one has no figures. Null where there is none. */
export async function loadSnapshotParts({ db }: Database, id: number): Promise<SavedSnapshot | null> {
  const [gapRows, auditRows, measurementRows] = await Promise.all([
    db.select().from(gaps).where(eq(gaps.snapshotId, id)).orderBy(asc(gaps.position)),
    db.select().from(audits).where(eq(audits.snapshotId, id)),
    db.select().from(measurements).where(eq(measurements.snapshotId, id)),
  ])
  // Last: where it is still there, its parts were.
  const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id))
  if (!row) return null
  return {
    id,
    recipe: row.recipe,
    labelVersion: row.labelVersion,
    takenAt: Math.floor(row.takenAt.getTime() / 1000),
    origin: row.origin,
    day: row.day,
    block: toSnapshotBlock(row),
    supply: row.supply,
    population: row.population,
    gaps: gapRows.map(({ subject, reason }) => ({ subject, reason })),
    audit: auditRows[0] ? toAudit(auditRows[0]) : null,
    measurements: lenses.flatMap(({ id: lens }) => measurementRows.filter((row) => row.lens === lens).map(toMeasurement)),
    file: row.fileName && row.fileSha256 ? { name: row.fileName, sha256: row.fileSha256 } : null,
  }
}

/** What a pool held at the snapshot of its LP token, or null where the snapshot is no pool's or its reserves are a gap. */
export async function loadReserves({ db }: Database, snapshotId: number): Promise<PoolReserves | null> {
  const rows = await db.select().from(reserves).where(eq(reserves.snapshotId, snapshotId)).orderBy(asc(reserves.position))
  const [first, second] = rows.map(({ address, symbol, decimals, reserve }) => ({ address, symbol, decimals, reserve }))
  return first && second ? { tokens: [first, second] } : null
}

