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
  /** Whether a process reads it at this moment, and how many wait until that one is done; null where only a replica answers, which does not know */
  readers: { reading: boolean; waiting: number } | null
  audit: Audit['status'] | null
  snapshots: number
  /** Unix seconds of the end of the last sync, good or bad; null before the first */
  syncedAt: number | null
  /** What the last sync ended with, in plain words; null where it ended well */
  error: string | null
}

/** Logs of a token that have Transfer's signature and are no ERC-20 transfer, of one kind. */
export interface Rejection {
  protocol: string
  symbol: string
  reason: string
  logs: number
  firstBlock: number
  lastBlock: number
}
