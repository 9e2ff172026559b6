import { z } from 'zod'
import type { Database } from '@/db/database'
import { loadStudyRows, type StudyRow } from '@/db/studies'
import type { KeptStudies, NothingToTell, StudyId } from '../../domain/study'
import type { Text } from '../../domain/text'
import { findStudy } from './registry'

const nothingSchema = z.strictObject({ nothing: z.object({ en: z.string(), de: z.string() }) })

/** That there is nothing to tell, where that is what a row keeps. */
const toNothing = (row: StudyRow | undefined): NothingToTell | null => nothingSchema.safeParse(row?.result).data ?? null

/**
 * Some studies of a protocol as they are kept; null where one is not there yet, or has nothing to tell.
 *
 * @throws ZodError for a kept study that is none
 */
export async function loadStudies<Id extends StudyId>(database: Database, slug: string, ids: readonly Id[]): Promise<Pick<KeptStudies, Id>> {
  const rows = await loadStudyRows(database, slug, ids)
  const kept = ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    return [id, row && !toNothing(row) ? { result: findStudy(id).schema.parse(row.result), day: row.day, block: row.block } : null] as const
  })
  return Object.fromEntries(kept) as Pick<KeptStudies, Id>
}

/**
 * Why a study has nothing to tell of a protocol; null where it has, or was not made yet.
 *
 * @example (await loadNothingToTell(database, 'uniswap', 'delegatedStakes'))?.en // 'No contract is known that keeps stakes of operators in this token.'
 */
export async function loadNothingToTell(database: Database, slug: string, id: StudyId): Promise<Text | null> {
  const [row] = await loadStudyRows(database, slug, [id])
  return toNothing(row)?.nothing ?? null
}
