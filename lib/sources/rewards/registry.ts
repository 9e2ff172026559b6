import type { LogFilter } from '../source'
import type { Wrapper } from '../../domain/protocol'
import { liquidityGauge } from './liquidityGauge'
import type { RewardSource } from './rewardSource'
import { stakingRewards } from './stakingRewards'

/** Every family of contracts whose payments of rewards can be told from its logs. */
export const rewardSources: readonly RewardSource[] = [stakingRewards, liquidityGauge]

/**
 * The reward source of a wrapper's source, or null: most contracts that hold for others pay nothing for it.
 *
 * @example findRewardSource('stakingRewards')?.stakes.putIn.name // 'Staked'
 */
export const findRewardSource = (id: string): RewardSource | null => rewardSources.find((source) => source.id === id) ?? null

/**
 * Logs from which a wrapper's payments are read; none where it pays nothing that is known.
 *
 * @example toRewardLogs(wrapper) // [{ address: '0x…', topics: ['0xe240…'] }]
 */
export const toRewardLogs = (wrapper: Wrapper): readonly LogFilter[] => findRewardSource(wrapper.source)?.logs(wrapper) ?? []
