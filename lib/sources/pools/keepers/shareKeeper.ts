import type { Address } from '../../../domain/address'
import type { Wrapper } from '../../../domain/protocol'
import type { StakeEvents } from '../../foldStakes'

/**
 * How a contract keeps shares for others: in books that its logs tell (`stakes`), or by a token that it gives out for them (`token`), whose Transfers say
 * who has it.
 */
export type Keeping = { asset: Address } & ({ stakes: StakeEvents } | { token: Address })

/** A family of contracts in which a pool's shares, or what another contract gave out for them, lie for others. */
export interface ShareKeeper {
  /** That of its source in the registry above */
  id: string
  /** What it keeps and how; null of a wrapper of the family that keeps nothing of this kind */
  toKeeping: (wrapper: Wrapper) => Keeping | null
}
