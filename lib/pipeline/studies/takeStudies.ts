import { loadDayEnds, loadFirstChange } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadStudyMarks, saveStudy } from '@/db/studies'
import type { StudyId } from '../../domain/study'
import { toLedger } from '../ledger'
import type { PartsReading } from '../partsReading'
import type { OnProgress } from '../progress'
import { toRecipe } from '../recipe'
import { makeStudies, type StudyResult } from './makeStudies'
import { findStudy, studyIds } from './registry'
import type { Study, StudyWork } from './study'

/**
 * Makes every study of a protocol that is not kept up to the ledger's last whole day, or was made otherwise, from what is kept alone. That one
 * has nothing to tell is kept too, with its reason: it is not made again before the history has grown. One that fails keeps no other from its turn.
 *
 * @param options.isInterrupted errors that end all of it at once
 */
export async function takeStudies(
  { protocol, database, onProgress }: { protocol: TrackedProtocol; database: Database; onProgress?: OnProgress },
  { isInterrupted }: { isInterrupted: (error: unknown) => boolean },
): Promise<PartsReading> {
  const ledger = toLedger(protocol, null)!
  const days = await loadDays(database, protocol)
  const [day, block] = [...days].at(-1) ?? []
  if (day === undefined || !block) return { said: [], failures: [] }
  const kept = new Map((await loadStudyMarks(database, protocol.slug)).map((mark) => [mark.id, mark]))
  const due = new Map<StudyId, string>()
  for (const id of studyIds) {
    const recipe = await loadRecipe(findStudy(id), { database, protocol, ledger })
    if (kept.get(id)?.day !== day || kept.get(id)?.recipe !== recipe) due.set(id, recipe)
  }
  const save = async (id: StudyId, result: StudyResult) => {
    await saveStudy(database, protocol.slug, { id, day, block: block.number, recipe: due.get(id)!, result })
    return 'nothing' in result ? [] : [`study ${id} up to ${day}`]
  }
  return makeStudies({ database, protocol, ledger, days, onProgress }, [...due.keys()], save, isInterrupted)
}

async function loadRecipe({ recipe, loadBasis }: Study<StudyId>, { ledger, ...work }: Pick<StudyWork, 'database' | 'protocol' | 'ledger'>): Promise<string> {
  const made = `${recipe}:${toRecipe(ledger.outlook)}`
  return loadBasis ? `${made}:${await loadBasis(work)}` : made
}

/** Ends of days are found and kept by whoever takes the history. */
async function loadDays(database: Database, { token, tokenId }: TrackedProtocol): Promise<StudyWork['days']> {
  const [settled, first] = [await loadSettledBlock(database.db, tokenId), await loadFirstChange(database, tokenId)]
  if (!settled || first === null) return new Map()
  const ends = await loadDayEnds(database, token.chainId)
  return new Map([...ends].filter(([, { number }]) => number >= first && number <= settled.number).sort(([a], [b]) => (a < b ? -1 : 1)))
}
