import type { Database } from '@/db/database'
import { isKept, saveKeptPart, type KeptMark } from '@/db/keptParts'
import { lenses } from '../../ownership/lenses'
import type { KeptValue } from '../../publish/keptParts'
import { toKeptText } from './keptText'

/** Something that is to be kept: under which name and mark, and how it is made. */
export interface PartToKeep {
  /** As `toKeptName` gives it */
  name: string
  mark: KeptMark
  make: () => Promise<KeptValue>
}

/** Lenses of which there are days. */
export const dailyLenses = lenses.filter(({ daily }) => daily)

/**
 * Keeps a part, unless it is kept under this mark already: then it is not even made.
 *
 * @param subject the protocol's slug, or 'all'
 * @returns nothing is said of it
 */
export async function keepPart(database: Database, subject: string, { name, mark, make }: PartToKeep): Promise<[]> {
  if (!(await isKept(database, subject, name, mark))) await saveKeptPart(database, subject, name, mark, toKeptText(await make()))
  return []
}
