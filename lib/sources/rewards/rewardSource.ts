import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { RewardPayment } from '../../domain/provider'
import type { StakeEvents } from '../foldStakes'
import type { LogFilter } from '../source'

/** What a contract takes in and what it pays for it. */
export interface RewardProgram {
  stakeToken: Address
  rewardToken: Address
}

/** A family of contracts that pay rewards for a stake: which logs tell who was paid what. Its id is that of its source in the registry above. */
export interface RewardSource {
  id: string
  /** What is staked and what is paid; null for a contract of the family of which nothing says that it pays */
  toProgram: (wrapper: Wrapper) => RewardProgram | null
  /** Logs that tell payments; none where it pays nothing */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  /** The payment that a log of `logs` tells; null where it is one of another contract. @throws Error that names a log of another form */
  toPayment: (wrapper: Wrapper, log: Log) => RewardPayment | null
  /** By which of the wrapper's own logs stakes grow and shrink */
  stakes: StakeEvents
}
