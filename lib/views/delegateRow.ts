import type { HolderRow } from './holderRow'

/** One delegate as a view reads it, ranked under a lens. */
export interface DelegateRow {
  /** 1 has most votes */
  rank: number
  /** EIP-55, as people read it */
  address: string
  /** Smallest units */
  votes: bigint
  /** From how many accounts, its own among them; null where the source cannot tell */
  delegators: number | null
  /** What of it is its own; null likewise */
  own: bigint | null
  label: HolderRow['label']
  /** On how many of the newest, and of all decided proposals it cast something */
  cast: { last: number; all: number }
  /** Banzhaf index, normalised; null where it was not counted */
  banzhaf: number | null
}
