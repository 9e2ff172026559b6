import { toGraphLogs } from '../graphStaking'
import { GraphBook } from './graphBook'
import type { StakeNetworkSource } from './stakeNetworkSource'

/** The Graph: rewards are new GRT for what is allocated, fees are GRT that queries were paid with, after tax and curators’ part. */
export const graphNetwork: StakeNetworkSource = {
  id: 'graphStaking',
  feesIn: 'token',
  logs: toGraphLogs,
  open: () => {
    const book = new GraphBook()
    // What a delegator put in and what of it grew stand in one number of the contract.
    return { add: (log) => book.add(log), bonds: () => book.bonds(), earned: () => null }
  },
}
