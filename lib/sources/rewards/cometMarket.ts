import { parseAbi } from 'viem'
import { z } from 'zod'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import type { LogFilter } from '../source'
import { toContract } from '../wrapperFacts'
import { claimed, openCometBook } from './cometBook'
import { cometStakeTopics, followCometStakes } from './cometStakes'
import { ofOwnStake } from './owedAnswers'
import type { RewardSource, Stakes } from './rewardSource'

const wrapperSource = 'comet'

/** It has the market add up first, and says what that comes to: asked, and not sent, nothing is written. */
const abi = parseAbi([
  'struct RewardOwed { address token; uint256 owed; }',
  'function getRewardOwed(address comet, address account) returns (RewardOwed)',
  'function rewardsClaimed(address comet, address account) view returns (uint256)',
])
const owedSchema = z.object({ owed: z.bigint() })

const toCall = ({ address, contracts }: Wrapper, functionName: string, account: Address) => ({ address: contracts.cometRewards!, abi, functionName, args: [address, account] })
const toMarketLogs = ({ address }: Wrapper): LogFilter[] => [{ address, topics: cometStakeTopics }]

const toStakes = (wrapper: Wrapper, isDebt: boolean): Stakes => ({
  logs: toMarketLogs(wrapper),
  toChanges: (logs) => {
    const stakes = followCometStakes()
    const changes = [...logs.flatMap(stakes.add), ...stakes.end()]
    return changes.flatMap(({ isDebt: isOwed, ...change }) => (isOwed === isDebt ? [change] : []))
  },
})

/** One side of a market, which pays under one id for lending to it, or for borrowing from it. */
const toSource = (id: string, toStakeToken: (wrapper: Wrapper) => Address | undefined, isDebt: boolean): RewardSource => ({
  id,
  wrapperSource,
  toProgram: (wrapper) => {
    const { cometRewards, rewardsToken } = wrapper.contracts
    const stakeToken = toStakeToken(wrapper)
    return cometRewards && rewardsToken && stakeToken ? { stakeToken, rewardToken: rewardsToken, isDebt } : null
  },
  logs: (wrapper) => [{ address: toContract(wrapper, wrapperSource, 'cometRewards'), topics: [claimed.topic] }, ...toMarketLogs(wrapper)],
  open: (wrapper, paid) => {
    const [rewards, token] = [toContract(wrapper, wrapperSource, 'cometRewards'), toContract(wrapper, wrapperSource, 'rewardsToken')]
    return openCometBook({ market: wrapper.address, rewards, token, isDebt }, paid)
  },
  paidCall: (wrapper, account) => toCall(wrapper, 'rewardsClaimed', account),
  stakes: (wrapper) => toStakes(wrapper, isDebt),
  owed: {
    toCall: (wrapper, account) => toCall(wrapper, 'getRewardOwed', account),
    toAnswer: (value) => owedSchema.parse(value).owed,
    toOwed: ofOwnStake,
  },
})

/**
 * Compound v3's CometRewards, for those who lend the base token: a wrapper of a market names it as `contracts.cometRewards`, and what it pays for the market as
 * `contracts.rewardsToken`. A stake is what was put in less what was taken out, without interest.
 * https://github.com/compound-finance/comet/blob/99b8545a9fe73c5ab3eef585999a0fbe34f6b2bb/contracts/CometRewards.sol
 */
export const cometLent = toSource('cometLent', ({ address }) => address, false)

/** The same for those who borrow the base token, which is `contracts.baseToken`. */
export const cometBorrowed = toSource('cometBorrowed', ({ contracts }) => contracts.baseToken, true)
