import type { Address } from '../../domain/address'
import type { StakeChange } from '../../liquidity/stakers'
import { followScaledChanges, scaledTopics } from '../scaledBalances'
import type { Stakes } from './rewardSource'

/**
 * What everybody has of an aToken, or owes of a debt token, in scaled units: what incentives are paid for. Where a later version rounds otherwise than the logs say,
 * a stake ends with nothing and not below it.
 *
 * @example scaledStakes(aToken).logs // [{ address: '0x…', topics: ['0x458f…', …] }]
 */
export const scaledStakes = (address: Address): Extract<Stakes, { logs: unknown }> => ({
  logs: [{ address, topics: Object.values(scaledTopics) }],
  toChanges: (logs) => {
    const stakes = new Map<Address, bigint>()
    const changesOf = followScaledChanges()
    return logs.flatMap((log) => changesOf(log).map(([account, change]): StakeChange => {
      const before = stakes.get(account) ?? 0n
      const after = before + change > 0n ? before + change : 0n
      stakes.set(account, after)
      return { account, blockNumber: log.blockNumber, logIndex: log.logIndex, change: after - before }
    }))
  },
})
