import type { z } from 'zod'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { NothingToTell, Studies, StudyId } from '../../domain/study'
import type { Block } from '../../domain/snapshot'
import type { Ledger } from '../ledger'
import type { OnProgress } from '../progress'
import type { MonthEnd } from './walkMonthEnds'

/** What a study is made from: kept ledgers, logs and labels. The chain is not asked. */
export interface StudyWork {
  database: Database
  protocol: TrackedProtocol
  /** Of the protocol's token */
  ledger: Ledger
  /** The last block of every whole UTC day that the ledger reaches, from that of its first change on, oldest first; never empty */
  days: ReadonlyMap<string, Block>
  onProgress?: OnProgress
}

/** A study that has begun. */
export interface OpenStudy<Result> {
  /** Takes the next month, where the study follows months; all that do share one walk. What it is given goes on changing: nothing of it is to be kept */
  add?: (end: MonthEnd) => void
  end: () => Promise<Result | NothingToTell>
}

/** Something that is worked out over a token's whole history, once a day. */
export interface Study<Id extends StudyId> {
  id: Id
  /** Another word whenever the same history is to give another result: kept ones are then made again */
  recipe: string
  /** What it is made from beside ledger and labels and may come while the history stays as it is: of another one it is made again */
  loadBasis?: (work: Pick<StudyWork, 'database' | 'protocol'>) => Promise<string>
  /** Reads a kept result; amounts are decimal strings there */
  schema: z.ZodType<Studies[Id]>
  /** Begins it, or says at once that there is nothing to study in this protocol */
  begin: (work: StudyWork) => Promise<OpenStudy<Studies[Id]> | NothingToTell>
}
