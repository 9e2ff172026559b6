import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from './database'
import journal from './migrations/meta/_journal.json'

/** Whether pages can be answered from this database. */
export interface Readiness {
  /** Whether it has every table that this version asks for */
  isMigrated: boolean
  /** Unix seconds of the newest snapshot's block; null before the first */
  newestSnapshot: number | null
}

const rowSchema = z.object({ migrated: z.coerce.number().nullable(), newest: z.coerce.number().nullable() })

/** Asks the database whether it is this version's, and how far it is. */
export async function loadReadiness({ db }: Database): Promise<Readiness> {
  const { rows: tables } = await db.execute(sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`)
  if (!tables[0]?.there) return { isMigrated: false, newestSnapshot: null }
  const { rows } = await db.execute(sql`
    select (select max(created_at) from drizzle.__drizzle_migrations) as migrated,
      (select max(block_timestamp) from snapshots where origin = 'chain') as newest`)
  const { migrated, newest } = rowSchema.parse(rows[0])
  return { isMigrated: (migrated ?? 0) >= journal.entries.at(-1)!.when, newestSnapshot: newest }
}
