import type { Address } from './address'

/** How far the events of one contract are read for a protocol. */
export interface ContractStatus {
  /** The protocol's slug */
  protocol: string
  chainId: number
  name: string
  address: Address
  /** The block up to which all that is needed of it is read; null before the first piece */
  lastBlock: number | null
  /** What its last reading ended with, in plain words; null where it ended well */
  error: string | null
}
