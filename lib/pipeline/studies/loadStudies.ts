import type { Database } from '@/db/database'
import { loadStudyRows } from '@/db/studies'
import type { KeptStudies, StudyId } from '../../domain/study'
import { findStudy } from './registry'

/**
 * Some studies of a protocol as they are kept; null where one is not there yet.
 *
 * @throws ZodError for a kept study that is none
 */
export async function loadStudies<Id extends StudyId>(database: Database, slug: string, ids: readonly Id[]): Promise<Pick<KeptStudies, Id>> {
  const rows = await loadStudyRows(database, slug, ids)
  const kept = ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    return [id, row ? { result: findStudy(id).schema.parse(row.result), day: row.day, block: row.block } : null] as const
  })
  return Object.fromEntries(kept) as Pick<KeptStudies, Id>
}
