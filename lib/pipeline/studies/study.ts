import type { z } from 'zod'
import type { Database } from '@/db/database'
import type { TrackedProtocol } from '@/db/protocols'
import type { Studies, StudyId } from '../../domain/study'
import type { Block } from '../../domain/snapshot'
import type { Ledger } from '../ledger'
import type { OnProgress } from '../progress'

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

/** Something that is worked out over a token's whole history, once a day. */
export interface Study<Id extends StudyId> {
  id: Id
  /** Another word whenever the same history is to give another result: kept ones are then made again */
  recipe: string
  /** Reads a kept result; amounts are decimal strings there */
  schema: z.ZodType<Studies[Id]>
  /** @returns null where there is nothing to study in this protocol */
  take: (work: StudyWork) => Promise<Studies[Id] | null>
}
