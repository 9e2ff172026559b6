import { parseAbi } from 'viem'
import { assertEvent, toParty, toWord, toWordAddress, type EventShape } from '../eventWords'
import { toContract, toShareToken } from '../wrapperFacts'
import { openPaidBook } from './paidBook'
import type { RewardSource } from './rewardSource'

const id = 'stakedToken'

/** RewardsClaimed(address indexed from, address indexed to, uint256 amount) */
const claimed: EventShape = { name: 'RewardsClaimed', topic: '0x9310ccfcb8de723f578a9e4282ea9f521f05ae40dc08f3068dfad528a65ee3c7', indexed: 2, words: 1 }
/** RewardsAccrued(address user, uint256 amount) */
const accrued: EventShape = { name: 'RewardsAccrued', topic: '0x2468f9268c60ad90e2d49edb0032c8a001e733ae888b3ab8e982edf535be1a76', indexed: 0, words: 2 }
/** Staked(address indexed from, address indexed onBehalfOf, uint256 amount), and with the shares that came of it */
const staked = ['0x5dac0c1b1112564a045ba943c9d50270893e8e826c49be8e7073adc713ab7bd7', '0x6c86f3fd5118b3aa8bb4f389a617046de0a3d3d477de1a1673d227f802f616dc'] as const

const abi = parseAbi(['function getTotalRewardsBalance(address staker) view returns (uint256)'])

/**
 * Aave's staked token (stkAAVE), in all of its versions: whoever holds it earns, and fetches when it likes, to whichever account. It is paid to whoever
 * earned it: what it has sent to somebody else at once, or staked again, it has given on or put to work. A wrapper says by `contracts.rewardsToken`
 * that it is one.
 * https://github.com/aave/aave-stake-v2/blob/master/contracts/stake/StakedTokenV3.sol
 */
export const stakedToken: RewardSource = {
  id,
  wrapperSource: 'erc4626Vault',
  toProgram: (wrapper) => {
    const { rewardsToken } = wrapper.contracts
    return rewardsToken ? { stakeToken: toShareToken(wrapper, id).address, rewardToken: rewardsToken, isDebt: false } : null
  },
  logs: ({ address }) => [{ address, topics: [claimed.topic, accrued.topic, ...staked] }],
  open: (wrapper) => {
    const [contract, token] = [wrapper.address, toContract(wrapper, id, 'rewardsToken')]
    const book = openPaidBook((log) => {
      assertEvent(log, claimed)
      const { blockNumber, logIndex } = log
      return { contract, account: toParty(log, 1), token, amount: toWord(log, 0), blockNumber, logIndex }
    })
    return {
      ...book,
      add(log) {
        if (log.topics[0] === claimed.topic) return book.add(log)
        if (log.topics[0] !== accrued.topic) return toParty(log, 2)
        assertEvent(log, accrued)
        return toWordAddress(log, 0)
      },
    }
  },
  stakes: (wrapper) => ({ ledger: toShareToken(wrapper, id).address, without: wrapper.address }),
  owed: { toCall: ({ address }, account) => ({ address, abi, functionName: 'getTotalRewardsBalance', args: [account] }), toOwed: (_, balance) => balance },
}
