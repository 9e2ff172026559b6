import { parseAbi } from 'viem'
import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { followScaledChanges, scaledTopics } from '../scaledBalances'
import { toContract } from '../wrapperFacts'
import { openAccrualBook } from './accruals'
import type { RewardBook, RewardSource } from './rewardSource'
import { scaledStakes } from './scaledStakes'

const wrapperSource = 'aaveToken'

/** UserIndexUpdated(address indexed user, address indexed asset, uint256 index) */
const indexed: EventShape = { name: 'UserIndexUpdated', topic: '0xbb123b5c06d5408bbea3c4fef481578175cfb432e3b482c6186f02ed9086585b', indexed: 2, words: 1 }
/** RewardsAccrued(address indexed user, uint256 amount) */
const accrued: EventShape = { name: 'RewardsAccrued', topic: '0x2468f9268c60ad90e2d49edb0032c8a001e733ae888b3ab8e982edf535be1a76', indexed: 1, words: 1 }
/** RewardsClaimed(address indexed user, address indexed to, uint256 amount), and with `address indexed claimer` before the amount */
const claimed: readonly EventShape[] = [
  { name: 'RewardsClaimed', topic: '0x9310ccfcb8de723f578a9e4282ea9f521f05ae40dc08f3068dfad528a65ee3c7', indexed: 2, words: 1 },
  { name: 'RewardsClaimed', topic: '0x5637d7f962248a7f05a7ab69eec6446e31f3d0a299d997f135a65c62806e7891', indexed: 3, words: 1 },
]

const abi = parseAbi(['function getRewardsBalance(address[] assets, address user) view returns (uint256)'])
/** Its indexes have 18 decimals */
const indexUnit = 10n ** 18n

/**
 * What an account accrues is logged as one sum for all assets that were touched; how much of it is for one of them follows from what it had of it and from how far its
 * index moved: scaled balance · (index − its last one), rounded down as the contract does.
 */
function openBook(contract: Address, token: Address): RewardBook {
  const book = openAccrualBook(contract, token)
  const changesOf = followScaledChanges()
  const [balances, indexes, moved] = [new Map<Address, bigint>(), new Map<Address, bigint>(), new Map<Address, bigint>()]
  const addToBalances = (log: Log) => {
    for (const [account, change] of changesOf(log)) balances.set(account, (balances.get(account) ?? 0n) + change)
    return null
  }
  const addIndex = (log: Log): Address | null => {
    assertEvent(log, indexed)
    if (toParty(log, 2) !== contract) return null
    const [account, index] = [toParty(log, 1), toWord(log, 0)]
    const own = ((balances.get(account) ?? 0n) * (index - (indexes.get(account) ?? 0n))) / indexUnit
    indexes.set(account, index)
    moved.set(account, (moved.get(account) ?? 0n) + own)
    return account
  }
  const accrue = (log: Log) => {
    assertEvent(log, accrued)
    const [account, amount] = [toParty(log, 1), toWord(log, 0)]
    const own = moved.get(account) ?? 0n
    moved.delete(account)
    const part = own < amount ? own : amount
    book.accrue(account, part, true)
    book.accrue(account, amount - part, false)
    return null
  }
  return {
    add(log) {
      if (log.address === contract) return addToBalances(log)
      if (log.topics[0] === indexed.topic) return addIndex(log)
      const shape = claimed.find(({ topic }) => topic === log.topics[0])
      if (!shape) return accrue(log)
      assertEvent(log, shape)
      return book.pay(toParty(log, 1), toWord(log, 0), log)
    },
    payments: book.payments,
    accrued: book.accrued,
  }
}

/**
 * Aave v2's incentives, for those who lend: a wrapper of an aToken names the controller as `contracts.incentivesController`, and what it pays as
 * `contracts.rewardsToken` (AAVE, also where it arrives staked). A claim names no asset: what accrued first is paid first. What it adds to whoever
 * stakes at once is no reward that accrued, and is not told.
 * https://github.com/aave/incentives-controller/blob/master/contracts/incentives/base/BaseIncentivesController.sol
 */
export const aaveIncentives: RewardSource = {
  id: 'aaveIncentives',
  wrapperSource,
  toProgram: ({ address, contracts: { incentivesController, rewardsToken } }) => (incentivesController && rewardsToken ? { stakeToken: address, rewardToken: rewardsToken, isDebt: false } : null),
  logs: (wrapper) => [
    { address: toContract(wrapper, wrapperSource, 'incentivesController'), topics: [indexed.topic, accrued.topic, ...claimed.map(({ topic }) => topic)] },
    { address: wrapper.address, topics: Object.values(scaledTopics) },
  ],
  open: (wrapper) => openBook(wrapper.address, toContract(wrapper, wrapperSource, 'rewardsToken')),
  stakes: ({ address }) => scaledStakes(address),
  owed: {
    toCall: (wrapper, account) => ({ address: toContract(wrapper, wrapperSource, 'incentivesController'), abi, functionName: 'getRewardsBalance', args: [[wrapper.address], account] }),
    // It answers all that has accrued for any asset, and what this one is about to add.
    toOwed: (account, answer, book) => {
      const { own, all } = book.accrued(account)!
      return answer >= all ? own + answer - all : `the controller owes ${account} ${answer}, its logs say ${all}`
    },
  },
}
