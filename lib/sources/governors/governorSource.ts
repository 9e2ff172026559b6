import type { Governor } from '../../domain/governance'
import type { Text } from '../../domain/text'
import type { LogFilter } from '../source'

/** One family of Governor contracts. Its id is its file name. */
export interface GovernorSource {
  id: string
  name: Text
  /** How it decides, in one or two sentences */
  description: Text
  /** Logs it folds */
  logs: (governor: Governor) => readonly LogFilter[]
}
