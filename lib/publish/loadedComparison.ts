import type { Compared } from '@/lib/views/comparison/compared'
import type { LoadedDay } from './view'

/** A protocol that is compared, with its days as files have them. */
export interface LoadedCompared extends Compared {
  days: readonly LoadedDay[]
}

/** Several protocols under one lens, in the order in which they were asked for. */
export interface LoadedComparison {
  /** Id of the metric that is compared, where it is one */
  metric: string
  protocols: readonly LoadedCompared[]
}
