import { parseAbi } from 'viem'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { stakingRewardsStakes } from '../stakingRewards'
import { toContract } from '../wrapperFacts'
import { eventStakes } from './eventStakes'
import { openPaidBook } from './paidBook'
import type { RewardSource } from './rewardSource'

const id = 'stakingRewards'

/** RewardPaid(address indexed user, uint256 reward) */
const paid: EventShape = { name: 'RewardPaid', topic: '0xe2403640ba68fed3a2f88b7557551d1993f84b99bb10ff833f0cf8db0c5e0486', indexed: 1, words: 1 }

const abi = parseAbi(['function earned(address account) view returns (uint256)'])

/**
 * Synthetix' StakingRewards and its copies: `getReward` and `exit` pay whoever calls them what it has earned, in the rewardsToken; `earned` is what it
 * would be paid.
 * https://github.com/Synthetixio/synthetix/blob/v2.102.1/contracts/StakingRewards.sol
 */
export const stakingRewards: RewardSource = {
  id,
  wrapperSource: id,
  toProgram: (wrapper) => ({ stakeToken: toContract(wrapper, id, 'stakingToken'), rewardToken: toContract(wrapper, id, 'rewardsToken'), isDebt: false }),
  logs: ({ address }) => [{ address, topics: [paid.topic] }],
  open: (wrapper) => {
    const token = toContract(wrapper, id, 'rewardsToken')
    return openPaidBook((log) => {
      assertEvent(log, paid)
      const { blockNumber, logIndex } = log
      return { contract: wrapper.address, account: toParty(log, 1), token, amount: toWord(log, 0), blockNumber, logIndex }
    })
  },
  stakes: ({ address }) => eventStakes(address, stakingRewardsStakes),
  owed: { toCall: ({ address }, account) => ({ address, abi, functionName: 'earned', args: [account] }), toOwed: (_, earned) => earned },
}
