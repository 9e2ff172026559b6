import { toPocoLogs, toRegistry } from '../pocoEscrow'
import { PocoBook } from './pocoBook'
import type { StakeNetworkSource } from './stakeNetworkSource'

/** iExec: workers and schedulers deposit for themselves, and are paid in RLC for tasks; there are no new tokens. */
export const pocoNetwork: StakeNetworkSource = {
  id: 'pocoEscrow',
  feesIn: 'token',
  logs: toPocoLogs,
  open: (wrapper) => {
    const book = new PocoBook(wrapper.address, toRegistry(wrapper))
    return { add: (log) => book.add(log), bonds: () => book.bonds(), earned: () => null }
  },
}
