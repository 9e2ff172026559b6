import { asc, eq, sql } from 'drizzle-orm'
import type { PoolDay } from '@/lib/domain/poolReading'
import type { Database, Queries } from './database'
import { concentrationSchema, poolStateSchema, toJson } from './poolRows'
import { poolDays } from './schema'

/** So many are written in one statement. */
const daysAPiece = 200

/** Every day that is kept of a pool, oldest first. */
export async function loadPoolDays({ db }: Database, poolId: number): Promise<PoolDay[]> {
  const rows = await db.select().from(poolDays).where(eq(poolDays.poolId, poolId)).orderBy(asc(poolDays.day))
  return rows.map(({ day, state, concentration }) => ({ day, state: poolStateSchema.parse(state), concentration: concentrationSchema.parse(concentration) }))
}

/** The same without how its liquidity is shared: read in a fifth of the time, where what is in it is all that counts. */
export async function loadPoolStates({ db }: Database, poolId: number): Promise<Pick<PoolDay, 'day' | 'state'>[]> {
  const rows = await db.select({ day: poolDays.day, state: poolDays.state }).from(poolDays).where(eq(poolDays.poolId, poolId)).orderBy(asc(poolDays.day))
  return rows.map(({ day, state }) => ({ day, state: poolStateSchema.parse(state) }))
}

/** Part of a transaction: days that were made otherwise than they are now go. */
export async function removePoolDays(db: Queries, poolId: number): Promise<void> {
  await db.delete(poolDays).where(eq(poolDays.poolId, poolId))
}

/** Part of a transaction: each day in place of what was kept of it. */
export async function writePoolDays(db: Queries, poolId: number, days: readonly PoolDay[]): Promise<void> {
  for (let from = 0; from < days.length; from += daysAPiece) {
    const rows = days.slice(from, from + daysAPiece).map(({ day, state, concentration }) => ({ poolId, day, block: state.block, state: toJson(state), concentration: toJson(concentration) }))
    await db
      .insert(poolDays)
      .values(rows)
      .onConflictDoUpdate({ target: [poolDays.poolId, poolDays.day], set: { block: sql`excluded.block`, state: sql`excluded.state`, concentration: sql`excluded.concentration` } })
  }
}
