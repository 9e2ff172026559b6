import { and, eq, inArray } from 'drizzle-orm'
import type { StudyId } from '@/lib/domain/study'
import { markProtocolChanged } from './contentVersion'
import type { Database } from './database'
import { studies } from './schema'

/** A study as its row has it: `result` is still to be parsed. */
export interface StudyRow {
  id: StudyId
  day: string
  block: number
  recipe: string
  result: unknown
}

/** Keeps a study of a protocol; the one before goes. Amounts in it (bigint) become decimal strings. */
export async function saveStudy({ db }: Database, slug: string, { id, day, block, recipe, result }: StudyRow): Promise<void> {
  const row = { protocol: slug, id, day, blockNumber: block, recipe, result: toPlain(result) }
  await db.transaction(async (tx) => {
    await tx.insert(studies).values(row).onConflictDoUpdate({ target: [studies.protocol, studies.id], set: row })
    await markProtocolChanged(tx, slug)
  })
}

const toPlain = (result: unknown): unknown => JSON.parse(JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))

/** Some studies of a protocol: those that are kept. */
export async function loadStudyRows({ db }: Database, slug: string, ids: readonly StudyId[]): Promise<StudyRow[]> {
  if (ids.length === 0) return []
  const { id, day, blockNumber, recipe, result } = studies
  return db.select({ id, day, block: blockNumber, recipe, result }).from(studies).where(and(eq(studies.protocol, slug), inArray(id, [...ids])))
}

/** Which studies of a protocol are kept, up to which day and made with what. */
export async function loadStudyMarks({ db }: Database, slug: string): Promise<Omit<StudyRow, 'result' | 'block'>[]> {
  const { id, day, recipe } = studies
  return db.select({ id, day, recipe }).from(studies).where(eq(studies.protocol, slug))
}
