import type { Address } from '../../domain/address'
import type { accountKinds, AccountRole } from '../../domain/label'

/** A contract that lets another one's code work for it. */
export interface Proxy {
  /** Code of EIP-1167, slots of EIP-1967 with an implementation, or slots of EIP-1967 with a beacon */
  standard: 'eip1167' | 'eip1967' | 'eip1967Beacon'
  /** Whose code it runs; null where the beacon did not say */
  implementation: Address | null
  beacon: Address | null
  /** Who may change it, where the slot says so */
  admin: Address | null
}

/**
 * Whose word it is. code: what stands at the address, which nobody can forge. known: a contract confirms it whose address is known for what it is.
 * confirmed: a contract that it names itself confirms it, as a factory that nobody knows; whoever writes both can lie with both. answers: its own
 * word alone.
 */
export type Evidence = 'code' | 'known' | 'confirmed' | 'answers'

/** What recognises a contract says of it. */
export interface Finding {
  kind: (typeof accountKinds)[number]
  role: AccountRole | null
  /** Plain, from what it is. Never text that a contract chose. */
  name: string
  evidence: Evidence
  /** Which questions were answered how, as in 'getThreshold() = 2' */
  said: string
  /** Id of the source that reads such contracts; null where none does */
  family: string | null
  /** Tokens that it holds for others, as a wrapper's file would name them */
  assets: readonly Address[]
  /** Other contracts that its source asks, as a wrapper's file would name them */
  contracts: Readonly<Record<string, Address>>
}

/** What an address is, from the chain alone, at a block. */
export interface Recognised extends Omit<Finding, 'said'> {
  address: Address
  /** The on-chain fact that says so, with its block */
  fact: string
  proxy: Proxy | null
}
