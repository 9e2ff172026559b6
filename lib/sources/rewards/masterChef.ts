import type { Log } from '../../chain/log'
import type { Address } from '../../domain/address'
import type { Wrapper } from '../../domain/protocol'
import { transferTopic } from '../erc20'
import { assertEvent, toParty, toWord, type EventShape } from '../eventWords'
import { firstFarmTopics, toFarmStakes, toPoolTopic } from '../farmStakes'
import { toContract, toFarm } from '../wrapperFacts'
import { eventStakes } from './eventStakes'
import { openPaidBook } from './paidBook'
import type { RewardSource } from './rewardSource'

const id = 'masterChef'

/** Harvest(address indexed user, uint256 indexed pid, uint256 amount) */
const harvest: EventShape = { name: 'Harvest', topic: '0x71bab65ced2e5750775a0613be067df48ef06cf92a496ebf7663ae0660924954', indexed: 2, words: 1 }
/** The reward token's Transfer(address indexed from, address indexed to, uint256 value) */
const transfer: EventShape = { name: 'Transfer', topic: transferTopic, indexed: 2, words: 1 }

const toPools = (wrapper: Wrapper) => toFarm(wrapper, id).pools
const toPool = (wrapper: Wrapper) => toPools(wrapper)[0]!.id

/**
 * SushiSwap's MasterChef, MasterChef v2 and MiniChef, and their copies: each pool is a programme of its own. A wrapper names what is paid as
 * `contracts.rewardsToken`; of one that does not, payments are not told.
 *
 * The first form pays with each deposit and withdrawal, those of nothing among them, and writes no log of it but the token's Transfer: it is for the pool
 * whose Deposit or Withdraw is the farm's next log. The later ones write Harvest, of whoever earned it, wherever it was sent. Rewards in other tokens
 * (`IRewarder`) are not seen. A farm that has too little pays what it has: what is told is what was paid.
 * https://github.com/sushiswap/sushiswap/blob/archieve/canary/contracts/MasterChef.sol, MasterChefV2.sol, MiniChefV2.sol
 */
export const masterChef: RewardSource = {
  id,
  wrapperSource: id,
  toEach: (wrapper) => {
    const pools = toPools(wrapper)
    return [...new Set(pools.map((pool) => pool.id))].map((pool) => ({
      ...wrapper, name: `${wrapper.name} #${pool}`, farm: { ...toFarm(wrapper, id), pools: pools.filter((one) => one.id === pool) },
    }))
  },
  toProgram: (wrapper) => {
    const { rewardsToken } = wrapper.contracts
    const assets = toPools(wrapper).map(({ asset }) => asset)
    return rewardsToken ? { stakeToken: assets.at(-1)!, earlierTokens: assets.slice(0, -1), rewardToken: rewardsToken, isDebt: false } : null
  },
  logs: (wrapper) => [
    { address: wrapper.address, topics: [...firstFarmTopics, harvest.topic] },
    { address: toContract(wrapper, id, 'rewardsToken'), topics: [transferTopic], second: [`0x${wrapper.address.slice(2).padStart(64, '0')}`] },
  ],
  open: (wrapper) => {
    const [contract, token, pool] = [wrapper.address, toContract(wrapper, id, 'rewardsToken'), toPoolTopic(toPool(wrapper))]
    const isStakedToo = toPools(wrapper).some(({ asset }) => asset === token)
    /** Reward tokens that left the farm since its last log */
    let left: Log[] = []
    const stakes = toFarmStakes(toPool(wrapper))
    return openPaidBook((log) => {
      if (log.address === token && log.topics[0] === transferTopic) {
        assertEvent(log, transfer)
        left.push(log)
        return null
      }
      const sent = left.splice(0)
      if (log.topics[2] !== pool) return null
      const payment = (account: Address, amount: bigint, { blockNumber, logIndex }: Log) => ({ contract, account, token, amount, blockNumber, logIndex })
      if (log.topics[0] === harvest.topic) {
        assertEvent(log, harvest)
        return payment(toParty(log, 1), toWord(log, 0), log)
      }
      const stake = stakes.toStake(log)
      if (!stake) return null
      const { account, isPutIn } = stake
      const own = sent.filter((one) => one.blockNumber === log.blockNumber && one.transactionHash === log.transactionHash && toParty(one, 2) === account)
      // What was staked goes home behind the reward, and where it is the same token, by a Transfer of the same form.
      const rewards = isStakedToo && !isPutIn ? own.slice(0, -1) : own
      return payment(account, rewards.reduce((sum, one) => sum + toWord(one, 0), 0n), log)
    })
  },
  stakes: (wrapper) => eventStakes(wrapper.address, toFarmStakes(toPool(wrapper))),
  owed: {
    toCall: (wrapper, account) => ({ address: wrapper.address, abi: toOwedAbi(toFarm(wrapper, id).owed), functionName: toFarm(wrapper, id).owed, args: [BigInt(toPool(wrapper)), account] }),
    toOwed: (_, pending) => pending,
  },
}

/** What a farm owes an account for its stake in a pool: `pendingSushi(uint256 pid, address user)`, by whatever name. */
const toOwedAbi = (name: string) => [{
  type: 'function', name, stateMutability: 'view', outputs: [{ name: '', type: 'uint256' }],
  inputs: [{ name: 'pid', type: 'uint256' }, { name: 'user', type: 'address' }],
}] as const
