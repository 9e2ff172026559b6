import type { Address } from './address'
import type { MetricResult } from './metric'

/** Who can cast how many votes, as a file says: nobody held it against a contract. */
export interface DelegateList {
  /** UTC day, as in '2026-04-01' */
  day: string
  /** The block that the list says it is of; null where it says none */
  block: number | null
  file: { name: string; sha256: string }
  population: 'complete' | 'truncated'
  /** What shares are taken of: all votes where somebody said how many, or the list's own sum. Smallest units */
  denominator: bigint
  /** Largest first, ties by address, none without votes */
  delegates: readonly { delegate: Address; votes: bigint }[]
  /** Of the delegates' votes; undefined with bounds where the list is only the top of a longer one */
  metrics: Readonly<Record<string, MetricResult>>
}
