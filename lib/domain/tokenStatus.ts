import type { Audit } from './snapshot'

/** How one token's ledger stands. */
export interface TokenStatus {
  /** The protocol's slug */
  protocol: string
  symbol: string
  chainId: number
  /** Block the ledger reaches; null before the first range */
  lastBlock: number | null
  /** Unix seconds */
  lastTimestamp: number | null
  /** Finalized blocks that the ledger did not reach at its last sync; null where unknown */
  lag: number | null
  /** Transfers a second of the last sync that moved the ledger; null before it */
  rate: number | null
  transfers: number
  /** Rows of balance changes */
  rows: number
  holders: number
  rejectedLogs: number
  audit: Audit['status'] | null
  snapshots: number
  /** Unix seconds of the end of the last sync, good or bad; null before the first */
  syncedAt: number | null
  /** What the last sync ended with, in plain words; null where it ended well */
  error: string | null
}
