import type { DelegateList } from '@/lib/domain/delegateList'
import type { ListedDelegate } from '@/lib/views/delegateListTable'
import type { CountingRule } from '@/lib/domain/ballot'
import type { MetricResult } from '@/lib/domain/metric'
import type { ProposalOrigin } from '@/lib/domain/proposal'
import type { Block, Gap, Measurement } from '@/lib/domain/snapshot'
import type { VotesAudit } from '@/lib/domain/votingPower'
import type { Delegation } from '@/lib/governance/delegation'
import type { Ladder } from '@/lib/governance/ladder'
import type { Threshold } from '@/lib/governance/protocolThresholds'
import type { DelegateRow } from '@/lib/views/delegateRow'
import type { Gathered } from '@/lib/views/powerGathered'
import type { Turnout } from '@/lib/views/quorumGauge'

/** Votes of one day: figures alone. */
export interface LoadedVotesDay {
  /** UTC day */
  day: string
  block: Block
  origin: 'chain' | 'ledger'
  delegated: bigint
  metrics: Readonly<Record<string, MetricResult>>
}

/** Who can vote at the newest block whose votes were read, under the lens. */
export interface LoadedDelegates {
  day: string
  block: Block
  audit: VotesAudit | null
  gaps: readonly Gap[]
  /** Largest first */
  rows: readonly DelegateRow[]
  /** What shares of votes are taken of: Σ of what the lens keeps, or the whole supply where the lens says so */
  denominator: bigint
  excluded: Measurement['excluded']
  /** Of how many of the largest power was counted and how; null where it was not asked for or cannot be */
  counted: { delegates: number; method: 'exact' | 'sampled' } | null
}

/** Who can vote on a protocol, who does, and what that takes. */
export interface LoadedVotes {
  /** null before the first block whose votes were read */
  delegates: LoadedDelegates | null
  /** What usual votes are told from: the newest `last` of all that were decided */
  proposals: { origin: ProposalOrigin | null; decided: number; last: number }
  ladder: Ladder
  thresholds: readonly Threshold[]
  /** Newest first, of proposals whose quorum is known */
  turnouts: readonly Turnout[]
  /** Of the newest decided proposal that has one */
  rule: CountingRule | null
  /** null where votes or supply are not known */
  delegation: Delegation | null
  /** Oldest first; empty for charts that show one moment */
  days: readonly LoadedVotesDay[]
  /** null for charts of anything else */
  gathered: Gathered | null
}

/** A list of delegates that was imported, with their labels and their power. */
export interface LoadedDelegateList extends Omit<DelegateList, 'delegates'> {
  /** For how many of the largest power was counted, and how; null where these have no majority together */
  counted: LoadedDelegates['counted']
  rows: readonly ListedDelegate[]
}
