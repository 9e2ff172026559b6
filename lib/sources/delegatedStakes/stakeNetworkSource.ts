import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Claim } from '../../domain/distribution'
import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'

/** What somebody has bonded to an operator, earnings not yet claimed included. */
export interface Bond extends Claim {
  operator: Address
}

/** Something that an operator and those who bond to it earned. */
export interface Earning {
  operator: Address
  kind: 'rewards' | 'fees'
  amount: bigint
  /** What of it the operator keeps before it is shared by stakes; null where no log tells */
  kept: bigint | null
  blockNumber: number
}

/** A network's books as its logs are read. */
export interface NetworkBook {
  /**
   * @param log the next one in the chain's order
   * @returns what was earned with it, if anything
   * @throws Error that names a log of another form
   */
  add: (log: Log) => Earning | null
  /** What is bonded now */
  bonds: () => Bond[]
  /** What each has earned by bonding since ever; null where it cannot be told */
  earned: () => Claim[] | null
}

/** A family of networks whose operators earn by tokens bonded to them. Its id is that of its source in the registry above. */
export interface StakeNetworkSource {
  id: string
  feesIn: 'ether' | 'token'
  /** Logs of stakes, rewards and fees */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  open: (wrapper: Wrapper) => NetworkBook
}
