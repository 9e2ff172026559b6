import type { NothingToTell, Studies, StudyId } from '@/lib/domain/study'
import { makeStudies } from '@/lib/pipeline/studies/makeStudies'
import type { StudyWork } from '@/lib/pipeline/studies/study'

/** One study alone, not kept. @throws whatever it fails with */
export async function takeStudy<Id extends StudyId>(id: Id, work: StudyWork): Promise<Studies[Id]> {
  const result = await make(id, work)
  if ('nothing' in result) throw new Error(`There is nothing to tell: ${result.nothing.en}`)
  return result
}

/** Why one has nothing to tell, in English; null where it has. */
export async function takeNothing(id: StudyId, work: StudyWork): Promise<string | null> {
  const result = await make(id, work)
  return 'nothing' in result ? result.nothing.en : null
}

async function make<Id extends StudyId>(id: Id, work: StudyWork): Promise<Studies[Id] | NothingToTell> {
  const made: (Studies[Id] | NothingToTell)[] = []
  const keep = async (_: StudyId, result: Studies[StudyId] | NothingToTell) => {
    made.push(result as Studies[Id] | NothingToTell)
    return []
  }
  const { failures } = await makeStudies(work, [id], keep, () => false)
  if (failures.length > 0) throw failures[0]
  return made[0]!
}
