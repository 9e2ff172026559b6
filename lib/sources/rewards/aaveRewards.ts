import { parseAbi } from 'viem'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { toContract } from '../wrapperFacts'
import { openAccrualBook } from './accruals'
import type { RewardBook, RewardSource } from './rewardSource'
import { scaledStakes } from './scaledStakes'

const wrapperSource = 'aaveToken'

/** Accrued(address indexed asset, address indexed reward, address indexed user, uint256 assetIndex, uint256 userIndex, uint256 rewardsAccrued) */
const accrued: EventShape = { name: 'Accrued', topic: '0x3303facd24627943a92e9dc87cfbb34b15c49b726eec3ad3487c16be9ab8efe8', indexed: 3, words: 3 }
/** RewardsClaimed(address indexed user, address indexed reward, address indexed to, address claimer, uint256 amount) */
const claimed: EventShape = { name: 'RewardsClaimed', topic: '0xc052130bc4ef84580db505783484b067ea8b71b3bca78a7e12db7aea8658f004', indexed: 3, words: 2 }

const abi = parseAbi(['function getUserRewards(address[] assets, address user, address reward) view returns (uint256)'])

/** What an account is paid for one asset: its claims name none, so what accrued first is paid first. */
function openBook(contract: Address, asset: Address, token: Address): RewardBook {
  const book = openAccrualBook(contract, token)
  return {
    add(log) {
      const isClaim = log.topics[0] === claimed.topic
      assertEvent(log, isClaim ? claimed : accrued)
      if (toParty(log, 2) !== token) return null
      if (!isClaim) {
        const isOwn = toParty(log, 1) === asset
        book.accrue(toParty(log, 3), toWord(log, 2), isOwn)
        return isOwn ? toParty(log, 3) : null
      }
      return book.pay(toParty(log, 1), toWord(log, 1), log)
    },
    payments: book.payments,
    accrued: book.accrued,
  }
}

/** The programme of one of a reserve's tokens, which pays under one id for having it, or for owing it. */
const toSource = (id: string, toAsset: (wrapper: Wrapper) => Address | undefined, isDebt: boolean): RewardSource => ({
  id,
  wrapperSource,
  toProgram: (wrapper) => {
    const { rewardsController, rewardsToken } = wrapper.contracts
    const asset = toAsset(wrapper)
    return rewardsController && rewardsToken && asset ? { stakeToken: asset, rewardToken: rewardsToken, isDebt } : null
  },
  logs: (wrapper) => [{ address: toContract(wrapper, wrapperSource, 'rewardsController'), topics: [accrued.topic, claimed.topic] }],
  open: (wrapper) => openBook(wrapper.address, toAsset(wrapper)!, toContract(wrapper, wrapperSource, 'rewardsToken')),
  stakes: (wrapper) => scaledStakes(toAsset(wrapper)!),
  owed: {
    toCall: (wrapper, account) => {
      const [address, reward] = [toContract(wrapper, wrapperSource, 'rewardsController'), toContract(wrapper, wrapperSource, 'rewardsToken')]
      return { address, abi, functionName: 'getUserRewards', args: [[toAsset(wrapper)!], account, reward] }
    },
    toOwed: (_, answer) => answer,
  },
})

/**
 * Aave v3's RewardsController, for those who lend: a wrapper of an aToken names it as `contracts.rewardsController`, and of all that it pays one as
 * `contracts.rewardsToken`. It says of each asset what has accrued, and is asked what it owes for it; what it pays is for all assets together.
 * https://github.com/aave/aave-v3-periphery/blob/v3.0.1/contracts/rewards/RewardsController.sol
 */
export const aaveLent = toSource('aaveLent', ({ address }) => address, false)

/** The same for those who borrow at a variable rate: their debt's token is `contracts.debtToken`. */
export const aaveBorrowed = toSource('aaveBorrowed', ({ contracts }) => contracts['debtToken'], true)
