import type { Address } from '../../domain/address'
import { toStakeFilter, type StakeLogs } from '../foldStakes'
import type { Stakes } from './rewardSource'

/**
 * Stakes of a contract that keeps books of its own, from their logs.
 *
 * @example eventStakes('0x…', stakingRewardsStakes).logs // [{ address: '0x…', topics: ['0x9e71…', '0x7084…'] }]
 */
export const eventStakes = (address: Address, told: StakeLogs): Extract<Stakes, { logs: unknown }> => ({
  logs: [toStakeFilter(address, told)],
  toChanges: (logs) => logs.flatMap((log) => {
    const stake = told.toStake(log)
    return stake ? [{ account: stake.account, blockNumber: log.blockNumber, logIndex: log.logIndex, change: stake.isPutIn ? stake.amount : -stake.amount }] : []
  }),
})
