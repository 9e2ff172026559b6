import type { Address } from './address'

/** How something is shared: by operators, or by those who bond to them. Shares of 0 to 1; null where nothing is shared. */
export interface ShareFigures {
  /** How many have any of it */
  count: number
  /** smallest units */
  total: bigint
  largest: number | null
  /** Of the largest tenth, ⌈count/10⌉ */
  tenth: number | null
  hhi: number | null
  gini: number | null
  nakamoto33: number | null
  nakamoto50: number | null
  nakamoto67: number | null
}

/** Who rents out computers, indexes, transcodes: does a network's work with tokens bonded to it. Amounts in smallest units. */
export interface StakeOperator {
  account: Address
  /** Bonded to it by anybody, earnings not yet claimed included */
  stake: bigint
  /** What of it is its own */
  own: bigint
  /** Others who bond to it */
  delegators: number
  /** New tokens that came to its pool, and what it kept of them before they were shared by stakes (null where that is not told); since ever, and in the last 365 days */
  rewards: bigint
  kept: bigint | null
  rewardsOfYear: bigint
  /** What customers paid it, shared with those who bond to it as it says; since ever, and in the last 365 days */
  fees: bigint
  feesOfYear: bigint
}

/** The end of a month: who has what is bonded, and to whom what was paid in it went. */
export interface NetworkMonth {
  day: string
  block: number
  byOperator: ShareFigures
  byDelegator: ShareFigures
  rewards: ShareFigures
  fees: ShareFigures
}

/** A network whose operators earn by tokens bonded to them. */
export interface StakeNetwork {
  /** The contract that holds what is bonded */
  contract: Address
  name: string
  /** Whether fees are paid in ether or in the token */
  feesIn: 'ether' | 'token'
  /** Those with stake or earnings, the largest stake first */
  operators: readonly StakeOperator[]
  byOperator: ShareFigures
  byDelegator: ShareFigures
  /** Earned by bonding since ever, claimed or not, by whom it belongs to; null where that cannot be told */
  earnedByDelegator: ShareFigures | null
  /** Of the last 365 days, by operator */
  rewardsOfYear: ShareFigures
  feesOfYear: ShareFigures
  /** From the first with stake on, oldest first; the newest may not be over */
  months: readonly NetworkMonth[]
}

/** The networks of a protocol, the one with most bonded first. */
export interface DelegatedStakes {
  networks: readonly StakeNetwork[]
}
