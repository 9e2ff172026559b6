import type { Address } from '../../domain/address'
import type { UnresolvedReason } from '../../domain/contractOwnership'
import type { Claim } from '../../domain/distribution'

/** A contract that is looked through, what it holds, and which source says for whom. */
export interface Step {
  contract: Address
  asset: Address
  /** Id of the source */
  source: string
}

/**
 * The contracts by which tokens came to an owner, from the token down; none: they lie in the owner's own wallet. Its depth is the number of
 * its steps. A circle of contracts is walked once, by the shortest way from where tokens come in to where they leave it.
 */
export interface Route {
  steps: readonly Step[]
  /** True for many small routes taken together, of which only the last steps, which they share, are told */
  merged: boolean
}

/** What came by one route. */
export interface Part {
  route: Route
  /** smallest units */
  amount: bigint
}

/** What a contract holds and nobody could be named for. */
export interface UnresolvedAmount extends Step {
  reason: UnresolvedReason
  /** smallest units */
  amount: bigint
}

/** An amount handed on, in smallest units: at every contract as much comes in as goes out. What goes round in a circle is counted once. */
export interface Flow {
  /** Null: from the token to those whose wallets hold it */
  from: Step | null
  to: { kind: 'contract'; step: Step } | { kind: 'owners' } | { kind: 'unresolved'; reason: UnresolvedReason }
  amount: bigint
}

/** How much lies under so many contracts, in smallest units. */
export interface AtDepth {
  /** 0: in the owner's own wallet */
  depth: number
  owned: bigint
  unresolved: bigint
}

/** A token's holders once contracts have handed on what they hold for others. Σ owners + Σ unresolved = Σ claims, to the smallest unit. */
export interface LookedThrough {
  /** Σ claims */
  total: bigint
  /** One claim each, as `toDistribution` takes them; in no particular order, no zeros */
  owners: readonly Claim[]
  /** Largest first, ties by contract, asset and reason; one entry for each of these */
  unresolved: readonly UnresolvedAmount[]
  /** For a flow chart: from the token first, then contract by contract by their addresses */
  flows: readonly Flow[]
  /** Every depth from 0 to the deepest; Σ owned + Σ unresolved = total. None where there are no claims */
  byDepth: readonly AtDepth[]
  /** Σ depth · amount / total: on average so many contracts lie between a token and its owner. Null where there are no claims */
  meanDepth: number | null
}
