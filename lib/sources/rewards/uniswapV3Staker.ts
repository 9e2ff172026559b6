import { parseAbi } from 'viem'
import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'
import { transferTopic } from '../erc20'
import { toContract } from '../wrapperFacts'
import { ofOwnStake } from './owedAnswers'
import type { RewardSource } from './rewardSource'
import { openStakedPositions, stakerEvents } from './stakedPositions'
import { claimed, ended, openStakerBook } from './stakerBook'

const [id, wrapperSource] = ['uniswapV3Staker', 'uniswapV3Pool']

// Of what getRewardInfo answers the first word is the reward, the second the time that it is for.
const abi = parseAbi([
  'struct IncentiveKey { address rewardToken; address pool; uint256 startTime; uint256 endTime; address refundee; }',
  'function rewards(address rewardToken, address owner) view returns (uint256)',
  'function getRewardInfo(IncentiveKey key, uint256 tokenId) view returns (uint256 reward)',
])

const toStaker = (wrapper: Wrapper) => toContract(wrapper, wrapperSource, id)
const toReward = (wrapper: Wrapper) => toContract(wrapper, wrapperSource, 'rewardsToken')
const inTopic = (account: string): `0x${string}` => `0x${account.slice(2).padStart(64, '0')}`

/** Which incentives pay the token, for whichever pool; whose positions lie there; which of them are staked. */
const toStakeLogs = (wrapper: Wrapper): LogFilter[] => {
  const address = toStaker(wrapper)
  return [
    { address, topics: [stakerEvents.created.topic], second: [inTopic(toReward(wrapper))] },
    { address, topics: [stakerEvents.deposited.topic] },
    { address, topics: [stakerEvents.staked.topic, stakerEvents.unstaked.topic] },
  ]
}

/**
 * Uniswap's own staking of position NFTs. A pool's wrapper names it as `contracts.uniswapV3Staker`, and what its incentives pay as `contracts.rewardsToken`. A stake is
 * liquidity, whatever its range. What a position has earned is added up when it is unstaked, by its owner, or by anybody once the incentive is over; the owner fetches it when it likes,
 * to whichever account. What nobody earned goes back to whom the incentive names: a refund, and no reward.
 * https://github.com/Uniswap/v3-staker/blob/v1.0.0/contracts/UniswapV3Staker.sol
 */
export const uniswapV3Staker: RewardSource = {
  id,
  wrapperSource,
  toProgram: ({ address, contracts: { uniswapV3Staker: staker, rewardsToken } }) => (staker && rewardsToken ? { stakeToken: address, rewardToken: rewardsToken, isDebt: false } : null),
  logs: (wrapper) => [
    ...toStakeLogs(wrapper),
    { address: toStaker(wrapper), topics: [claimed.topic, ended.topic] },
    { address: toReward(wrapper), topics: [transferTopic], second: [inTopic(toStaker(wrapper))] },
  ],
  open: (wrapper) => openStakerBook({ pool: wrapper.address, staker: toStaker(wrapper), token: toReward(wrapper), abi }),
  stakes: (wrapper) => ({
    logs: toStakeLogs(wrapper),
    toChanges: (logs) => {
      const positions = openStakedPositions(wrapper.address)
      return logs.flatMap((log) => positions.add(log).changes)
    },
  }),
  owed: {
    toCall: (wrapper, account) => ({ address: toStaker(wrapper), abi, functionName: 'rewards', args: [toReward(wrapper), account] }),
    toOwed: (account, added, book, staked) => {
      const own = ofOwnStake(account, added, book, [])
      return typeof own === 'string' ? own : staked.reduce((sum, reward) => sum + reward, own)
    },
  },
}
