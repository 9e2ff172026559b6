import type { Address } from './address'
import type { Claim } from './distribution'
import type { Text } from './text'

/** Why a part of what a contract holds belongs to nobody who could be named. */
export const unresolvedReasons = {
  locked: { en: 'locked for ever', de: 'für immer gesperrt' },
  surplus: { en: 'more than the contract’s books account for', de: 'mehr, als die Bücher des Contracts ausweisen' },
  undistributed: { en: 'rewards not paid out yet', de: 'noch nicht ausgezahlte Belohnungen' },
  unclaimed: { en: 'not claimed yet', de: 'noch nicht abgeholt' },
  unvested: { en: 'not vested yet', de: 'noch nicht freigegeben' },
  protocolFees: { en: 'fees that belong to the protocol', de: 'Gebühren, die dem Protokoll gehören' },
  reserves: { en: 'reserves of the protocol', de: 'Reserven des Protokolls' },
  fees: { en: 'fees whose owners could not be read', de: 'Gebühren, deren Eigentümer nicht lesbar waren' },
  rounding: { en: 'left over by the contract’s own rounding', de: 'Reste aus der Rundung des Contracts' },
  otherChain: { en: 'owned on another chain', de: 'gehört Haltern auf einer anderen Chain' },
  otherContract: { en: 'held by contracts on the other chain', de: 'in Contracts auf der anderen Chain' },
  sameAddress: { en: 'the same address on two chains, perhaps not the same owner', de: 'dieselbe Adresse auf zwei Chains, vielleicht nicht derselbe Eigentümer' },
  inTransit: { en: 'on its way between two chains, or not told', de: 'unterwegs zwischen zwei Chains oder nicht zu klären' },
  closedCircle: { en: 'contracts that own only each other', de: 'Contracts, die nur einander gehören' },
  unread: { en: 'owners could not be read', de: 'Eigentümer nicht lesbar' },
} as const satisfies Record<string, Text>
export type UnresolvedReason = keyof typeof unresolvedReasons

/**
 * To whom what a contract holds of one asset belongs, as one source tells it at a block. Only proportions count: an owner's part is its claims
 * over all claims and all that is unresolved.
 */
export interface ContractOwnership {
  contract: Address
  /** What it holds: a token, or what another contract gives out for what it holds, as an LP token */
  asset: Address
  /** Id of the source */
  source: string
  /** What the claims are held in, where it can itself be handed to a contract: the LP token, the vault's share, the NFT manager. Null: the contract's own books. */
  shares: Address | null
  /** In the source's own units: LP tokens, stakes, shares, amounts. Of one account maybe several; none negative */
  claims: readonly Claim[]
  /** In the same units */
  unresolved: readonly { reason: UnresolvedReason; amount: bigint }[]
}
