import type { Address } from './address'
import type { ExcludedPart } from './excludedPart'
import type { GroupShare } from './holderGroup'
import type { LensId } from './lens'
import type { MetricResult } from './metric'

/** A block as far as a figure needs it. */
export interface Block {
  number: number
  hash: `0x${string}`
  /** Unix seconds */
  timestamp: number
}

/** Something that could not be read, and why. Never a zero. */
export interface Gap {
  /** What is missing, as in 'totalSupply' or 'balanceOf 0x…'. */
  subject: string
  reason: string
}

/** Where the figures of a snapshot come from: read and audited at the block, replayed from the ledger alone, or a file. */
export type SnapshotOrigin = 'chain' | 'ledger' | 'imported'

/** Σ claims against totalSupply, and sampled balances against balanceOf, at the snapshot's block. */
export interface Audit {
  status: 'passed' | 'failed' | 'incomplete'
  /** Σ of all claims, smallest units */
  claimed: bigint
  /** totalSupply at the block; null where the read failed (see the gaps) */
  supply: bigint | null
  sampled: number
  mismatches: readonly { account: Address; ledger: bigint; chain: bigint }[]
}

/** The figures of one snapshot under one lens. */
export interface Measurement {
  lens: LensId
  /** The denominator of every share: Σ of what the lens keeps, or the whole supply where the lens says so */
  denominator: bigint
  /** What the lens leaves out, smallest units. Σ excluded + Σ of what it keeps = Σ claims. */
  excluded: readonly { role: ExcludedPart; accounts: number; amount: bigint }[]
  metrics: Readonly<Record<string, MetricResult>>
  /** Lorenz curve as [share of holders, share of amounts], from [0, 0] to [1, 1]; null where it is not kept (daily history) */
  curve: readonly (readonly [number, number])[] | null
  /** Who holds by role, largest first; null where it is not kept: under lenses by which balances alone tell it, and those that no day is measured under */
  composition: readonly GroupShare[] | null
}

/** One token at one block: supply, gaps, audit, measurements. Its holders are asked for apart. */
export interface Snapshot {
  origin: SnapshotOrigin
  /** UTC day, as in '2026-04-01' */
  day: string
  /** null only for an imported list without a block */
  block: Block | { number: number; hash: null; timestamp: number } | null
  /** What shares of supply are taken of; null where it could not be read */
  supply: bigint | null
  population: 'complete' | 'truncated'
  gaps: readonly Gap[]
  /** null where nothing was audited: history from the ledger, imported lists */
  audit: Audit | null
  measurements: readonly Measurement[]
  /** For imported lists */
  file: { name: string; sha256: string } | null
}

/** A pool's reserves at the snapshot's block. */
export interface PoolReserves {
  tokens: readonly [ReserveToken, ReserveToken]
}
export interface ReserveToken {
  address: Address
  symbol: string
  decimals: number
  /** smallest units */
  reserve: bigint
}
