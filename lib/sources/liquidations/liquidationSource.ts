import type { Log } from '../../chain/log'
import type { Liquidation } from '../../domain/liquidation'
import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'

/** A family of lending contracts: which logs tell who lost collateral that it held. Its id is that of its source in the registry above. */
export interface LiquidationSource {
  id: string
  /** Logs that tell liquidations */
  logs: (wrapper: Wrapper) => readonly LogFilter[]
  /** What a log of `logs` tells of the wrapper's collateral; null where other collateral was taken. @throws Error that names a log of another form */
  toLiquidation: (wrapper: Wrapper, log: Log) => Liquidation | null
  /**
   * What was seized, in smallest units of what the wrapper holds.
   *
   * @param answers what the contract said of its books at a near block, as its source read them; null where nothing was read
   * @returns null where that cannot be told
   */
  toAmount: (liquidation: Liquidation, answers: unknown) => bigint | null
}
