import type { VotesContract } from '../../domain/governance'
import type { Text } from '../../domain/text'
import type { LogFilter } from '../source'

/** One family of contracts that count votes. Its id is its file name. */
export interface VotesSource {
  id: string
  name: Text
  /** Whose votes it counts, and how, in one or two sentences */
  description: Text
  /** Logs it folds */
  logs: (contract: VotesContract) => readonly LogFilter[]
}
