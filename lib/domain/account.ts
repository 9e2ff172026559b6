import type { Address } from './address'
import type { UnresolvedReason } from './contractOwnership'
import type { AccountRole } from './label'
import type { LabelStatement } from './labelStatement'
import type { Inside } from './otherSide'
import type { Currency, PoolFacts } from './pool'
import type { Token } from './protocol'
import type { ProviderResult } from './provider'
import type { Audit, Block, SnapshotOrigin } from './snapshot'
import type { Text } from './text'

/** One token of one protocol at its newest snapshot: what each figure of an account stands with. */
export interface AccountToken {
  /** slug */
  protocol: string
  protocolName: string
  demo: boolean
  token: Token
  /** UTC day */
  day: string
  block: number
  /** Unix seconds */
  timestamp: number
  audit: Audit['status'] | null
  /** How many things could not be read */
  gaps: number
}

/** A place in a list of holders. */
export interface HolderPlace {
  /** 1 for the largest */
  rank: number
  /** smallest units */
  amount: bigint
  /** What the list adds up to, or what its lens takes shares of; smallest units, positive */
  denominator: bigint
}

/** Why something that an account holds is not counted as its own under the headline's lens. */
export type CountedElsewhere =
  | { kind: 'leftOut'; role: AccountRole }
  /** With another address of its owner */
  | { kind: 'countedWith'; account: Address }
  /** It belongs to those for whom the contract holds it */
  | { kind: 'handedOn' }

/** What an account holds of one token: by its own balance, and under the headline's lens. */
export interface AccountHolding extends AccountToken {
  /** Among all addresses; null where its own balance is nothing */
  own: HolderPlace | null
  /** With what contracts hold for it and what other addresses of its owner hold; null where nothing counts as its own */
  counted: HolderPlace | null
  elsewhere: CountedElsewhere | null
}

/** One way by which tokens came to an account. */
export interface AccountPath extends AccountToken {
  /** From the token down; none: they lie in its own wallet */
  steps: readonly { contract: Address; name: string; source: string; side?: { chainId: number; block: number } }[]
  /** Many small ways together, of which only the last contracts are told */
  merged: boolean
  /** smallest units */
  amount: bigint
  /** All tokens that anybody holds; smallest units, positive */
  total: bigint
}

/** What one of several says of an account. A statement can count in parts: one says the name, another the role. */
export interface AccountStatement extends LabelStatement {
  /** slug */
  protocol: string
  protocolName: string
  counts: readonly ('name' | 'role' | 'entity' | 'exclusion')[]
}

/** A piece of evidence by which an account is one holder with others. */
export interface EntityMember {
  /** slug */
  protocol: string
  protocolName: string
  account: Address
  label: string | null
  /** Id of the rule */
  rule: string
  ruleName: Text
  evidence: Text
  /** The address under which all of them are listed; null where the rule is followed only by those who choose it */
  representative: Address | null
}

/** For whom a contract holds something, as one source tells it. */
export interface WrappedHolding extends AccountToken {
  source: string
  sourceName: Text
  /** What it holds: the token itself, or what another contract gives out for it */
  asset: Address
  assetName: string
  /** What of the token came to it, smallest units */
  held: bigint
  /** The largest, with what they have through it */
  owners: readonly { account: Address; label: string | null; amount: bigint }[]
  /** How many there are in all */
  ownerCount: number
  /** What all owners have through it */
  owned: bigint
  unresolved: readonly { reason: UnresolvedReason; amount: bigint }[]
}

/** Who may move what a Safe holds, as it answered when it was last asked. */
export interface AccountSafe {
  chainId: number
  /** The block at which it was asked, and its Unix seconds */
  block: number
  timestamp: number
  /** How many of them must agree */
  threshold: number
  /** In the Safe's own order */
  owners: readonly { account: Address; label: string | null }[]
}

/** An account's balance of one token after each day. */
export interface AccountHistory {
  protocol: string
  protocolName: string
  demo: boolean
  token: Token
  /** From the first day with a change on; oldest first */
  days: readonly AccountDay[]
}

export interface AccountDay {
  day: string
  block: number
  timestamp: number
  origin: SnapshotOrigin
  /** smallest units */
  balance: bigint
  /** All tokens that anybody held */
  denominator: bigint
}

/** What an account made of providing a pool, as of the pool's newest reading. */
export interface AccountProfit {
  /** slug */
  protocol: string
  protocolName: string
  facts: PoolFacts
  block: Block
  /** UTC day at whose mean price is valued what is still in */
  markDay: string | null
  /** What the pool's money is usually told in */
  currency: Currency
  result: ProviderResult
}

/** Everything that is known of an account. */
export interface Account {
  address: Address
  /** Protocols among the holdings whose tokens are among another one's there already */
  insides: readonly Inside[]
  holdings: readonly AccountHolding[]
  paths: readonly AccountPath[]
  statements: readonly AccountStatement[]
  /** The label that counts, of each protocol that has one */
  labels: readonly { protocol: string; protocolName: string; name: string; role: AccountRole | null }[]
  entity: readonly EntityMember[]
  wrapped: readonly WrappedHolding[]
  profits: readonly AccountProfit[]
  /** One for each chain on which it is a Safe */
  safes: readonly AccountSafe[]
  /** Empty where nobody asked for it */
  history: readonly AccountHistory[]
  /** Whether all that is known of it is from the demo chain */
  demo: boolean
}
