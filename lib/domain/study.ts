import type { BadMonths } from './badMonths'
import type { CohortStudy } from './cohorts'
import type { DelegatedStakes } from './delegatedStakes'
import type { Growth } from './growth'
import type { HhiDrivers } from './hhiDrivers'
import type { Participation } from './participation'
import type { Text } from './text'

/**
 * What is worked out over a token's whole history: too costly for a page, so a job does it once a day and the database keeps it. By its id; each id has
 * its type here, its schema and its making in lib/pipeline/studies.
 */
export interface Studies {
  hhiDrivers: HhiDrivers
  cohorts: CohortStudy
  growth: Growth
  badMonths: BadMonths
  participation: Participation
  delegatedStakes: DelegatedStakes
}
export type StudyId = keyof Studies

/** A study as it is kept, with the last whole day that is in it. */
export interface KeptStudy<Result> {
  result: Result
  day: string
  block: number
}

/** What a study says of a token of which it has nothing to tell, and why: as good as a result until the history has grown. */
export interface NothingToTell {
  nothing: Text
}

/** The studies of one protocol that were asked for; null where one was not made yet, or has nothing to tell. */
export type KeptStudies = { readonly [Id in StudyId]?: KeptStudy<Studies[Id]> | null }
