import type { LogFilter } from '../source'
import type { Wrapper } from '../../domain/protocol'
import { aaveIncentives } from './aaveIncentives'
import { aaveBorrowed, aaveLent } from './aaveRewards'
import { cometBorrowed, cometLent } from './cometMarket'
import { compoundBorrowed, compoundLent } from './compoundMarket'
import { liquidityGauge } from './liquidityGauge'
import { masterChef } from './masterChef'
import type { RewardProgram, RewardSource } from './rewardSource'
import { stakedToken } from './stakedToken'
import { stakingRewards } from './stakingRewards'
import { uniswapV3Staker } from './uniswapV3Staker'

/** Every family of contracts whose payments of rewards can be told from its logs. */
export const rewardSources: readonly RewardSource[] = [stakingRewards, liquidityGauge, masterChef, stakedToken, compoundLent, compoundBorrowed, aaveIncentives, aaveLent, aaveBorrowed, cometLent, cometBorrowed, uniswapV3Staker]

/** A contract that pays for stakes, and what it pays for what. */
export interface ProgramPlace {
  /** As a protocol's file names it; of a contract with several programmes as this one sees it */
  wrapper: Wrapper
  source: RewardSource
  program: RewardProgram
}

/**
 * What a wrapper pays for: most contracts that hold for others pay nothing for it, a lending market may pay both sides, a farm each of its pools.
 *
 * @example toProgramPlaces(cDai).map(({ source }) => source.id) // ['compoundLent', 'compoundBorrowed']
 */
export const toProgramPlaces = (wrapper: Wrapper): ProgramPlace[] =>
  rewardSources.filter(({ wrapperSource }) => wrapperSource === wrapper.source).flatMap((source) =>
    (source.toEach?.(wrapper) ?? [wrapper]).flatMap((each) => {
      const program = source.toProgram(each)
      return program ? [{ wrapper: each, source, program }] : []
    }))

/**
 * Logs from which a wrapper's payments are read, and stakes that its own source does not keep; none where it pays nothing that is known.
 *
 * @example toRewardLogs(wrapper) // [{ address: '0x…', topics: ['0xe240…'] }, { address: '0x…', topics: ['0x9e71…', '0x7084…'] }]
 */
export const toRewardLogs = (wrapper: Wrapper): readonly LogFilter[] =>
  toProgramPlaces(wrapper).flatMap(({ source, wrapper: each }) => {
    const stakes = source.stakes(each)
    return [...source.logs(each), ...('logs' in stakes ? stakes.logs : [])]
  })
