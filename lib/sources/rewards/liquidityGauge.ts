import { assertEvent, toParty, toWord, toWordAddress, type EventShape } from '../eventWords'
import { liquidityGaugeEvents } from '../liquidityGauge'
import { toOnlyAsset } from '../wrapperFacts'
import type { RewardSource } from './rewardSource'

/** Minted(address indexed recipient, address gauge, uint256 minted) */
const minted: EventShape = { name: 'Minted', topic: '0x9d228d69b5fdb8d273a2336f8fb8612d039631024ea9bf09c424a9503aa078f0', indexed: 1, words: 2 }

/**
 * Curve's gauges, first form: one Minter mints what stakes in all of them have earned, and says for which gauge. A wrapper names it as
 * `contracts.minter`, and what it mints as `contracts.rewardsToken`; of one that does not, payments are not told. What a gauge passes on of other
 * contracts' rewards (LiquidityGaugeReward) leaves no log of its own and is not seen.
 * https://github.com/curvefi/curve-dao-contracts/blob/master/contracts/Minter.vy
 */
export const liquidityGauge: RewardSource = {
  id: 'liquidityGauge',
  toProgram: (wrapper) => {
    const { minter, rewardsToken } = wrapper.contracts
    return minter && rewardsToken ? { stakeToken: toOnlyAsset(wrapper, 'liquidityGauge'), rewardToken: rewardsToken } : null
  },
  logs: ({ contracts: { minter, rewardsToken } }) => (minter && rewardsToken ? [{ address: minter, topics: [minted.topic] }] : []),
  toPayment({ address, contracts: { rewardsToken } }, log) {
    assertEvent(log, minted)
    const { blockNumber, logIndex } = log
    return toWordAddress(log, 0) === address && rewardsToken ? { contract: address, account: toParty(log, 1), token: rewardsToken, amount: toWord(log, 1), blockNumber, logIndex } : null
  },
  stakes: liquidityGaugeEvents,
}
