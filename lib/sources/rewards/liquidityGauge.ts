import { parseAbi } from 'viem'
import type { Address } from '../../domain/address'
import { assertEvent, toParty, toWord, toWordAddress, type EventShape } from '../eventWords'
import { liquidityGaugeStakes } from '../liquidityGauge'
import { toContract, toOnlyAsset } from '../wrapperFacts'
import { eventStakes } from './eventStakes'
import { openPaidBook } from './paidBook'
import type { RewardSource } from './rewardSource'

const id = 'liquidityGauge'

/** Minted(address indexed recipient, address gauge, uint256 minted): all that was ever minted for a recipient's stake in the gauge, this time included */
const minted: EventShape = { name: 'Minted', topic: '0x9d228d69b5fdb8d273a2336f8fb8612d039631024ea9bf09c424a9503aa078f0', indexed: 1, words: 2 }

/** It writes checkpoints, and says what they come to: asked, and not sent, nothing is written. */
const abi = parseAbi(['function claimable_tokens(address addr) returns (uint256)'])

/**
 * Curve's gauges, first form: one Minter mints what stakes in all of them have earned, and says for which gauge. A wrapper names it as
 * `contracts.minter`, and what it mints as `contracts.rewardsToken`; of one that does not, payments are not told. What a gauge passes on of other
 * contracts' rewards (LiquidityGaugeReward) leaves no log of its own and is not seen.
 * https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/Minter.vy
 */
export const liquidityGauge: RewardSource = {
  id,
  wrapperSource: id,
  toProgram: (wrapper) => {
    const { minter, rewardsToken } = wrapper.contracts
    return minter && rewardsToken ? { stakeToken: toOnlyAsset(wrapper, id), rewardToken: rewardsToken, isDebt: false } : null
  },
  logs: (wrapper) => [{ address: toContract(wrapper, id, 'minter'), topics: [minted.topic] }],
  open: (wrapper) => {
    const [contract, token] = [wrapper.address, toContract(wrapper, id, 'rewardsToken')]
    const totals = new Map<Address, bigint>()
    return openPaidBook((log) => {
      assertEvent(log, minted)
      if (toWordAddress(log, 0) !== contract) return null
      const [account, total] = [toParty(log, 1), toWord(log, 1)]
      const amount = total - (totals.get(account) ?? 0n)
      totals.set(account, total)
      return { contract, account, token, amount, blockNumber: log.blockNumber, logIndex: log.logIndex }
    })
  },
  stakes: ({ address }) => eventStakes(address, liquidityGaugeStakes),
  owed: { toCall: ({ address }, account) => ({ address, abi, functionName: 'claimable_tokens', args: [account] }), toOwed: (_, claimable) => claimable },
}
