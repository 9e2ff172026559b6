import { loadDayEnds, loadFirstChange } from '@/db/balanceHistory'
import type { Database } from '@/db/database'
import { loadSettledBlock } from '@/db/ledger'
import type { TrackedProtocol } from '@/db/protocols'
import { loadStudyMarks, saveStudy } from '@/db/studies'
import type { StudyId } from '../../domain/study'
import { toLedger } from '../ledger'
import { readParts, type PartsReading } from '../partsReading'
import type { OnProgress } from '../progress'
import { toRecipe } from '../recipe'
import { findStudy, studyIds } from './registry'
import type { StudyWork } from './study'

/**
 * Makes every study of a protocol that is not kept up to the ledger's last whole day, or was made otherwise, from what is kept alone. One that fails
 * keeps no other from its turn.
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
  const make = async (id: StudyId): Promise<string[]> => {
    const study = findStudy(id)
    const recipe = `${study.recipe}:${toRecipe(ledger.outlook)}`
    if (kept.get(id)?.day === day && kept.get(id)?.recipe === recipe) return []
    const result = await study.take({ database, protocol, ledger, days, onProgress })
    if (result === null) return []
    await saveStudy(database, protocol.slug, { id, day, block: block.number, recipe, result })
    return [`study ${id} up to ${day}`]
  }
  return readParts(studyIds.map((id) => () => make(id)), isInterrupted)
}

/** Ends of days are found and kept by whoever takes the history. */
async function loadDays(database: Database, { token, tokenId }: TrackedProtocol): Promise<StudyWork['days']> {
  const [settled, first] = [await loadSettledBlock(database.db, tokenId), await loadFirstChange(database, tokenId)]
  if (!settled || first === null) return new Map()
  const ends = await loadDayEnds(database, token.chainId)
  return new Map([...ends].filter(([, { number }]) => number >= first && number <= settled.number).sort(([a], [b]) => (a < b ? -1 : 1)))
}
