import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'

/** A family of contracts that hand tokens out: which logs tell to whom. Its id is that of its source in the registry above. */
export interface DistributionSource {
  id: string
  /** Logs that tell who was handed how much */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  /** What a log of `logs` tells; smallest units. @throws Error that names a log of another form */
  toReceipt: (log: Log) => { account: Address; amount: bigint }
}
