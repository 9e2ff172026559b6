import type { NothingToTell, Studies, StudyId } from '../../domain/study'
import { readParts, type PartsReading } from '../partsReading'
import { findStudy } from './registry'
import type { OpenStudy, StudyWork } from './study'
import { walkMonthEnds } from './walkMonthEnds'

/** What a study came to. */
export type StudyResult = Studies[StudyId] | NothingToTell

/**
 * Makes some studies of one token; all that follow months walk through its history together. One that fails keeps no other from its turn.
 *
 * @param onMade is told each as it is there, so that no two lie in memory, and answers what is said of it
 * @param isInterrupted errors that end all of it at once
 * @example await makeStudies(work, ['cohorts', 'growth'], async (id) => [`study ${id}`], () => false) // { said: ['study cohorts', 'study growth'], failures: [] }
 */
export async function makeStudies(work: StudyWork, ids: readonly StudyId[], onMade: (id: StudyId, result: StudyResult) => Promise<readonly string[]>, isInterrupted: (error: unknown) => boolean): Promise<PartsReading> {
  const open = new Map<StudyId, OpenStudy<StudyResult>>()
  const begun = await readParts(ids.map((id) => async () => {
    const study = await findStudy(id).begin(work)
    if ('nothing' in study) return onMade(id, study)
    open.set(id, study)
    return []
  }), isInterrupted)
  const walked = { said: [], failures: await walk(work, open, isInterrupted) }
  const ended = await readParts([...open.keys()].map((id) => async () => {
    const { end } = open.get(id)!
    open.delete(id)
    return onMade(id, await end())
  }), isInterrupted)
  const readings = [begun, walked, ended]
  return { said: readings.flatMap(({ said }) => said), failures: readings.flatMap(({ failures }) => failures) }
}

/** A study that fails on its way goes no further; what ends the walk ends all that follow it. @returns what failed @throws what interrupts the walk */
async function walk(work: StudyWork, open: Map<StudyId, OpenStudy<StudyResult>>, isInterrupted: (error: unknown) => boolean): Promise<unknown[]> {
  const following = new Map([...open].flatMap(([id, { add }]) => (add ? [[id, add]] : [])))
  const failures: unknown[] = []
  const leave = (id: StudyId) => {
    following.delete(id)
    open.delete(id)
  }
  if (following.size === 0) return failures
  try {
    for await (const end of walkMonthEnds(work)) for (const [id, add] of following) {
      try {
        add(end)
      } catch (error) {
        failures.push(error)
        leave(id)
      }
    }
  } catch (error) {
    if (isInterrupted(error)) throw error
    failures.push(error)
    for (const id of following.keys()) leave(id)
  }
  return failures
}
