import type { StudyId } from '../../domain/study'
import { badMonths } from './badMonths'
import { cohorts } from './cohorts'
import { delegatedStakes } from './delegatedStakes'
import { growth } from './growth'
import { hhiDrivers } from './hhiDrivers'
import { participation } from './participation'
import type { Study } from './study'

/** Every study by its id. */
const studies: { readonly [Id in StudyId]: Study<Id> } = { hhiDrivers, cohorts, growth, badMonths, participation, delegatedStakes }

/** Ids of all studies. */
export const studyIds = Object.keys(studies) as StudyId[]

/** The study of an id. */
export const findStudy = (id: StudyId): Study<StudyId> => studies[id] as unknown as Study<StudyId>
