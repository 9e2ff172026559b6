import type { ChainReader } from '../../chain/reader'
import type { Log } from '../../chain/log'
import type { Governor } from '../../domain/governance'
import type { Text } from '../../domain/text'
import type { LogFilter } from '../source'
import type { FoldedProposal, GovernorBook } from './foldProposals'
import type { GovernorEvent } from './governorEvent'
import type { GovernorTerms, ProposalAnswers } from './governorTerms'

/** What sources ask Governors with. */
export type GovernorReader = Pick<ChainReader, 'readContracts'>

/** One family of Governor contracts. Its id is its file name. */
export interface GovernorSource {
  id: string
  name: Text
  /** How it decides, in one or two sentences */
  description: Text
  /** Whether it takes more votes than the threshold to propose; else as many */
  proposesAbove: boolean
  /** Logs it folds: those that tell what becomes of proposals, which are few, then votes, which are many */
  logs: (governor: Governor) => readonly [course: LogFilter, votes: LogFilter]
  /**
   * What a log says.
   *
   * @throws Error that names the log, where it is malformed or of another contract's kind
   */
  toEvent: (log: Log) => GovernorEvent
  /**
   * How it counts votes and time, asked of it at a block.
   *
   * @throws Error where it does not answer at all
   */
  readTerms: (governor: Governor, reader: GovernorReader, blockNumber: number) => Promise<GovernorTerms>
  /** What it says of some of its proposals at a block, in their order. What it does not answer is a gap of the proposal */
  readAnswers: (question: AnswersQuestion) => Promise<ProposalAnswers[]>
}

/** Proposals that a Governor is asked about, and what is known already. */
export interface AnswersQuestion {
  governor: Governor
  proposals: readonly FoldedProposal[]
  book: GovernorBook
  terms: GovernorTerms
  /** What was read of a proposal before and never changes is not asked again */
  isKnown: (key: string) => { quorum: boolean; threshold: boolean }
  reader: GovernorReader
  block: { number: number; timestamp: number }
}
