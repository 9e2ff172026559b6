/** Somebody who holds, and what of it takes part. */
export interface PossibleVoter {
  /** smallest units, above 0 */
  amount: bigint
  /** What of it lies in the own wallet, or in a contract where it votes */
  inHand: bigint
  /** Σ contracts in between · amount that lies behind them */
  depth: bigint
  delegated: boolean
  voted: boolean
}

/** How many of a group of holders ever took part in deciding. */
export interface TookPart {
  holders: number
  /** Gave their votes to somebody, themselves among them, or locked tokens for them */
  delegated: number
  /** Voted on a proposal that is kept */
  voted: number
  /** Either of the two */
  either: number
}

/** A tenth of the holders by size. */
export interface SizeTenth extends TookPart {
  /** What the smallest and the largest of them have, smallest units */
  least: bigint
  most: bigint
  /** Contracts between a token and its owner, on average over what they have; null where the tenth is empty */
  meanDepth: number
}

/** What it cost to do something once: the newest transactions in which it was done. */
export interface ActCost {
  /** How many were looked at */
  transactions: number
  /** The median, in wei */
  wei: bigint
}

/**
 * Who takes part, by size and by how far away their tokens lie. Counted are people: without contracts, exchanges and others who keep for others, as far
 * as labels tell, and without dust; owners behind contracts, addresses of one owner as one.
 */
export interface Participation {
  all: TookPart
  /** Smallest first; empty where there are too few */
  tenths: readonly SizeTenth[]
  /** Those with at least half of theirs in their own wallets or where it votes, and the others */
  inHand: TookPart
  throughContracts: TookPart
  /** What the holder in the middle has, smallest units; null where there is none */
  median: bigint | null
  /** The same in wei, at the price of the last days; null where there is no price */
  medianWei: bigint | null
  /** Whether nobody votes who has not delegated first */
  mustDelegate: boolean
  /** null where nobody did it, or what it cost is not known */
  costs: { delegation: ActCost | null; vote: ActCost | null }
}
